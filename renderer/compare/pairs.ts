import type { Node } from "prosemirror-model";

type Pair = readonly [Node | null, Node | null];

/** Beyond this many comparisons blocks are taken as replaced as a whole. */
const maxComparisons = 10_000;
/** Of the words of two blocks, how many they must share to be called the same block, changed. */
const minLikeness = 0.3;

/**
 * Blocks that were taken out and blocks that came in their place: which of these are one and the same,
 * changed? The pairs keep both orders, and share as many words as such pairs can.
 */
export function pairs(gone: readonly Node[], come: readonly Node[]): readonly Pair[] {
  const apart = [
    ...gone.map((node): Pair => [node, null]),
    ...come.map((node): Pair => [null, node]),
  ];
  if (gone.length === 0 || come.length === 0) return apart;
  if (gone.length * come.length > maxComparisons) return apart;
  const best = likenesses(gone, come);
  const found: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length || j < come.length) {
    const here = best[i]?.[j] ?? 0;
    if (i < gone.length && here === (best[i + 1]?.[j] ?? 0)) found.push([gone[i++] ?? null, null]);
    else if (j < come.length && here === (best[i]?.[j + 1] ?? 0)) {
      found.push([null, come[j++] ?? null]);
    } else found.push([gone[i++] ?? null, come[j++] ?? null]);
  }
  return found;
}

/** `[i][j]`: the likeness of the best pairs that the blocks from the i-th and the j-th on can make. */
function likenesses(gone: readonly Node[], come: readonly Node[]): readonly (readonly number[])[] {
  const [goneWords, comeWords] = [gone.map(wordsOf), come.map(wordsOf)];
  const best: number[][] = Array.from({ length: gone.length + 1 }, () =>
    new Array<number>(come.length + 1).fill(0),
  );
  for (let i = gone.length - 1; i >= 0; i--) {
    for (let j = come.length - 1; j >= 0; j--) {
      const isOne = gone[i]?.type === come[j]?.type;
      const isField = gone[i]?.type.isInGroup("header") === true;
      const alike = isOne && !isField ? likeness(goneWords[i], comeWords[j]) : Number(isOne);
      const paired = alike < minLikeness ? 0 : alike + (best[i + 1]?.[j + 1] ?? 0);
      const row = best[i];
      if (row) row[j] = Math.max(paired, best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return best;
}

function wordsOf(block: Node): ReadonlySet<string> {
  return new Set(block.textBetween(0, block.content.size, " ").match(/[\p{L}\p{N}]+/gu));
}

/** Shared words of all words, 0 to 1. Blocks without words are alike. */
function likeness(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}
