// Stories for tests, built over the real schema: `doc(p("a<a>b"), quote(p("x"), by("Jo", "mayor")))`.
// `<a>` is the caret or a selection's anchor, `<b>` its head; `<n>` stands before a selected node.

import type { Mark, Node, NodeType } from "prosemirror-model";
import {
  EditorState,
  NodeSelection,
  TextSelection,
  type Command,
  type Selection,
} from "prosemirror-state";
import { expect } from "vitest";
import type { Metadata } from "../../article/metadata";
import { schema } from "../../renderer/blocks/schema";
import { shown } from "./shown";

type Tags = Readonly<Partial<Record<string, number>>>;

/** Nodes that follow each other, and where the tags stand, counted from before the first node. */
export interface Part {
  readonly nodes: readonly Node[];
  readonly tags: Tags;
}

export interface Story {
  readonly doc: Node;
  readonly tags: Tags;
}

type Child = Part | string;

/** A whole story. Header fields that are not given are empty, and so is a body that is not given. */
export function doc(...children: readonly Child[]): Story {
  const isBody = (child: Child): boolean =>
    typeof child === "string" || child.nodes[0]?.type.isInGroup("block") === true;
  const given = children.filter((child) => !isBody(child));
  const header = ["kicker", "headline", "standfirst", "byline"].map((name) => {
    const isHere = (child: Child) =>
      typeof child !== "string" && child.nodes[0]?.type.name === name;
    return given.find(isHere) ?? block(name)();
  });
  const body = children.filter(isBody);
  const { nodes, tags } = joined([...header, ...(body.length > 0 ? body : [p()])]);
  const built = schema.topNodeType.createChecked(null, [...nodes]);
  built.check();
  return { doc: built, tags };
}

export function withMetadata({ doc: plain, tags }: Story, metadata: Partial<Metadata>): Story {
  return { doc: plain.type.createChecked({ ...plain.attrs, ...metadata }, plain.content), tags };
}

export function block(type: string, attrs?: Readonly<Record<string, unknown>>) {
  return (...children: readonly Child[]): Part => {
    const { nodes, tags } = joined(children);
    const node = schema.node(type, attrs, [...nodes]);
    return { nodes: [node], tags: moved(tags, 1) };
  };
}

export function nodeType(name: string): NodeType {
  const type = schema.nodes[name];
  if (!type) throw new Error(`the schema has no ${name}`);
  return type;
}

export const kicker = block("kicker");
export const headline = block("headline");
export const standfirst = block("standfirst");
export const byline = block("byline");
export const p = block("paragraph");
export const subhead = block("subhead");
export const pullquote = block("pullquote");
export const ul = block("bulletlist");
export const ol = block("numberedlist");
export const li = block("listitem");
export const hr = block("divider");
/** `quote(p("words"), by("Jo", "mayor"))` */
export const quote = block("quote");

export function by(speaker = "", role = ""): Part {
  return block("attribution")(block("speaker")(speaker), block("role")(role));
}

export interface FigureParts {
  readonly caption?: Child;
  readonly credit?: Child;
  readonly media?: string | null;
  readonly width?: number;
  readonly height?: number;
  readonly alt?: string;
}

/** A picture's name as main gives it; the digit tells pictures apart. */
export function picture(digit: number, extension = "jpg"): string {
  return `${String(digit).repeat(64)}.${extension}`;
}

export function figure({ caption = "", credit = "", ...attrs }: FigureParts = {}): Part {
  const given = { media: picture(1), ...attrs };
  return block("figure", given)(block("caption")(caption), block("credit")(credit));
}

export const strong = marked("strong");
export const em = marked("em");
export const dateline = marked("dateline");

export function link(href: string, ...children: readonly Child[]): Part {
  return marked("link", { href })(...children);
}

/** Text with marks, where a builder takes one part only. */
export function line(...children: readonly Child[]): Part {
  return joined(children);
}

/** Text as it is, though it looks like a tag. */
export function plain(text: string): Part {
  return { nodes: text === "" ? [] : [schema.text(text)], tags: {} };
}

/** A state without plugins. Throws when the story has no tag for the selection. */
export function stateOf(story: Story): EditorState {
  return EditorState.create({ doc: story.doc, selection: selectionOf(story) });
}

export function selectionOf({ doc: story, tags }: Story): Selection {
  if (tags["n"] !== undefined) return NodeSelection.create(story, tags["n"]);
  if (tags["a"] === undefined) throw new Error("the story has no <a> or <n>: where is the caret?");
  return TextSelection.create(story, tags["a"], tags["b"] ?? tags["a"]);
}

/**
 * Runs a command and expects that story and selection; null when it must refuse and change nothing.
 * The command's answer without `dispatch` has to be the same.
 */
export function apply(before: Story, command: Command, expected: Story | null): void {
  const state = stateOf(before);
  let after = state;
  const isDone = command(state, (tr) => (after = after.apply(tr)));
  expect(command(state), "what it says it would do").toBe(isDone);
  expect(isDone, "whether it does something").toBe(expected !== null);
  if (expected === null) expect(after).toBe(state);
  else expectState(after, expected);
}

export function expectState(state: EditorState, expected: Story): void {
  expect(shown(state)).toBe(shown(stateOf(expected)));
  expect(state.doc.toJSON()).toEqual(expected.doc.toJSON());
  state.doc.check();
}

function marked(name: string, attrs?: Readonly<Record<string, unknown>>) {
  return (...children: readonly Child[]): Part => {
    const { nodes, tags } = joined(children);
    const mark: Mark = schema.mark(name, attrs);
    return { nodes: nodes.map((node) => node.mark(mark.addToSet(node.marks))), tags };
  };
}

function joined(children: readonly Child[]): Part {
  const nodes: Node[] = [];
  let tags: Tags = {};
  let size = 0;
  for (const child of children) {
    const part = typeof child === "string" ? tagged(child) : child;
    tags = { ...tags, ...moved(part.tags, size) };
    for (const node of part.nodes) size += node.nodeSize;
    nodes.push(...part.nodes);
  }
  return { nodes, tags };
}

function tagged(text: string): Part {
  const tags: Record<string, number> = {};
  const [first = "", ...rest] = text.split(/<(?=[abn]>)/);
  let words = first;
  for (const piece of rest) {
    tags[piece.slice(0, 1)] = words.length;
    words += piece.slice(2);
  }
  return { ...plain(words), tags };
}

function moved(tags: Tags, by: number): Tags {
  const entries = Object.entries(tags).map(([tag, pos]) => [tag, (pos ?? 0) + by] as const);
  return Object.fromEntries(entries);
}
