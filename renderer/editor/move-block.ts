import { NodeSelection, TextSelection, type Command } from "prosemirror-state";
import { isHeader } from "../blocks/commands";

/** Moves the body block with the caret past the one before (-1) or behind (1) it, caret and all. */
export function moveBlock(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const { doc, selection } = state;
    const { $from, $to } = selection;
    const index = $from.index(0);
    const isWhole = selection instanceof NodeSelection && $from.depth === 0;
    if (!isWhole && ($from.depth === 0 || $to.index(0) !== index)) return false;
    const block = doc.child(index);
    const other = doc.maybeChild(index + direction);
    if (!other || isHeader(block) || isHeader(other)) return false;
    if (dispatch) {
      const start = $from.posAtIndex(index, 0);
      const shift = direction * other.nodeSize;
      const tr = state.tr.delete(start, start + block.nodeSize).insert(start + shift, block);
      const moved = isWhole
        ? NodeSelection.create(tr.doc, start + shift)
        : TextSelection.between(
            tr.doc.resolve(selection.anchor + shift),
            tr.doc.resolve(selection.head + shift),
          );
      dispatch(tr.setSelection(moved).scrollIntoView());
    }
    return true;
  };
}
