import { baseKeymap, chainCommands, deleteSelection } from "prosemirror-commands";
import { undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { TextSelection, type Plugin, type Command } from "prosemirror-state";
import { blocks } from "../blocks";
import { atEnd, atStart } from "../blocks/commands";
import { schema } from "../blocks/schema";

/**
 * Words and lines are deleted with a modifier held down; at the edge of a block that is the same. On a
 * Mac ProseMirror deletes with more keys, Ctrl-h and Ctrl-d among them. Shift-Delete is left out: it cuts.
 */
const deleting = {
  Backspace: keysOf("Backspace", ["Mod-Backspace", "Shift-Backspace", "Alt-Backspace"]),
  Delete: keysOf("Delete", ["Mod-Delete", "Alt-Delete"]),
};

const stop: Command = () => true;

/** Gives back the characters that an input rule has just taken, with the caret behind them. */
const takeBackRule: Command = (state, dispatch) =>
  undoInputRule(
    state,
    dispatch &&
      ((tr) => {
        let end = tr.selection.from;
        tr.mapping.maps.at(-1)?.forEach((_from, _to, _newFrom, newTo) => (end = newTo));
        dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
      }),
  );

/**
 * The blocks' keys first, each asked in the order of the list, then ProseMirror's own. Where none of
 * them deletes across the edge of a text block, nothing does: the browser would join what must stay apart.
 */
export function editorKeymap(): readonly Plugin[] {
  const byKey = new Map<string, Command[]>();
  for (const block of blocks) {
    for (const [name, command] of Object.entries(block.keys(schema.nodes))) {
      const keys = name === "Backspace" || name === "Delete" ? deleting[name] : [name];
      for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), command]);
    }
  }
  const bindings: Record<string, Command> = {};
  for (const [key, commands] of byKey) bindings[key] = chainCommands(...commands);
  return [
    // Before the blocks' own keys: at the start of a block that a rule has just made, they unmake it
    // without giving back the characters that were typed.
    keymap({ Backspace: takeBackRule }),
    keymap(bindings),
    keymap(baseKeymap),
    keymap({
      // A selection that cannot be split, from header to body for one, at least goes.
      Enter: deleteSelection,
      ...sameFor(deleting.Backspace, atStart(stop)),
      ...sameFor(deleting.Delete, atEnd(stop)),
    }),
  ];
}

/** The key, ours with it and all to which ProseMirror gives the same command. */
function keysOf(key: string, ours: readonly string[]): readonly string[] {
  const theirs = Object.keys(baseKeymap).filter((name) => baseKeymap[name] === baseKeymap[key]);
  return [...new Set([key, ...ours, ...theirs])];
}

function sameFor(keys: readonly string[], command: Command): Record<string, Command> {
  return Object.fromEntries(keys.map((key) => [key, command]));
}
