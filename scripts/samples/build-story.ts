// A story as a few calls, one for each block, so that a sample reads like the page that it becomes.
// Inline text has three signs: **strong**, _em_ and [words](https://…).

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { StoryMark, StoryNode } from "../../article/article";
import type { Metadata } from "../../article/metadata";
import { pictureKind, pixelSize } from "../../electron/storage/picture-size";
import { root } from "../root";
import type { SamplePicture } from "./sample-picture";

export interface SampleStory {
  /** Made once: the same story keeps it in every writing. */
  readonly id: string;
  readonly metadata: Metadata;
  readonly content: StoryNode;
}

export const pictureFolder = join(root, "assets/samples/pictures");

export const kicker = (text: string): StoryNode => node("kicker", inline(text));
export const headline = (text: string): StoryNode => node("headline", inline(text));
export const standfirst = (text: string): StoryNode => node("standfirst", inline(text));
export const byline = (text: string): StoryNode => node("byline", inline(text));
export const subhead = (text: string): StoryNode => node("subhead", inline(text));
export const pullquote = (text: string): StoryNode => node("pullquote", inline(text));
export const paragraph = (text: string): StoryNode => node("paragraph", inline(text));
export const divider = (): StoryNode => ({ type: "divider" });

export function doc(...parts: readonly (StoryNode | readonly StoryNode[])[]): StoryNode {
  return node("doc", parts.flat());
}

/** The first paragraph: the dateline is marked, the dash after it is not. */
export function opening(dateline: string, text: string): StoryNode {
  const place = { type: "text", marks: [{ type: "dateline" }], text: dateline };
  return node("paragraph", [place, ...inline(` — ${tidied(text)}`)]);
}

/** Several paragraphs, with an empty line between each two. */
export function paragraphs(text: string): readonly StoryNode[] {
  return text
    .trim()
    .split(/\n\s*\n\s*/)
    .map(paragraph);
}

export const bullets = (...items: readonly string[]): StoryNode => list("bulletlist", items);
export const numbers = (...items: readonly string[]): StoryNode => list("numberedlist", items);

interface Attribution {
  readonly speaker: string;
  readonly role: string;
}

/** The words go in without quotation marks: the page hangs its own. */
export function quote(words: readonly string[], { speaker, role }: Attribution): StoryNode {
  const attribution = [node("speaker", inline(speaker)), node("role", inline(role))];
  return node("quote", [...words.map(paragraph), node("attribution", attribution)]);
}

/** The picture with what its own metadata say of it, as a picture desk would hand it over. */
export function figure({ file, caption, credit, alt }: SamplePicture): StoryNode {
  const bytes = readFileSync(join(pictureFolder, file));
  const found = pictureKind(bytes);
  const size = found && "kind" in found ? pixelSize(bytes, found.kind) : null;
  if (size === null) throw new Error(`${file} is not a picture that can be shown`);
  const media = createHash("sha256").update(bytes).digest("hex") + extname(file);
  return {
    type: "figure",
    attrs: { media, width: size.widthPx, height: size.heightPx, alt },
    content: [node("caption", inline(caption)), node("credit", inline(credit))],
  };
}

function list(type: string, items: readonly string[]): StoryNode {
  return node(
    type,
    items.map((item) => node("listitem", [paragraph(item)])),
  );
}

function node(type: string, content: readonly StoryNode[]): StoryNode {
  return content.length === 0 ? { type } : { type, content };
}

const sign = /\*\*(.+?)\*\*|(?<!\w)_(.+?)_(?!\w)|\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/u;

function inline(text: string, marks: readonly StoryMark[] = []): readonly StoryNode[] {
  const rest = tidied(text);
  const match = sign.exec(rest);
  if (match === null) return plain(rest, marks);
  const [all, strong, em, link = "", href] = match;
  const mark = strong
    ? { type: "strong" }
    : em
      ? { type: "em" }
      : { type: "link", attrs: { href } };
  return [
    ...plain(rest.slice(0, match.index), marks),
    ...inline(strong ?? em ?? link, [...marks, mark]),
    ...inline(rest.slice(match.index + all.length), marks),
  ];
}

function plain(text: string, marks: readonly StoryMark[]): readonly StoryNode[] {
  if (text === "") return [];
  return [marks.length === 0 ? { type: "text", text } : { type: "text", marks, text }];
}

/** A line break of the source is a space of the story; spaces that do not break stay. */
function tidied(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, " ");
}
