import type { HtmlWriter } from "../block";

/** `figure > blockquote + figcaption`: the HTML standard wants the speaker outside the blockquote. */
const quote: HtmlWriter = (node, children) => {
  if (node.textContent === "") return null;
  const words = children.slice(0, -1).filter((child) => child !== null);
  const said = words.length === 0 ? null : (["blockquote", {}, ...words] as const);
  return ["figure", { class: "quote" }, said, children.at(-1) ?? null];
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
