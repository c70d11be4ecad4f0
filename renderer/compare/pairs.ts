import type { Node } from "prosemirror-model";
import { likeness, maxComparisons, wordsOf } from "./likeness";
import type { Block, Moves } from "./moves";

export type Pair = readonly [Block | null, Block | null];

/** Of the words of two blocks, how many they must share to be called the same block, changed. */
const minLikeness = 0.3;

/**
 * Blocks that were taken out and blocks that came in their place: which of these are one and the same,
 * changed? The pairs keep both orders, and share as many words as such pairs can. What is known to have
 * moved stays alone; beyond `maxComparisons` everything does.
 */
export function pairs(
  gone: readonly Block[],
  come: readonly Block[],
  moved: Moves,
): readonly Pair[] {
  const apart = [
    ...gone.map((block): Pair => [block, null]),
    ...come.map((block): Pair => [null, block]),
  ];
  if (gone.length === 0 || come.length === 0) return apart;
  if (gone.length * come.length > maxComparisons) return apart;
  const best = likenesses(gone, come, moved);
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
function likenesses(
  gone: readonly Block[],
  come: readonly Block[],
  moved: Moves,
): readonly (readonly number[])[] {
  const [goneWords, comeWords] = [gone, come].map((blocks) =>
    blocks.map(({ node }) => wordsOf(node)),
  );
  const best: number[][] = Array.from({ length: gone.length + 1 }, () =>
    new Array<number>(come.length + 1).fill(0),
  );
  for (const [i, old] of [...gone.entries()].reverse()) {
    for (const [j, now] of [...come.entries()].reverse()) {
      const isMoved = moved.has(old) || moved.has(now);
      const alike = isMoved ? 0 : alikeness(old.node, now.node, goneWords?.[i], comeWords?.[j]);
      const paired = alike < minLikeness ? 0 : alike + (best[i + 1]?.[j + 1] ?? 0);
      const row = best[i];
      if (row) row[j] = Math.max(paired, best[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return best;
}

type WordSet = ReadonlySet<string> | undefined;

function alikeness(old: Node, now: Node, oldWords: WordSet, nowWords: WordSet): number {
  if (old.type !== now.type) return 0;
  return old.type.isInGroup("header") ? 1 : likeness(oldWords, nowWords);
}
