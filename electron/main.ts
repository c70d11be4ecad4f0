// The composition root of the main process: makes the parts, lets them meet, opens the first windows.

import { basename, dirname, join } from "node:path";
import { app, BrowserWindow, nativeTheme } from "electron";
import { mediaIn } from "../article/format";
import { fail } from "../article/result";
import { appFiles, pageUrl, serveApp } from "./app-protocol";
import { argumentSchemas } from "./argument-schemas";
import { storiesNamed } from "./arguments";
import { Ending } from "./ending";
import { collectFiles } from "./handed-over";
import { exportHandlers } from "./handlers/exports";
import { fileHandlers } from "./handlers/files";
import { historyHandlers } from "./handlers/history";
import { pictureHandlers } from "./handlers/pictures";
import { storyHandlers } from "./handlers/story";
import { windowHandlers } from "./handlers/window";
import { notify, serve } from "./ipc";
import { serveMedia } from "./media-protocol";
import { ApplicationMenu } from "./menu";
import { createOpener, showPage, toFront } from "./opener";
import { lookOutside, watchOutside } from "./outside";
import { createPictures } from "./pictures";
import { createReader } from "./read-apart";
import { Quit } from "./quit";
import { lockDown } from "./security";
import { giveUp } from "./storage/give-up";
import { openHistory } from "./storage/history";
import { openLibrary } from "./storage/library";
import { sweepPool } from "./storage/media";
import { openRecovery } from "./storage/recovery";
import { mediaInCopies } from "./storage/recovery-media";
import { sweepTemps } from "./storage/temps";
import { Stories } from "./stories";
import { openingSwitch } from "./switches";
import { checkReadOnly } from "./story-file";
import { createWindow, rememberBounds } from "./window";

const profile = app.getPath("userData");
const asked = storiesNamed(process.argv, app.getAppPath(), process.cwd());

const opening = app.isPackaged ? openingSwitch(process.argv) : null;

if (opening !== null) {
  console.error(`Stet does not start with --${opening}.`);
  app.exit(1);
} else if (app.requestSingleInstanceLock({ asked })) {
  void start();
} else {
  // A second start gives its files to the first one: two main processes on one profile would race.
  app.quit();
}

