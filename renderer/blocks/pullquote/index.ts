import type { NodeType } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { defineBlock } from "../block";
import { atStart, becomeParagraph, insertBlocks, whenEmpty, within } from "../commands";

/** An empty paragraph becomes a pull quote; elsewhere one is put behind the block. */
function insertPullquote(pullquote: NodeType): Command {
  return (state, dispatch, view) =>
    state.selection.$from.parent.type === pullquote
      ? becomeParagraph(state, dispatch, view)
      : insertBlocks([pullquote.create()])(state, dispatch, view);
}

export const pullquote = defineBlock({
  nodes: {
    pullquote: {
      group: "block",
      content: "text*",
      marks: "em",
      defining: true,
      parseDOM: [
        { tag: "aside.pullquote > p", skip: true },
        { tag: "aside.pullquote" },
        // WordPress's own pull-quote block.
        { tag: "figure.wp-block-pullquote" },
      ],
      toDOM: () => ["aside", { class: "pullquote", "data-placeholder": "A line worth lifting" }, 0],
    },
  },
  html: {
    pullquote: (_, children) =>
      children.length === 0 ? null : ["aside", { class: "pullquote" }, ["p", {}, ...children]],
  },
  menu: (types) => [
    {
      id: "insert.pullquote",
      label: "Pull quote",
      hint: "A line from the story, set large",
      icon: "text-quote",
      key: "Mod-Shift-8",
      act: { kind: "command", run: insertPullquote(types.pullquote) },
    },
  ],
  keys: (types) => ({
    Enter: within(types.pullquote, whenEmpty(becomeParagraph)),
    Backspace: within(types.pullquote, atStart(becomeParagraph)),
  }),
});
