// Which of the blocks that went from one place and came at another are one and the same, moved.

import type { Node } from "prosemirror-model";
import { likeness, maxComparisons, sharedWords, wordsOf } from "./likeness";

/** A top-level block of one state. Two blocks of the same words are two objects. */
export interface Block {
  readonly node: Node;
  /** The same for blocks that are equal to the last mark. */
  readonly key: string;
}

/** Each moved block and where it came to, and the other way round. */
export type Moves = ReadonlyMap<Block, Block>;

/** Far from its old place a block must be known by more than what neighbours may have in common. */
const minLikeness = 0.5;
const minShared = 4;

/** Blocks that went and came unchanged. Of several that are equal the first goes with the first. */
export function wholeMoves(gone: readonly Block[], come: readonly Block[]): Moves {
  const waiting = new Map<string, Block[]>();
  for (const block of come.filter(canMove)) {
    waiting.set(block.key, [...(waiting.get(block.key) ?? []), block]);
  }
  return bothWays(
    gone.filter(canMove).flatMap((block) => {
      const there = waiting.get(block.key)?.shift();
      return there ? [[block, there] as const] : [];
    }),
  );
}

/** Blocks that went and came with other words in them: those most alike first, each once. */
export function editedMoves(gone: readonly Block[], come: readonly Block[]): Moves {
  const [from, to] = [gone, come].map((blocks) =>
    blocks.filter(canMove).map((block) => ({ block, words: wordsOf(block.node) })),
  );
  if (!from || !to || from.length * to.length > maxComparisons) return new Map();
  const found = from.flatMap((a) => to.map((b) => ({ from: a, to: b, likeness: sameness(a, b) })));
  const taken = new Set<Block>();
  const best: (readonly [Block, Block])[] = [];
  for (const { from: a, to: b, likeness: alike } of found.sort((x, y) => y.likeness - x.likeness)) {
    if (alike === 0 || taken.has(a.block) || taken.has(b.block)) continue;
    taken.add(a.block).add(b.block);
    best.push([a.block, b.block]);
  }
  return bothWays(best);
}

interface Worded {
  readonly block: Block;
  readonly words: ReadonlySet<string>;
}

/** 0 where the two are not one block; a picture is the same whatever is written below it. */
function sameness({ block: a, words: old }: Worded, { block: b, words: now }: Worded): number {
  if (a.node.type !== b.node.type) return 0;
  if (mediaOf(a) !== null || mediaOf(b) !== null) return Number(mediaOf(a) === mediaOf(b));
  const alike = likeness(old, now);
  return alike >= minLikeness && sharedWords(old, now) >= minShared ? alike : 0;
}

/** Header fields have their place, and of blocks without words one is like the other. */
function canMove(block: Block): boolean {
  const { node } = block;
  if (node.type.isInGroup("header")) return false;
  return mediaOf(block) !== null || wordsOf(node).size > 0;
}

function mediaOf({ node }: Block): string | null {
  const media: unknown = node.attrs["media"];
  return typeof media === "string" ? media : null;
}

function bothWays(found: readonly (readonly [Block, Block])[]): Moves {
  return new Map(found.flatMap(([from, to]) => [[from, to] as const, [to, from] as const]));
}
