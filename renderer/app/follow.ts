import type { Api } from "../../electron/contract";
import { titleOf } from "../blocks/document";
import type { AppCommand } from "./commands";
import { menuModel } from "./menu";
import { whenSettled } from "./settle";
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

  whenSettled(store, settleMs, send);
  send();
}
