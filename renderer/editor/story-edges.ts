import { keymap } from "prosemirror-keymap";
import type { Node } from "prosemirror-model";
import { Selection, TextSelection, type Command, type Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/**
 * The keys to the story's start and end. Left alone, Chromium knows only blocks that it has drawn: it
 * stops at the start of a last one that it has not, and what is typed then stands before its words.
 */
export function storyEdges(): Plugin {
  return keymap({
    "Ctrl-Home": to(Selection.atStart),
    "Cmd-ArrowUp": to(Selection.atStart),
    "Shift-Ctrl-Home": selectTo(Selection.atStart),
    "Shift-Cmd-ArrowUp": selectTo(Selection.atStart),
    "Ctrl-End": to(Selection.atEnd),
    "Cmd-ArrowDown": to(Selection.atEnd),
    "Shift-Ctrl-End": selectTo(Selection.atEnd),
    "Shift-Cmd-ArrowDown": selectTo(Selection.atEnd),
  });
}

type Edge = (doc: Node) => Selection;

function to(edge: Edge): Command {
  return ({ doc, tr }, dispatch, view) => {
    dispatch?.(tr.setSelection(edge(doc)).scrollIntoView());
    if (dispatch && view) scrollAgain(view);
    return true;
  };
}

function selectTo(edge: Edge): Command {
  return ({ doc, tr, selection }, dispatch, view) => {
    const selected = TextSelection.between(selection.$anchor, edge(doc).$head);
    dispatch?.(tr.setSelection(selected).scrollIntoView());
    if (dispatch && view) scrollAgain(view);
    return true;
  };
}

/**
 * The blocks there take their real height only once they are drawn, some frames later, and then they
 * move the caret out of the window.
 */
function scrollAgain(view: EditorView, frames = 5): void {
  requestAnimationFrame(() => {
    if (view.isDestroyed) return;
    view.dispatch(view.state.tr.scrollIntoView());
    if (frames > 1) scrollAgain(view, frames - 1);
  });
}
