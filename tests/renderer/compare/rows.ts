// A comparison in words, as tests tell it.

import type { Node } from "prosemirror-model";
import { difference, type Row } from "../../../renderer/compare/difference";
import { alone } from "../../../renderer/compare/words";
import type { Story } from "../build";

/**
 * Each row as `old | new`, what differs in brackets, `=` where the two are the same. An arrow says
 * that a block was moved down or up, `+` that it went along with the one above.
 */
export function shown(before: Story, after: Story): readonly string[] {
  return difference(before.doc, after.doc)
    .filter((row) => text(row.before) !== "" || text(row.after) !== "")
    .map((row) =>
      row.isSame ? `= ${text(row.after)}` : `${side(row, "before")} | ${side(row, "after")}`,
    );
}

export function text(block: Node | null): string {
  return block ? block.textBetween(0, block.content.size, "/") : "";
}

export function side(row: Row, which: "before" | "after"): string {
  const block = row[which];
  if (block === null) return "-";
  const whole = alone(block);
  const ranges = which === "before" ? row.removed : row.added;
  let result = "";
  let at = 0;
  for (const { from, to } of ranges) {
    result += `${whole.textBetween(at, from, "/")}[${whole.textBetween(from, to, "/")}]`;
    at = to;
  }
  return arrow(row) + result + whole.textBetween(at, whole.content.size, "/");
}

function arrow({ move }: Row): string {
  if (move === null) return "";
  return `${move.isDown ? "↓" : "↑"}${move.isAlong ? "+" : ""} `;
}
