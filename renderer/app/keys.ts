import { keydownHandler } from "prosemirror-keymap";
import type { Command } from "prosemirror-state";
import type { Desk } from "./commands";
import type { AppCommand } from "./commands";

/**
 * The window's shortcuts, wherever the focus is. They are handled in the page and not by the menu's
 * accelerators, so that they work the same on every system; the menu only shows them.
 */
export function listenToKeys(desk: Desk, commands: ReadonlyMap<string, AppCommand>): void {
  const bindings: Record<string, Command> = {};
  for (const { id, key, run } of commands.values()) {
    if (key === null) continue;
    bindings[key] = () => {
      if (isTextCommand(id) && isAway()) return false;
      if (id.startsWith("edit.") && desk.store.state().comparing !== null) return false;
      run();
      return true;
    };
  }
  for (const [key, same] of Object.entries(aliases)) {
    const command = bindings[same];
    if (command) bindings[key] = command;
  }
  /** Whether the keys are meant for something beside the story. */
  const isAway = (): boolean =>
    isField(document.activeElement) || desk.store.state().comparing !== null;
  const handle = keydownHandler(bindings);
  const onKeydown = (event: KeyboardEvent): void => {
    const isDialogOpen = desk.store.state().dialog !== null;
    if (desk.view && !isDialogOpen && handle(desk.view, event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  // Before the editor sees the key: both would act on it otherwise.
  window.addEventListener("keydown", onKeydown, { capture: true });
}

/** What other programs have taught the hands. */
const aliases: Readonly<Record<string, string>> = {
  "Mod-y": "Mod-Shift-z",
  F3: "Mod-g",
  "Shift-F3": "Mod-Shift-g",
};

function isTextCommand(id: string): boolean {
  return id.startsWith("format.") || id.startsWith("insert.");
}

function isField(element: Element | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
