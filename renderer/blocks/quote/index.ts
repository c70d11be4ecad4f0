import { InputRule } from "prosemirror-inputrules";
import { TextSelection } from "prosemirror-state";
import { defineBlock } from "../block";
import { canTakePlace } from "../commands";
import { commaToRole, insertQuote, quoteKeys } from "./commands";
import { html } from "./html";
import { nodes } from "./spec";

export const quote = defineBlock({
  nodes,
  html,
  menu: (types) => [
    {
      id: "insert.quote",
      label: "Quote",
      hint: "Somebody’s words, with speaker and role",
      icon: "quote",
      key: "Mod-Shift-9",
      act: { kind: "command", run: insertQuote(types.quote) },
    },
  ],
  keys: quoteKeys,
  inputRules: (types) => [
    new InputRule(/^>\s$/, (state, _match, start, end) => {
      const $start = state.doc.resolve(start);
      const empty = types.quote.createAndFill();
      if (!empty || !canTakePlace($start, end, types.quote)) return null;
      const tr = state.tr.replaceWith($start.before(), $start.after(), empty);
      return tr.setSelection(TextSelection.create(tr.doc, start + 1));
    }),
    new InputRule(/,$/, (state) => commaToRole(types, state)),
    // The space that habit types behind that comma. Backspace then still takes back the comma.
    new InputRule(
      /^ $/,
      ({ tr, selection }) => (selection.$from.parent.type === types.role ? tr : null),
      { undoable: false },
    ),
  ],
});
