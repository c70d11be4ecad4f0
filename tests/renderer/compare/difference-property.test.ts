import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fragment, type Node } from "prosemirror-model";
import { difference, type Row } from "../../../renderer/compare/difference";
import { alone, type Range } from "../../../renderer/compare/words";
import { anyDoc } from "../arbitrary";

const seed = 2026;

describe("a comparison of any two states", () => {
  it("holds every block of both, each once and in its order", () => {
    forAll((before, after, rows) => {
      expect(rebuilt(rows, "before")).toEqual(before.content.toJSON());
      expect(rebuilt(rows, "after")).toEqual(after.content.toJSON());
    });
  });

  it("marks words so that those not marked are the same on both sides", () => {
    forAll((_before, _after, rows) => {
      for (const row of rows) {
        const other = row.move ? rows[row.move.row] : row;
        const old = row.before ?? other?.before;
        const now = row.after ?? other?.after;
        if (!old || !now) continue;
        const removed = row.before ? row.removed : other?.removed;
        const added = row.after ? row.added : other?.added;
        expect(unmarked(old, removed)).toBe(unmarked(now, added));
      }
    });
  });

  it("shows each moved block at two places that point to each other", () => {
    forAll((_before, _after, rows) => {
      for (const [index, { move, before, after }] of rows.entries()) {
        if (move === null) continue;
        const other = rows[move.row];
        expect(other?.move).toMatchObject({ row: index, isDown: move.isDown });
        expect([before === null, after === null]).toEqual([
          other?.after === null,
          other?.before === null,
        ]);
        expect((before ?? after)?.type).toBe((other?.before ?? other?.after)?.type);
        expect(move.isDown).toBe(before === null ? move.row < index : index < move.row);
      }
    });
  });
});

function forAll(check: (before: Node, after: Node, rows: readonly Row[]) => void): void {
  fc.assert(
    fc.property(twoStates, ([before, after]) => check(before, after, difference(before, after))),
    { seed, numRuns: 300 },
  );
}

/** A story, and what became of it: its blocks in another order, some lost, doubled, come or reworded. */
const twoStates = fc.tuple(anyDoc, anyDoc).chain(([before, other]) => {
  const isHeader = (block: Node): boolean => block.type.isInGroup("header");
  const body = before.children.filter((block) => !isHeader(block));
  const header = fc.constantFrom(before, other).map((doc) => doc.children.filter(isHeader));
  const kept = fc.shuffledSubarray([...body, ...body], { minLength: 1 });
  const come = fc.subarray(other.children.filter((block) => !isHeader(block)));
  return fc
    .tuple(header, kept, come, fc.array(fc.boolean(), { maxLength: 8 }))
    .map(([first, stayed, added, reworded]) => {
      const old = stayed.map((block, at) => (reworded[at] ? withoutFirstWord(block) : block));
      return [before, before.copy(Fragment.from([...first, ...old, ...added]))] as const;
    });
});

function withoutFirstWord(block: Node): Node {
  if (!block.isTextblock || block.textContent.length < 2) return block;
  return block.cut(1);
}

function rebuilt(rows: readonly Row[], side: "before" | "after"): unknown {
  const blocks = rows.flatMap((row) => row[side] ?? []);
  return Fragment.from(blocks).toJSON();
}

/** The text of a block without what is marked. */
function unmarked(block: Node, marked: readonly Range[] = []): string {
  const doc = alone(block);
  let text = "";
  let at = 0;
  for (const { from, to } of marked) {
    text += doc.textBetween(at, from);
    at = to;
  }
  return text + doc.textBetween(at, doc.content.size);
}