async function start(): Promise<void> {
  const handedOver = collectFiles();
  lockDown();
  const files = appFiles(join(import.meta.dirname, "..", "renderer"));
  const pool = join(profile, "media");
  const stories = new Stories();
  const ending = new Ending(stories);
  const library = openLibrary(profile);
  const recovery = openRecovery(profile);
  const history = openHistory(profile);
  const pictures = createPictures(stories, pool);
  const quit = new Quit(stories, async (story, discard) => {
    story.givenUp = discard;
    if (discard) await giveUp(story.id, new Date().toISOString(), { recovery, history });
    story.mayClose = true;
    if (!story.window.isDestroyed()) story.window.close();
  });
  const [recovered, bounds, ...known] = await Promise.all([
    recovery.listRecovered(),
    library.bounds(),
    library.settings(),
    library.recent(),
    app.whenReady(),
  ]);
  let [settings, recent] = known;

  nativeTheme.themeSource = settings.theme;
  serveApp(files);
  serveMedia(stories, async (id, name) => {
    const story = stories.ofId(id);
    const reason = "This picture’s story is not open.";
    return story ? pictures.read(story, name) : fail({ kind: "missing", file: name, reason });
  });

  const menu = new ApplicationMenu(() => recent.map((path) => basename(path)));
  const onRecent = async (): Promise<void> => {
    recent = await library.recent();
    menu.draw();
  };
  const opener = createOpener({
    stories,
    library,
    recovery,
    history,
    samples: join(app.getAppPath(), "assets", "samples"),
    reader: createReader(join(import.meta.dirname, "reader.js"), pool, (path) =>
      library.isUnchanged(path),
    ),
    createWindow: () => {
      const last = BrowserWindow.getFocusedWindow()?.getNormalBounds() ?? null;
      const window = createWindow(
        join(import.meta.dirname, "preload.cjs"),
        last ?? bounds,
        last !== null,
      );
      rememberBounds(window, library);
      watchWindow(window, stories, menu, bringBack);
      window.on("closed", () => void quit.goIfAgreed());
      return window;
    },
    onRecent,
  });
  /** A page that died, or went elsewhere, comes back with its newest copy in a window of its own. */
  async function bringBack(window: BrowserWindow): Promise<void> {
    const story = stories.ofWindow(window);
    if (!story) return;
    const copies = await recovery.listRecovered();
    // Closed meanwhile, by a quit perhaps: the copies wait for the next start.
    if (window.isDestroyed() || ending.isNear) return;
    const copy = copies.find(({ documentId }) => documentId === story.id);
    if (!copy) {
      // What the window was opened with is no longer what its file holds, once it was saved.
      if (story.file) await opener.showAgain(story);
      else showPage(window);
      return;
    }
    story.mayClose = true;
    stories.remove(window);
    await opener.recover([copy]);
    if (!window.isDestroyed()) window.destroy();
  }

  const idle = serve(
    stories,
    {
      ...storyHandlers({ stories, recovery, history, pictures, opener, settings: () => settings }),
      ...historyHandlers({ history, recovery, opener }),
      ...fileHandlers({ opener, library, onRecent }),
      ...pictureHandlers(pool),
      ...exportHandlers(pictures),
      ...windowHandlers({
        menu,
        ending,
        quit,
        changeSettings(changed, from) {
          settings = changed;
          nativeTheme.themeSource = changed.theme;
          for (const { window } of stories.all()) {
            if (window !== from) notify(window, "settings", changed);
          }
          void library.setSettings(changed);
        },
      }),
    },
    argumentSchemas,
  );
  ending.listen(idle);
  watchOutside(stories);

  app.on("before-quit", (event) => {
    if (quit.ask()) event.preventDefault();
  });
  app.on("window-all-closed", () => {
    // On a Mac a program stays when its last window goes, unless it was asked to go itself.
    if (process.platform !== "darwin" || quit.isWanted) app.quit();
  });
  app.on("activate", () => {
    if (stories.all().length === 0) opener.begin();
  });

  await opener.recover(recovered);
  for (const path of asked) await opener.openNamed(path);
  handedOver.take((paths) => {
    const front = stories.all()[0];
    for (const path of paths) void opener.openNamed(path);
    if (paths.length > 0) return;
    if (front) toFront(front.window);
    else opener.begin();
  });
  const folders = [...recent, ...recovered.flatMap(({ path }) => path ?? [])].map(dirname);
  for (const folder of new Set([profile, ...folders])) void sweepTemps(folder);
  if (stories.all().length === 0) opener.begin();
  const wanted = recovered.flatMap(({ article }) => mediaIn(article.content));
  void sweepPool(pool, async () => [
    ...wanted,
    ...(await mediaInCopies(profile)),
    ...(await history.media()),
  ]);
}

/** Closing asks the page first: only it knows whether words would be lost. */
function watchWindow(
  window: BrowserWindow,
  stories: Stories,
  menu: ApplicationMenu,
  onLost: (window: BrowserWindow) => Promise<void>,
): void {
  window.on("focus", () => {
    menu.toFront(window);
    const story = stories.ofWindow(window);
    if (story) void checkReadOnly(story);
    void lookOutside(stories, window);
  });
  window.on("close", (event) => {
    const story = stories.ofWindow(window);
    if (!story?.live || story.mayClose || window.webContents.isCrashed()) return;
    event.preventDefault();
    toFront(window);
    notify(window, "closeRequested", null);
  });
  window.on("closed", () => {
    stories.remove(window);
    menu.forget(window);
  });
  window.webContents.on("render-process-gone", () => void onLost(window));
  // Electron asks nobody before about:blank, and stopping it there ends the whole program.
  window.webContents.on("did-navigate", (_event, url) => {
    if (url !== pageUrl) void onLost(window);
  });
}
