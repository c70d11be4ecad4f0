import { keymap } from "prosemirror-keymap";
import { Selection, TextSelection, type Command, type Plugin } from "prosemirror-state";

/**
 * The keys to the story's end. Left alone, Chromium stops at the start of a last block that it has
 * not drawn, and what is typed then stands before that block's words.
 */
export function storyEnd(): Plugin {
  return keymap({
    "Ctrl-End": toEnd,
    "Cmd-ArrowDown": toEnd,
    "Shift-Ctrl-End": selectToEnd,
    "Shift-Cmd-ArrowDown": selectToEnd,
  });
}

const toEnd: Command = ({ doc, tr }, dispatch) => {
  dispatch?.(tr.setSelection(Selection.atEnd(doc)).scrollIntoView());
  return true;
};

const selectToEnd: Command = ({ doc, tr, selection }, dispatch) => {
  const end = Selection.atEnd(doc).$head;
  dispatch?.(tr.setSelection(TextSelection.between(selection.$anchor, end)).scrollIntoView());
  return true;
};
