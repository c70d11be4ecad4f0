import { baseKeymap, chainCommands } from "prosemirror-commands";
import { undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import type { Plugin, Command } from "prosemirror-state";
import { blocks } from "../blocks";
import { atEnd, atStart } from "../blocks/commands";
import { schema } from "../blocks/schema";

/**
 * The blocks' keys first, each asked in the order of the list, then ProseMirror's own. Where none of
 * them deletes across the edge of a text block, nothing does: the browser would join what must stay apart.
 */
export function editorKeymap(): readonly Plugin[] {
  const byKey = new Map<string, Command[]>();
  for (const block of blocks) {
    for (const [key, command] of Object.entries(block.keys(schema.nodes))) {
      byKey.set(key, [...(byKey.get(key) ?? []), command]);
    }
  }
  const bindings: Record<string, Command> = {};
  for (const [key, commands] of byKey) bindings[key] = chainCommands(...commands);
  return [
    keymap(bindings),
    keymap({ Backspace: undoInputRule }),
    keymap(baseKeymap),
    keymap({ Backspace: atStart(() => true), Delete: atEnd(() => true) }),
  ];
}
