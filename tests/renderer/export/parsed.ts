// A page as a browser reads it, by the parser that follows the HTML standard.

import { parse, type DefaultTreeAdapterTypes } from "parse5";

export type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** Every node of the page in the order of its text. */
export function nodesOf(html: string): readonly ChildNode[] {
  const found: ChildNode[] = [];
  const visit = (node: ChildNode): void => {
    found.push(node);
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  parse(html).childNodes.forEach(visit);
  return found;
}

export function elementsOf(html: string, tag?: string): readonly Element[] {
  return nodesOf(html).filter(
    (node): node is Element => "tagName" in node && (tag === undefined || node.tagName === tag),
  );
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

export function textOf(node: ChildNode): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

/** What the page says of itself in a `meta`, by its name or property; null when it says nothing. */
export function metaOf(html: string, name: string): string | null {
  const isIt = (element: Element) =>
    attribute(element, "name") === name || attribute(element, "property") === name;
  const found = elementsOf(html, "meta").find(isIt);
  return found ? attribute(found, "content") : null;
}

export function titleOf(html: string): string {
  return elementsOf(html, "title").map(textOf).join();
}

/** The page's JSON-LD, read as JSON. */
export function linkedData(html: string): Record<string, unknown> {
  const scripts = elementsOf(html, "script");
  return JSON.parse(scripts.map(textOf).join()) as Record<string, unknown>;
}
