import { InputRule } from "prosemirror-inputrules";
import { defineBlock } from "../block";
import { canTakePlace, insertBlocks, toParagraphAt } from "../commands";

export const divider = defineBlock({
  nodes: {
    divider: {
      group: "block",
      parseDOM: [{ tag: "hr" }],
      toDOM: () => ["hr", { class: "divider" }],
    },
  },
  html: {
    divider: () => ["hr", { class: "divider" }],
  },
  menu: (types) => [
    {
      id: "insert.divider",
      label: "Divider",
      hint: "A pause between two parts",
      icon: "minus",
      key: null,
      act: { kind: "command", run: insertBlocks([types.divider.create()]) },
    },
  ],
  inputRules: (types) => [
    new InputRule(/^---$/, (state, _match, start, end) => {
      const $start = state.doc.resolve(start);
      if (!canTakePlace($start, end, types.divider)) return null;
      const tr = state.tr.replaceWith($start.before(), $start.after(), types.divider.create());
      return toParagraphAt(tr, $start.before() + 1);
    }),
  ],
});
