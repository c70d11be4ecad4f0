// What tells two states of a story apart: blocks that belong together stand in one row, and within a
// row the words that differ are named. Rows are found by whole blocks first, so that a long story with
// one changed word costs one comparison of words.

import { diffArrays } from "diff";
import { ChangeSet, simplifyChanges, type TokenEncoder } from "prosemirror-changeset";
import type { Mark, Node } from "prosemirror-model";
import { StepMap } from "prosemirror-transform";
import { pairs } from "./pairs";

export interface Row {
  /** A top-level block, or null where only the other state has one. */
  readonly before: Node | null;
  readonly after: Node | null;
  /** What differs, as positions in `alone(before)` and `alone(after)`. */
  readonly removed: readonly Range[];
  readonly added: readonly Range[];
  readonly isSame: boolean;
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Every block of both states, in reading order. */
export function difference(before: Node, after: Node): readonly Row[] {
  const rows: Row[] = [];
  let [left, right] = [0, 0];
  let gone: readonly Node[] = [];
  const flush = (come: readonly Node[]): void => {
    for (const [old, now] of pairs(gone, come)) rows.push(rowOf(old, now));
    gone = [];
  };
  for (const { added, removed, count } of diffArrays(keysOf(before), keysOf(after))) {
    if (removed) {
      flush([]);
      gone = before.children.slice(left, left + count);
      left += count;
    } else if (added) {
      flush(after.children.slice(right, right + count));
      right += count;
    } else {
      flush([]);
      for (let i = 0; i < count; i++) rows.push(rowOf(before.child(left++), after.child(right++)));
    }
  }
  flush([]);
  return rows;
}

/** A document of that block alone, to show it by; it is not a story that could be edited. */
export function alone(block: Node): Node {
  return block.type.schema.topNodeType.create(null, block);
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

function keysOf(doc: Node): string[] {
  return doc.children.map((block) => JSON.stringify(block.toJSON()));
}

function rowOf(before: Node | null, after: Node | null): Row {
  const nothing = { before, after, removed: [], added: [], isSame: false };
  if (before === null || after === null) return nothing;
  if (before.eq(after)) return { ...nothing, isSame: true };
  const [old, now] = [alone(before), alone(after)];
  const all = new StepMap([0, old.content.size, now.content.size]);
  const set = ChangeSet.create(old, undefined, tokens).addSteps(now, [all], null);
  const changes = simplifyChanges(set.changes, now);
  return {
    ...nothing,
    removed: changes.map(({ fromA, toA }) => ({ from: fromA, to: toA })).filter(isSome),
    added: changes.map(({ fromB, toB }) => ({ from: fromB, to: toB })).filter(isSome),
  };
}

function isSome({ from, to }: Range): boolean {
  return to > from;
}

/** Unlike the package's own tokens these tell apart what is bold from what is not, and two pictures. */
const tokens: TokenEncoder<string | number> = {
  encodeCharacter: (char, marks) => (marks.length === 0 ? char : `${char} ${marksKey(marks)}`),
  encodeNodeStart: (node) => `${node.type.name} ${JSON.stringify(node.attrs)}`,
  encodeNodeEnd: (node) => `/${node.type.name}`,
  compareTokens: (a, b) => a === b,
};

function marksKey(marks: readonly Mark[]): string {
  return JSON.stringify(marks.map((mark) => mark.toJSON() as unknown));
}
