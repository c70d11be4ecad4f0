import { setBlockType } from "prosemirror-commands";
import { textblockTypeInputRule } from "prosemirror-inputrules";
import type { NodeType } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { defineBlock } from "../block";
import { atStart, becomeParagraph, whenEmpty, within } from "../commands";

function toggleSubhead(subhead: NodeType): Command {
  return (state, dispatch, view) =>
    state.selection.$from.parent.type === subhead
      ? becomeParagraph(state, dispatch, view)
      : setBlockType(subhead)(state, dispatch, view);
}

export const subhead = defineBlock({
  nodes: {
    subhead: {
      group: "block",
      content: "text*",
      marks: "em link",
      defining: true,
      // Word and web pages use any heading below the first for what a newspaper calls a subhead.
      parseDOM: ["h2", "h3", "h4", "h5", "h6"].map((tag) => ({ tag })),
      toDOM: () => ["h2", { class: "subhead", "data-placeholder": "Subhead" }, 0],
    },
  },
  html: {
    subhead: (_, children) =>
      children.length === 0 ? null : ["h2", { class: "subhead" }, ...children],
  },
  menu: (types) => [
    {
      id: "insert.subhead",
      label: "Subhead",
      hint: "A short line between paragraphs",
      icon: "heading-2",
      key: "Mod-Alt-2",
      act: { kind: "command", run: toggleSubhead(types.subhead) },
    },
  ],
  keys: (types) => ({
    Enter: within(types.subhead, whenEmpty(becomeParagraph)),
    Backspace: within(types.subhead, atStart(becomeParagraph)),
  }),
  inputRules: (types) => [textblockTypeInputRule(/^##\s$/, types.subhead)],
});
