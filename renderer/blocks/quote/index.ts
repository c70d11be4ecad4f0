import { InputRule } from "prosemirror-inputrules";
import { defineBlock } from "../block";
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
      if ($start.depth !== 1 || !empty || $start.parent.content.size !== end - start) return null;
      return state.tr.replaceWith($start.before(), $start.after(), empty);
    }),
    new InputRule(/,$/, (state) => commaToRole(types, state)),
    // The space that habit types behind that comma.
    new InputRule(/^ $/, ({ tr, selection }) =>
      selection.$from.parent.type === types.role ? tr : null,
    ),
  ],
});
