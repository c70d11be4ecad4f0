// The dateline is text of the first paragraph, so it is a mark there and not a box of its own:
// one caret runs through it, and it is copied, searched and undone like any other word.

import { InputRule } from "prosemirror-inputrules";
import type { MarkType } from "prosemirror-model";
import { TextSelection, type Command, type EditorState } from "prosemirror-state";
import { defineBlock, type BlockCommand } from "../block";
import { startOfBody } from "../commands";

/** PLACE in capitals, perhaps a date and an agency's mark, then a dash: `PORT ARLEN, 14 November — `. */
const opening =
  /^(\p{Lu}[\p{Lu}\p{M} .'’-]{1,39}[\p{Lu}\p{M}.'’](?:, [\p{L}\p{N} .]{1,30})?(?: \([\p{L} ]{2,20}\))?) ?([—–-]|--) $/u;

function openingParagraph(state: EditorState): { from: number; to: number } | null {
  const pos = startOfBody(state.doc);
  const first = state.doc.nodeAt(pos);
  return first?.type.name === "paragraph"
    ? { from: pos + 1, to: pos + 1 + first.content.size }
    : null;
}

/** Marks the selection in the first paragraph, or goes to its start and marks what is typed next. */
function setDateline(mark: MarkType): Command {
  return (state, dispatch) => {
    const place = openingParagraph(state);
    if (place === null) return false;
    const { from, to, empty } = state.selection;
    if (!empty && from >= place.from && to <= place.to) {
      const isSet = state.doc.rangeHasMark(from, to, mark);
      dispatch?.(
        isSet ? state.tr.removeMark(from, to, mark) : state.tr.addMark(from, to, mark.create()),
      );
      return true;
    }
    const tr = state.tr.setSelection(TextSelection.create(state.doc, place.from));
    dispatch?.(tr.addStoredMark(mark.create()).scrollIntoView());
    return true;
  };
}

const insertDateline: BlockCommand = {
  id: "insert.dateline",
  label: "Dateline",
  hint: "Place and date that open the story",
  icon: "map-pin",
  key: null,
  act: {
    kind: "command",
    run: (state, dispatch) => {
      const mark = state.schema.marks["dateline"];
      return mark ? setDateline(mark)(state, dispatch) : false;
    },
  },
};

export const dateline = defineBlock({
  nodes: {},
  html: {},
  marks: {
    dateline: {
      inclusive: true,
      parseDOM: [{ tag: "span.dateline" }],
      toDOM: () => ["span", { class: "dateline" }, 0],
    },
  },
  markHtml: {
    dateline: () => ["span", { class: "dateline" }],
  },
  menu: () => [insertDateline],
  inputRules: () => [
    new InputRule(opening, (state, match, start, end) => {
      const mark = state.schema.marks["dateline"];
      const words = match[1]?.trimEnd();
      const place = openingParagraph(state);
      if (!mark || !words || place?.from !== start) return null;
      return state.tr
        .insertText(" — ", start + words.length, end)
        .addMark(start, start + words.length, mark.create())
        .removeStoredMark(mark);
    }),
  ],
});
