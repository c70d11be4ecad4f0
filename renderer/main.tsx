// The page's composition root: asks what to show, then lets store, editor and panels meet.

import "@fontsource-variable/newsreader/opsz.css";
import "@fontsource-variable/newsreader/opsz-italic.css";
import "@fontsource-variable/source-sans-3/wght.css";
import "../assets/tokens.css";
import "../assets/prose.css";
import "./ui/window.css";
import "./ui/menu.css";
import "./ui/panel.css";
import "./ui/dialog.css";
import "./editor/editor.css";
import "./ui/compare.css";
import "./ui/history.css";
import "./ui/find.css";
import "./editor/figure.css";
import "./editor/selection.css";
import { render } from "preact";
import { mediaUrl } from "../article/media";
import type { Api } from "../electron/contract";
import { startAutosave } from "./app/autosave";
import { startBackups } from "./app/backup";
import { createCommands, insertPictures, type Desk } from "./app/commands";
import { drawAsNeeded } from "./app/drawing";
import { createEffects } from "./app/effects";
import { followStory } from "./app/follow";
import { listenToKeys } from "./app/keys";
import { stampModified } from "./app/metadata-change";
import { openingState } from "./app/opening";
import { createStore } from "./app/store";
import { App } from "./ui/app";

declare global {
  interface Window {
    /** The bridge that electron/preload.ts exposes. */
    readonly stet: Api;
  }
}

async function start(api: Api, root: HTMLElement): Promise<void> {
  const loaded = await api.load();
  const language = new Intl.Locale(navigator.language).language;
  const { state, refused } = openingState(
    loaded,
    {
      run: (id) => commands.get(id)?.run(),
      insertPictures: (files) => void insertPictures(desk, files),
      tell: (text) => store.dispatch({ kind: "told", text }),
    },
    language,
  );
  const { documentId, articleId } = refused ? await api.detach() : state;
  const store = createStore({ ...state, documentId, articleId });
  const stamp = (time: string): void => {
    if (desk.view) stampModified(time)(desk.view.state, desk.view.dispatch);
  };
  const desk: Desk = { store, effects: createEffects(store, api, stamp), view: null };
  const commands = createCommands(desk);
  const viewHost = {
    pictureUrl: (media: string) => mediaUrl(documentId, media),
    choosePicture: async () => (await desk.effects.choosePictures())[0] ?? null,
  };

  drawAsNeeded(store, () =>
    render(<App state={store.state()} desk={desk} host={viewHost} commands={commands} />, root),
  );
  listenToKeys(desk, commands);
  const backups = startBackups(store, api);
  const onLeave = startAutosave(store, desk.effects, () => desk.view?.composing === true);
  window.addEventListener("blur", onLeave);
  followStory(store, api, commands);
  api.on("command", (id) => {
    const [name, index] = id.split("#");
    if (name === "file.openRecent") void desk.effects.openRecent(Number(index));
    else commands.get(id)?.run();
  });
  api.on("closeRequested", () => void desk.effects.closeRequested());
  api.on("endRequested", () => void backups.flush().then(() => api.readyToEnd()));
  api.on("file", (file) => store.dispatch({ kind: "file", file }));
  api.on("changedOutside", (failure) => desk.effects.changedOutside(failure));
  api.on("settings", (settings) => store.dispatch({ kind: "settings", settings }));
}

const root = document.getElementById("root");
if (root) void start(window.stet, root);
