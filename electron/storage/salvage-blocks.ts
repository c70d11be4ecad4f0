// Makes the nearest story that docs/format.md allows of blocks that may be anything. What is no block
// of ours, or stands where it may not, becomes paragraphs with its words; it never falls out unless it
// has none.

import { isDeepStrictEqual } from "node:util";
import type { StoryMark, StoryNode } from "../../article/article";
import { isCorrectionDate, isCorrectionKind } from "../../article/correction";
import { maxDepth, maxNodes } from "../../article/format";
import { isLinkable } from "../../article/link";
import { isMediaName, maxPictures } from "../../article/media";

export interface Mended {
  /** A whole story: the editor's schema takes it. */
  readonly content: StoryNode;
  /** How many of the blocks are not what they were. */
  readonly changed: number;
}

const headerFields = ["kicker", "headline", "standfirst", "byline"];

/** Text blocks and the marks that may stand in them, in the order in which the editor keeps marks. */
const marksIn: Readonly<Partial<Record<string, readonly string[]>>> = {
  kicker: [],
  headline: ["em"],
  standfirst: ["link", "em", "strong"],
  byline: ["link", "em", "strong"],
  paragraph: ["link", "em", "strong", "dateline"],
  subhead: ["link", "em"],
  pullquote: ["em"],
  correction: ["link", "em", "strong"],
  speaker: [],
  role: [],
  caption: ["link", "em", "strong"],
  credit: [],
};

const lists = ["bulletlist", "numberedlist"];

/** Room for the parts that a story must have, whatever was found. */
const nodesToFill = maxNodes - 1000;

export function mendedStory(blocks: Iterable<unknown>): Mended {
  const mender = new Mender();
  const header = new Map<string, StoryNode>();
  const body: StoryNode[] = [];
  let changed = 0;
  for (const block of blocks) {
    const type = isRecord(block) ? String(block["type"]) : "";
    const isField = headerFields.includes(type) && !header.has(type);
    const mended = isField ? [mender.textblock(type, block)] : mender.block(block);
    const [first] = mended;
    if (mended.length !== 1 || !isDeepStrictEqual(first, block)) changed += 1;
    if (isField && first !== undefined) header.set(type, first);
    else body.push(...mended);
  }
  const fields = headerFields.map((type) => header.get(type) ?? { type });
  const whole = body.length > 0 ? body : [{ type: "paragraph" }];
  return { content: { type: "doc", content: [...fields, ...whole] }, changed };
}

/** None where they are not what the editor takes. */
function correctionAttrs({ attrs }: Readonly<Record<string, unknown>>): Pick<StoryNode, "attrs"> {
  const { kind, date } = isRecord(attrs) ? attrs : {};
  return isCorrectionKind(kind) && isCorrectionDate(date) ? { attrs: { kind, date } } : {};
}

class Mender {
  #nodes = 0;
  #pictures = 0;

