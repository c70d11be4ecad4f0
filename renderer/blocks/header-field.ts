// Kicker, headline, standfirst and byline differ in name, place and type, not in behaviour:
// one line of text that is always there, that Enter walks out of and Backspace never joins.

import type { NodeSpec } from "prosemirror-model";
import { chainCommands } from "prosemirror-commands";
import type { Block, Types } from "./block";
import { defineBlock } from "./block";
import {
  atEnd,
  atStart,
  startOfBody,
  toNextTextblock,
  toParagraphAt,
  toPreviousTextblock,
  within,
} from "./commands";
import type { Command } from "prosemirror-state";
import type { HtmlSpec } from "../lib/html";

interface HeaderField<N extends string> {
  readonly name: N;
  /** The element on the page and in the editor. */
  readonly tag: string;
  readonly placeholder: string;
  /** Foreign markup that means this field; each names where it comes from. */
  readonly parse?: NodeSpec["parseDOM"];
  /** Marks that may stand in it, in NodeSpec's notation. */
  readonly marks: string;
}

export function defineHeaderField<N extends string>(field: HeaderField<N>): Block<N, never> {
  const { name, tag, placeholder, marks } = field;
  const spec: NodeSpec = {
    group: "header",
    content: "text*",
    marks,
    defining: true,
    // A key that removes selected blocks never finds one of these selected.
    selectable: false,
    parseDOM: [{ tag: `${tag}.${name}` }, ...(field.parse ?? [])],
    toDOM: () => [tag, { class: name, "data-placeholder": placeholder }, 0],
  };
  const write = (_: unknown, children: readonly HtmlSpec[]): HtmlSpec =>
    children.length === 0 ? null : [tag, { class: name }, ...children];
  const keys = (types: Types<N>): Record<string, Command> => ({
    Enter: within(types[name], chainCommands(toNewParagraph, toNextTextblock)),
    Tab: within(types[name], toNextTextblock),
    "Shift-Tab": within(types[name], toPreviousTextblock),
    // The first field has nothing before it: the key is used up all the same, so nothing is joined.
    Backspace: within(types[name], atStart(chainCommands(toPreviousTextblock, () => true))),
    Delete: within(
      types[name],
      atEnd(() => true),
    ),
  });
  return defineBlock({
    nodes: { [name]: spec } as Record<N, NodeSpec>,
    html: { [name]: write } as Record<N, typeof write>,
    keys,
  });
}

/**
 * From the last field into a new paragraph, where the body opens with a picture, a quote or the like:
 * no other key could put words before it. Backspace takes an empty one away again.
 */
const toNewParagraph: Command = ({ doc, selection, tr }, dispatch) => {
  const body = startOfBody(doc);
  const $body = doc.resolve(body);
  const paragraph = $body.parent.contentMatchAt($body.index()).defaultType;
  if (selection.$to.after() !== body || $body.nodeAfter?.type === paragraph) return false;
  dispatch?.(toParagraphAt(tr, body).scrollIntoView());
  return true;
};
