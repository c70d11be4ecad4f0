import { Fragment, type NodeType, type Schema } from "prosemirror-model";
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

function lineOf(dom: Node, schema: Schema): Fragment {
  const figure = dom as HTMLElement;
  const parts = [...figure.querySelectorAll("p, cite")];
  const texts = (parts.length > 0 ? parts : [figure]).map((part) => part.textContent.trim());
  const line = texts.filter((text) => text !== "").join(" — ");
  return line === "" ? Fragment.empty : Fragment.from(schema.text(line));
}

export const pullquote = defineBlock({
  nodes: {
    pullquote: {
      group: "block",
      content: "text*",
      marks: "em",
      defining: true,
      parseDOM: [
        // Our own page puts the line into a paragraph, for which the paragraph's rule must wait.
        { tag: "aside.pullquote > p", skip: true, priority: 60 },
        { tag: "aside.pullquote" },
        // WordPress's own pull-quote block: a blockquote with paragraphs, perhaps a cite.
        { tag: "figure.wp-block-pullquote", getContent: lineOf },
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
