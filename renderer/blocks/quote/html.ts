import type { HtmlWriter } from "../block";

/** `figure > blockquote + figcaption`: the HTML standard wants the speaker outside the blockquote. */
const quote: HtmlWriter = (node, children) => {
  if (node.textContent === "") return null;
  const words = children.slice(0, -1);
  const attribution = children.at(-1) ?? null;
  return ["figure", { class: "quote" }, ["blockquote", {}, ...words], attribution];
};

const attribution: HtmlWriter = (node, [speaker = null, role = null]) => {
  if (node.textContent === "") return null;
  const comma = speaker !== null && role !== null ? ", " : null;
  return ["figcaption", { class: "quote-attribution" }, "— ", speaker, comma, role];
};

const speaker: HtmlWriter = (_, children) =>
  children.length === 0 ? null : ["span", { class: "quote-speaker" }, ...children];

const role: HtmlWriter = (_, children) =>
  children.length === 0 ? null : ["span", { class: "quote-role" }, ...children];

export const html = { quote, attribution, speaker, role };
