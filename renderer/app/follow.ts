import type { Api } from "../../electron/contract";
import { titleOf } from "../blocks/document";
import type { AppCommand } from "./commands";
import { menuModel } from "./menu";
import { isEdited } from "./state";
import type { Store } from "./store";

const settleMs = 150;

/** Keeps title bar and application menu in step with the story, once the writer's hands rest. */
export function followStory(
  store: Store,
  api: Api,
  commands: ReadonlyMap<string, AppCommand>,
): void {
  let sentTitle = "";
  let sentMenu = "";
  let changedMs = 0;
  let isWaiting = false;

  const send = (): void => {
    const state = store.state();
    const title = titleOf(state.editor.doc) || (state.file?.name ?? "");
    const isChanged = isEdited(state);
    if (sentTitle !== `${isChanged}${title}`) {
      sentTitle = `${isChanged}${title}`;
      void api.setTitle(title, isChanged);
    }
    const menu = menuModel(commands, state);
    const menuText = JSON.stringify(menu);
    if (sentMenu !== menuText) {
      sentMenu = menuText;
      void api.setMenu(menu);
    }
  };

  /** One timer that looks at the clock: setting it anew at every key costs more than all else here. */
  const wait = (ms: number): void => {
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      const leftMs = changedMs + settleMs - performance.now();
      if (leftMs > 0) wait(leftMs);
      else send();
    }, ms);
  };

  store.subscribe(() => {
    changedMs = performance.now();
    if (!isWaiting) wait(settleMs);
  });
  send();
}