  /** What may stand in a story's body; none for a block without words, or when the story is full. */
  block(value: unknown, depth = 2): StoryNode[] {
    if (this.#nodes >= nodesToFill || !isRecord(value)) return [];
    const type = String(value["type"]);
    switch (type) {
      case "paragraph":
      case "subhead":
      case "pullquote":
        return [this.textblock(type, value)];
      case "correction":
        return [{ ...this.textblock(type, value), ...correctionAttrs(value) }];
      case "bulletlist":
      case "numberedlist":
        return this.#list(type, value, depth);
      case "quote":
        return [this.#quote(value)];
      case "figure":
        return this.#figure(value);
      case "divider":
        return [this.#node({ type })];
      default:
        return this.#paragraphs(value);
    }
  }

  textblock(type: string, value: unknown): StoryNode {
    const marks = marksIn[type] ?? [];
    const content: StoryNode[] = [];
    for (const child of childrenOf(value)) {
      const text = wordsOf(child);
      if (text === "" || this.#nodes >= nodesToFill) continue;
      const kept = mendedMarks(isRecord(child) ? child["marks"] : null, marks);
      content.push(this.#node({ type: "text", ...(kept.length > 0 ? { marks: kept } : {}), text }));
    }
    return this.#node(withContent({ type }, content));
  }

  #list(type: string, value: unknown, depth: number): StoryNode[] {
    if (depth > maxDepth - 5) return this.#paragraphs(value);
    const items: StoryNode[] = [];
    for (const item of childrenOf(value)) {
      if (this.#nodes >= nodesToFill) break;
      const parts = isType(item, "listitem")
        ? childrenOf(item).flatMap((part) => this.#inItem(part, depth + 2))
        : this.#inItem(item, depth + 2);
      if (parts[0]?.type !== "paragraph") parts.unshift(this.#node({ type: "paragraph" }));
      items.push(this.#node({ type: "listitem", content: parts }));
    }
    return items.length === 0 ? [] : [this.#node({ type, content: items })];
  }

  #inItem(value: unknown, depth: number): StoryNode[] {
    const isFit = ["paragraph", ...lists].some((type) => isType(value, type));
    return isFit ? this.block(value, depth) : this.#paragraphs(value);
  }

  #quote(value: unknown): StoryNode {
    const children = childrenOf(value);
    const end = children.find((child) => isType(child, "attribution"));
    const words = children
      .filter((child) => child !== end)
      .flatMap((child) =>
        isType(child, "paragraph") ? [this.textblock("paragraph", child)] : this.#paragraphs(child),
      );
    if (words.length === 0) words.push(this.#node({ type: "paragraph" }));
    const attribution = this.#pair("attribution", ["speaker", "role"], end);
    return this.#node({ type: "quote", content: [...words, attribution] });
  }

  #figure(value: Readonly<Record<string, unknown>>): StoryNode[] {
    const given = isRecord(value["attrs"]) ? value["attrs"] : {};
    const isPicture = isMediaName(given["media"]) && this.#pictures < maxPictures;
    if (isPicture) this.#pictures += 1;
    const attrs = {
      media: isPicture ? given["media"] : null,
      width: pixels(given["width"]),
      height: pixels(given["height"]),
      alt: typeof given["alt"] === "string" ? given["alt"] : "",
    };
    const { content = [] } = this.#pair("figure", ["caption", "credit"], value);
    return [this.#node({ type: "figure", attrs, content })];
  }

  /** Two text blocks that stand in a third; words of other parts go to the first of them. */
  #pair(type: string, names: readonly [string, string], value: unknown): StoryNode {
    const children = childrenOf(value);
    const second = children.find((child) => isType(child, names[1]));
    const first = children.filter((child) => child !== second);
    const merged = {
      content: first.flatMap((child) => (isText(child) ? [child] : childrenOf(child))),
    };
    const content = [this.textblock(names[0], merged), this.textblock(names[1], second)];
    return this.#node({ type, content });
  }

  /** One for each part that holds text, in their order. Walks without recursion. */
  #paragraphs(value: unknown): StoryNode[] {
    const found: StoryNode[] = [];
    const pending: unknown[] = [value];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (this.#nodes >= nodesToFill) break;
      const children = isText(next) ? [next] : childrenOf(next);
      if (children.some(isText)) found.push(this.textblock("paragraph", { content: children }));
      else for (const child of [...children].reverse()) pending.push(child);
    }
    return found.filter(({ content }) => content !== undefined);
  }

  #node(node: StoryNode): StoryNode {
    this.#nodes += 1;
    return node;
  }
}

/** All text in a part of a story, however deep. */
function wordsOf(value: unknown): string {
  if (isText(value)) return value.text;
  const words: string[] = [];
  const pending: unknown[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (isText(next)) words.push(next.text);
    for (const child of [...childrenOf(next)].reverse()) pending.push(child);
  }
  return words.join(" ");
}

function mendedMarks(value: unknown, allowed: readonly string[]): readonly StoryMark[] {
  if (!Array.isArray(value)) return [];
  return allowed.flatMap((type): StoryMark[] => {
    const mark: unknown = value.find((candidate) => isType(candidate, type));
    if (!isRecord(mark)) return [];
    if (type !== "link") return [{ type }];
    const href = isRecord(mark["attrs"]) ? mark["attrs"]["href"] : null;
    return typeof href === "string" && isAddress(href) ? [{ type, attrs: { href } }] : [];
  });
}

function isAddress(href: string): boolean {
  try {
    return isLinkable(new URL(href.trim()));
  } catch {
    return false;
  }
}

function pixels(value: unknown): number {
  const isSize = typeof value === "number" && Number.isInteger(value) && value >= 0;
  return isSize && value < 100_000 ? value : 0;
}

function withContent(node: StoryNode, content: readonly StoryNode[]): StoryNode {
  return content.length > 0 ? { ...node, content } : node;
}

function childrenOf(value: unknown): readonly unknown[] {
  const content = isRecord(value) ? value["content"] : null;
  return Array.isArray(content) ? (content as unknown[]) : [];
}

function isText(value: unknown): value is { readonly text: string } {
  return isRecord(value) && typeof value["text"] === "string";
}

function isType(value: unknown, type: string): boolean {
  return isRecord(value) && value["type"] === type;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
