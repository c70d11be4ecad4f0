// What tells two states of a story apart: blocks that belong together stand in one row, and within a
// row the words that differ are named. Rows are found by whole blocks first, so that a long story with
// one changed word costs one comparison of words. A block that was moved has two rows, one a place.

import { diffArrays } from "diff";
import type { Node } from "prosemirror-model";
import { editedMoves, wholeMoves, type Block, type Moves } from "./moves";
import { pairs, type Pair } from "./pairs";
import { differentWords, type Words } from "./words";

export interface Row extends Words {
  /** A top-level block, or null where only the other state has one, or has it at another place. */
  readonly before: Node | null;
  readonly after: Node | null;
  readonly isSame: boolean;
  /** Null for a block that stands where it stood, came new, or went for good. */
  readonly move: Move | null;
}

export interface Move {
  /** Which row shows the block at its other place. */
  readonly row: number;
  readonly isDown: boolean;
  /** The block of the row above was moved along with this one. */
  readonly isAlong: boolean;
}

/** Every block of both states, in reading order. */
export function difference(before: Node, after: Node): readonly Row[] {
  const stretches = stretchesOf(blocksOf(before), blocksOf(after));
  const whole = wholeMoves(
    stretches.flatMap(({ gone }) => gone),
    stretches.flatMap(({ come }) => come),
  );
  const paired = stretches.flatMap(({ gone, come, same }) => [
    ...pairs(gone, come, whole),
    ...same,
  ]);
  return rowsOf(paired, new Map([...whole, ...editedMoves(...leftOver(paired, whole))]));
}

/** How many changes a reader would count: what moved together is one. */
export function differences(rows: readonly Row[]): number {
  const counted = rows.filter(
    ({ isSame, move, after }) => !isSame && (move === null || (after !== null && !move.isAlong)),
  );
  return counted.length;
}

/** The first line of `after` that `before` has not got so; else the first that is missing; "" if none. */
export function firstDifference(before: Node, after: Node): string {
  const [old, now] = [before, after].map((doc) => doc.children.map((block) => lineOf(block)));
  const at = (now ?? []).findIndex((line, index) => line !== old?.[index]);
  const index = at < 0 ? (now?.length ?? 0) : at;
  return now?.[index] || old?.[index] || "";
}

function lineOf(block: Node): string {
  return block.textBetween(0, block.content.size, " ").trim();
}

function blocksOf(doc: Node): readonly Block[] {
  return doc.children.map((node) => ({ node, key: JSON.stringify(node.toJSON()) }));
}

/** Blocks that went and came at one place, and those after them that stayed. */
interface Stretch {
  readonly gone: readonly Block[];
  readonly come: readonly Block[];
  readonly same: readonly Pair[];
}

function stretchesOf(before: readonly Block[], after: readonly Block[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let [left, right] = [0, 0];
  let open: Stretch = { gone: [], come: [], same: [] };
  for (const { added, removed, count } of diffArrays(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  )) {
    if (removed) open = { ...open, gone: before.slice(left, left + count) };
    else if (added) open = { ...open, come: after.slice(right, right + count) };
    else {
      const now = after.slice(right, right + count);
      const same = before.slice(left, left + count).map((old, at): Pair => [old, now[at] ?? null]);
      stretches.push({ ...open, same });
      open = { gone: [], come: [], same: [] };
    }
    if (!added) left += count;
    if (!removed) right += count;
  }
  return [...stretches, open];
}

/** The blocks that have no other half yet, those of the one state and those of the other. */
function leftOver(paired: readonly Pair[], moved: Moves): [readonly Block[], readonly Block[]] {
  const single = paired.filter(([old, now]) => old === null || now === null);
  const free = (block: Block | null): readonly Block[] =>
    block && !moved.has(block) ? [block] : [];
  return [single.flatMap(([old]) => free(old)), single.flatMap(([, now]) => free(now))];
}

function rowsOf(paired: readonly Pair[], moved: Moves): readonly Row[] {
  const places = new Map(paired.map(([old, now], row) => [old ?? now, row]));
  const otherPlace = ([old, now]: Pair): number | undefined => {
    const block = old ?? now;
    const other = block && moved.get(block);
    return other ? places.get(other) : undefined;
  };
  const moveOf = (pair: Pair, row: number): Move | null => {
    const other = otherPlace(pair);
    if (other === undefined) return null;
    const isFrom = pair[0] !== null;
    const above = paired[row - 1];
    const isOneSide = above !== undefined && (above[0] !== null) === isFrom;
    return {
      row: other,
      isDown: isFrom === row < other,
      isAlong: isOneSide && otherPlace(above) === other - 1,
    };
  };
  return paired.map((pair, row): Row => {
    const [old, now] = pair;
    const from = old ?? (now && moved.get(now));
    const to = now ?? (old && moved.get(old));
    const words = from && to ? differentWords(from.node, to.node) : unmarked;
    return {
      before: old?.node ?? null,
      after: now?.node ?? null,
      removed: old ? words.removed : [],
      added: now ? words.added : [],
      isSame: old?.key === now?.key,
      move: moveOf(pair, row),
    };
  });
}

const unmarked: Words = { removed: [], added: [] };
