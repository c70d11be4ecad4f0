// The words of an article.html, for a file whose article.json is gone. It reads what Stet writes, and
// of any other page at least the text; nothing of it is ever shown as a page.

import { maxNodes } from "../../article/format";
import { mediaFolder } from "./container";

interface Block {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content: readonly { readonly type: "text"; readonly text: string }[];
}

const headerFields = ["kicker", "headline", "standfirst", "byline"];
const ends =
  /^\/?(?:p|h[1-6]|li|ul|ol|div|figure|figcaption|blockquote|header|section|article|main|hr|tr|td|table)$/;
const entities: Readonly<Partial<Record<string, string>>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};
const maxTags = 400_000;

/** One block for each paragraph, heading, list item and picture. */
export function pageBlocks(page: string): readonly Block[] {
  const blocks: Block[] = [];
  let type = "paragraph";
  let words = "";
  const flush = (): void => {
    const text = decoded(words).replace(/\s+/g, " ").trim();
    if (text !== "") blocks.push({ type, content: [{ type: "text", text }] });
    type = "paragraph";
    words = "";
  };
  let at = Math.max(page.indexOf("<article"), page.indexOf("<body"), 0);
  for (let tags = 0; tags < maxTags && blocks.length < maxNodes; tags += 1) {
    const open = page.indexOf("<", at);
    words += page.slice(at, open < 0 ? page.length : open);
    const close = open < 0 ? -1 : page.indexOf(">", open);
    if (close < 0) break;
    const tag = page.slice(open + 1, Math.min(close, open + 5000));
    const name = /^\/?[a-z0-9]+/i.exec(tag)?.[0].toLowerCase() ?? "";
    at = close + 1;
    if (name === "footer" || name === "/article") break;
    if (name === "script" || name === "style") {
      const end = page.indexOf(`</${name}`, at);
      at = end < 0 ? page.length : end;
    } else if (name === "br") {
      words += " ";
    } else if (name === "img") {
      flush();
      blocks.push(figure(tag));
    } else if (ends.test(name)) {
      flush();
      if (!name.startsWith("/")) type = typeOf(name, tag);
    }
  }
  flush();
  return blocks;
}

function typeOf(name: string, tag: string): string {
  const field = attribute(tag, "class");
  if (headerFields.includes(field)) return field;
  return name === "h2" || name === "h3" ? "subhead" : "paragraph";
}

function figure(tag: string): Block {
  const source = attribute(tag, "src");
  const media = source.startsWith(mediaFolder) ? source.slice(mediaFolder.length) : null;
  const [width, height] = ["width", "height"].map((name) => Number(attribute(tag, name)));
  return {
    type: "figure",
    attrs: { media, width, height, alt: attribute(tag, "alt") },
    content: [],
  };
}

function attribute(tag: string, name: string): string {
  const start = tag.indexOf(` ${name}="`);
  if (start < 0) return "";
  const value = start + name.length + 3;
  const end = tag.indexOf('"', value);
  return decoded(tag.slice(value, end < 0 ? tag.length : end));
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (all, ...groups) => {
    const [decimal, hex, name] = groups as (string | undefined)[];
    if (name !== undefined) return entities[name] ?? all;
    const code = decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
