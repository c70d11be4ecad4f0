// What a story is made of, at a glance: its headline, subheads, quotes, pictures and corrections.

import type { Node } from "prosemirror-model";
import { Selection, type Command, type EditorState } from "prosemirror-state";

export interface OutlineEntry {
  /** The node's type. */
  readonly kind: string;
  readonly text: string;
  /** Where the block begins. */
  readonly pos: number;
}

const outlines = new WeakMap<Node, readonly OutlineEntry[]>();

/** In reading order. What has no words yet says what it is. */
export function outlineOf(doc: Node): readonly OutlineEntry[] {
  const known = outlines.get(doc);
  if (known) return known;
  const entries: OutlineEntry[] = [];
  doc.forEach((block, pos) => {
    const words = wordsOf(block);
    if (words !== null) entries.push({ kind: block.type.name, text: words, pos });
  });
  outlines.set(doc, entries);
  return entries;
}

/** The entry that the caret stands in or behind, as its place in the list; -1 before the first. */
export function currentEntry({ selection, doc }: EditorState): number {
  return outlineOf(doc).findLastIndex(({ pos }) => pos <= selection.from);
}

/** Puts the caret into the block at `pos`. */
export function jumpTo(pos: number): Command {
  return (state, dispatch) => {
    const $pos = state.doc.resolve(Math.min(pos + 1, state.doc.content.size));
    dispatch?.(state.tr.setSelection(Selection.near($pos)).scrollIntoView());
    return true;
  };
}

function wordsOf(block: Node): string | null {
  const { name } = block.type;
  if (name === "headline") return block.textContent || "Headline";
  if (name === "subhead") return block.textContent || "Subhead";
  if (name === "quote") return `“${block.firstChild?.textContent ?? ""}”`;
  if (name === "figure") return block.firstChild?.textContent || "Picture";
  if (name === "correction") return block.textContent || "Correction";
  return null;
}
