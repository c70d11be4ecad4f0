import { Selection, type Command } from "prosemirror-state";
import { defineBlock } from "../block";
import { atStart, becomeParagraph, caret, isEmpty, isHeader, within } from "../commands";

/**
 * At the start of the body's first paragraph: the caret goes to the end of the header, and a
 * paragraph that was empty goes away if others follow. Header fields never take in body text.
 */
const backToHeader: Command = (state, dispatch) => {
  const $cursor = caret(state);
  if ($cursor?.depth !== 1) return false;
  const before = state.doc.resolve($cursor.before()).nodeBefore;
  if (!before || !isHeader(before)) return false;
  if (dispatch) {
    const tr = state.tr;
    const after = state.doc.maybeChild($cursor.index(0) + 1);
    if (isEmpty($cursor.parent) && after) tr.delete($cursor.before(), $cursor.after());
    const end = Selection.near(tr.doc.resolve($cursor.before()), -1);
    dispatch(tr.setSelection(end).scrollIntoView());
  }
  return true;
};

export const paragraph = defineBlock({
  nodes: {
    paragraph: {
      group: "block",
      content: "inline*",
      marks: "_",
      parseDOM: [
        { tag: "p" },
        // Tables of other pages: the words of two cells must not run together.
        { tag: "td:not(:has(p)), th:not(:has(p))" },
      ],
      toDOM: () => ["p", 0],
    },
  },
  html: {
    paragraph: (_, children) => (children.length === 0 ? null : ["p", {}, ...children]),
  },
  keys: (types) => ({
    Backspace: within(types.paragraph, atStart(backToHeader)),
    "Mod-Alt-0": becomeParagraph,
  }),
});
