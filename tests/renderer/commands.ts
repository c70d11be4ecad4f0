import type { Command } from "prosemirror-state";
import { blockCommands } from "../../renderer/editor/insert-menu";

/** A block's command by its menu id. */
export function commandOf(id: string): Command {
  const act = blockCommands.find((item) => item.id === id)?.act;
  if (act?.kind !== "command") throw new Error(`no command ${id}`);
  return act.run;
}
