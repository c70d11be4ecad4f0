// A displayed quotation: its words, and under them who said it. Speaker and role are two text blocks
// on one line, so that neither has to be guessed from a comma.

import type { NodeSpec } from "prosemirror-model";

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
    allowGapCursor: false,
    parseDOM: [{ tag: "figcaption.quote-attribution", context: "quote/" }],
    toDOM: () => ["figcaption", { class: "quote-attribution" }, 0],
  },
  speaker: {
    content: "text*",
    marks: "",
    isolating: true,
    parseDOM: [{ tag: ".quote-speaker", context: "attribution/" }],
    toDOM: () => ["div", { class: "quote-speaker", "data-placeholder": "Who said it?" }, 0],
  },
  role: {
    content: "text*",
    marks: "",
    isolating: true,
    parseDOM: [{ tag: ".quote-role", context: "attribution/" }],
    toDOM: () => ["div", { class: "quote-role", "data-placeholder": "role" }, 0],
  },
} satisfies Record<string, NodeSpec>;
