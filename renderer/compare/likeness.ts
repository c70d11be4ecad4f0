import type { Node } from "prosemirror-model";

/** Beyond this many comparisons of words nobody waits for their end. */
export const maxComparisons = 10_000;

export function wordsOf(block: Node): ReadonlySet<string> {
  return new Set(block.textBetween(0, block.content.size, " ").match(/[\p{L}\p{N}]+/gu));
}

/** Shared words of all words, 0 to 1. Blocks without words are alike. */
export function likeness(
  a: ReadonlySet<string> = new Set(),
  b: ReadonlySet<string> = new Set(),
): number {
  const shared = sharedWords(a, b);
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}

export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared;
}
