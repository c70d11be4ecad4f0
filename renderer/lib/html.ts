// Markup as data. A writer gives nested arrays, one serialiser (parse5's) turns them into text, so
// escaping cannot be forgotten: there is no place where markup and text are joined by hand.

import { defaultTreeAdapter, html, serialize, type DefaultTreeAdapterTypes } from "parse5";

/** Null attributes are left out; true stands for a bare attribute. */
export type HtmlAttributes = Readonly<Record<string, string | number | true | null>>;
export type HtmlElement = readonly [tag: string, attributes: HtmlAttributes, ...HtmlSpec[]];
/** Null writes nothing, so that an empty part can be left out where it stands. */
export type HtmlSpec = string | HtmlElement | null;

/** Serialises HTML. Throws when text cannot stand in its element (`</` inside style or script). */
export function htmlText(specs: readonly HtmlSpec[]): string {
  const fragment = defaultTreeAdapter.createDocumentFragment();
  for (const spec of specs) append(fragment, spec);
  return serialize(fragment);
}

function append(parent: DefaultTreeAdapterTypes.ParentNode, spec: HtmlSpec): void {
  if (spec === null) return;
  if (typeof spec === "string") {
    refuseRawText(parent, spec);
    defaultTreeAdapter.insertText(parent, spec);
    return;
  }
  const [tag, attributes, ...children] = spec;
  const element = defaultTreeAdapter.createElement(tag, html.NS.HTML, attributeList(attributes));
  defaultTreeAdapter.appendChild(parent, element);
  for (const child of children) append(element, child);
}

function attributeList(attributes: HtmlAttributes): { name: string; value: string }[] {
  const list = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) list.push({ name, value: value === true ? "" : String(value) });
  }
  return list;
}

/** HTML has no escape inside these two elements (HTML standard, 13.1.2): only refusing is safe. */
function refuseRawText(parent: DefaultTreeAdapterTypes.ParentNode, text: string): void {
  if (!("tagName" in parent) || (parent.tagName !== "style" && parent.tagName !== "script")) return;
  if (/<\/|<!--/.test(text)) throw new Error(`text in ${parent.tagName} would end the element`);
}
