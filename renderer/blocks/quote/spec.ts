// A displayed quotation: its words, and under them who said it. Speaker and role are two text blocks
// on one line, so that neither has to be guessed from a comma.

import { Fragment, type NodeSpec, type Schema } from "prosemirror-model";

export const nodes = {
  quote: {
    group: "block",
    content: "paragraph+ attribution",
    defining: true,
    isolating: true,
    // Its parts touch: there is no place for a caret between them.
    allowGapCursor: false,
    parseDOM: [
      // Our own exports keep the words in a blockquote inside the figure.
      { tag: "figure.quote > blockquote", skip: true },
      { tag: "figure.quote" },
      // Every other page, mail and word processor.
      { tag: "blockquote" },
    ],
    toDOM: () => ["figure", { class: "quote" }, 0],
  },
  attribution: {
    content: "speaker role",
    isolating: true,
    // Delete at the end of the words would select it, and the next one take speaker and role away.
    selectable: false,
    allowGapCursor: false,
    parseDOM: [
      // Our own page writes `— Jo, mayor`: dash and comma are no part of name and role.
      { tag: "figcaption.quote-attribution", context: "quote/", getContent: readAttribution },
    ],
    toDOM: () => ["figcaption", { class: "quote-attribution" }, 0],
  },
  speaker: {
    content: "text*",
    marks: "",
    isolating: true,
    toDOM: () => ["div", { class: "quote-speaker", "data-placeholder": "Who said it?" }, 0],
  },
  role: {
    content: "text*",
    marks: "",
    isolating: true,
    toDOM: () => ["div", { class: "quote-role", "data-placeholder": "role" }, 0],
  },
} satisfies Record<string, NodeSpec>;

/** What stands outside name and role is punctuation, unless neither is marked. */
function readAttribution(dom: Node, schema: Schema): Fragment {
  const line = dom as HTMLElement;
  const textOf = (name: string) => line.querySelector(`.quote-${name}`)?.textContent.trim() ?? "";
  const role = textOf("role");
  const speaker = textOf("speaker") || (role === "" ? line.textContent.trim() : "");
  const part = (name: string, text: string) =>
    schema.node(name, null, text === "" ? [] : [schema.text(text)]);
  return Fragment.from([part("speaker", speaker), part("role", role)]);
}
