// A selection that begins in one field of the header and ends outside it. What replaces it, be it a
// key, a letter, a paste, a cut or a drag, takes out the selected part of each text and joins nothing:
// ProseMirror would move what is left of the last text up into the first field.

import { Slice, type Node, type ResolvedPos } from "prosemirror-model";
import { Plugin, TextSelection, type EditorState, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { isHeader, startOfBody } from "../blocks/commands";

/** Puts such a selection in place of every plain one, however it came about. */
export function headerSelection(): Plugin {
  return new Plugin({
    appendTransaction: (_, __, state) => {
      const { selection } = state;
      const isKnown = selection instanceof HeaderSelection || !(selection instanceof TextSelection);
      if (isKnown || selection.empty || !leavesField(selection)) return null;
      return state.tr.setSelection(new HeaderSelection(selection.$anchor, selection.$head));
    },
    props: { handleDOMEvents: { compositionstart: makeRoom } },
  });
}

class HeaderSelection extends TextSelection {
  override replace(tr: Transaction, content = Slice.empty): void {
    // Several blocks run on from the field into the body; a caret in a field has no room for them.
    if (!isLine(content)) return super.replace(tr, content);
    deleteApart(tr, this);
    if (content.size > 0) tr.replaceSelection(content);
  }

  override replaceWith(tr: Transaction, node: Node): void {
    deleteApart(tr, this);
    tr.replaceSelectionWith(node, false);
  }
}

function isLine({ content }: Slice): boolean {
  const { firstChild, childCount } = content;
  return firstChild === null || firstChild.isInline || (childCount === 1 && firstChild.isTextblock);
}

function leavesField({ $from, $to }: { $from: ResolvedPos; $to: ResolvedPos }): boolean {
  return isHeader($from.parent) && !$from.sameParent($to);
}

/** Leaves the caret where the selection began. */
function deleteApart(tr: Transaction, { from, to }: TextSelection): void {
  const { doc } = tr;
  const body = startOfBody(doc);
  if (to > body) tr.delete(body, to);
  // From the last field to the first, so that what is deleted moves nothing that is still to come.
  let end = body;
  for (const field of doc.children.filter(isHeader).toReversed()) {
    const start = end - field.nodeSize;
    const [first, last] = [Math.max(from, start + 1), Math.min(to, end - 1)];
    if (first < last) tr.delete(first, last);
    end = start;
  }
  tr.setSelection(TextSelection.create(tr.doc, from));
}

/** An input method would have the browser itself replace the selection, which joins the fields. */
function makeRoom(view: EditorView): boolean {
  const { selection, tr }: EditorState = view.state;
  if (selection instanceof HeaderSelection) view.dispatch(tr.deleteSelection());
  return false;
}
