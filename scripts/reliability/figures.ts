// What the tests of the faults record while they run, one line of JSON each, and the table of it.

import * as v from "valibot";
import { rowNames, rows } from "./rows";

const row = v.picklist(rowNames);

const madeSchema = v.object({
  row,
  /** U in plain Node, C in each run of `npm test`, X in the long run only. */
  tier: v.picklist(["U", "C", "X"]),
  cases: v.number(),
  lost: v.number(),
  /** Of one case; null where time is no question. */
  worstMs: v.nullable(v.number()),
  /** What part of the row this is, if it is not all of it. */
  note: v.optional(v.string(), ""),
});

const skippedSchema = v.object({ row, note: v.string(), skipped: v.string() });

/** One fault as it was tried. */
export type Made = Readonly<v.InferOutput<typeof madeSchema>>;

/** One fault that could not be made on this machine, and why. */
export type Skipped = Readonly<v.InferOutput<typeof skippedSchema>>;

export interface Figures {
  readonly made: readonly Made[];
  readonly skipped: readonly Skipped[];
}

/** Reads the lines that the tests wrote; throws for one that is not theirs. */
export function readFigures(text: string): Figures {
  const lines = text.split("\n").filter((line) => line !== "");
  const all = lines.map((line) =>
    v.parse(v.union([skippedSchema, madeSchema]), JSON.parse(line) as unknown),
  );
  const inOrder = all.sort((a, b) => rankOf(a) - rankOf(b) || (a.note < b.note ? -1 : 1));
  return {
    made: inOrder.filter((one): one is Made => !("skipped" in one)),
    skipped: inOrder.filter((one): one is Skipped => "skipped" in one),
  };
}

/** A Markdown table, its columns aligned so that a terminal shows it well, too. */
export function table({ made }: Figures): string {
  const head = ["Row", "Fault", "Tier", "Cases", "Lost", "Worst"];
  const cells = [head, ...made.map(cellsOf)];
  const widths = head.map((_, column) =>
    Math.max(...cells.map((line) => (line[column] ?? "").length)),
  );
  const rule = widths.map((width) => "-".repeat(width));
  const [first = [], ...rest] = cells.map((line) =>
    line.map((cell, column) => cell.padEnd(widths[column] ?? 0)),
  );
  return [first, rule, ...rest].map((line) => `| ${line.join(" | ")} |`).join("\n");
}

/** A list of what was not tried; empty if all was. */
export function skippedList({ skipped }: Figures): string {
  return skipped.map((one) => `- SKIPPED ${titleOf(one)}: ${one.skipped}`).join("\n");
}

export function titleOf({ row, note }: Pick<Made, "row" | "note">): string {
  return `${row} ${faultOf({ row, note })}`;
}

function faultOf({ row, note }: Pick<Made, "row" | "note">): string {
  return note === "" ? rows[row] : `${rows[row]}: ${note}`;
}

function cellsOf({ row, note, tier, cases, lost, worstMs }: Made): readonly string[] {
  const worst = worstMs === null ? "" : `${Math.ceil(worstMs).toLocaleString("en")} ms`;
  const counts = [cases, lost].map((count) => count.toLocaleString("en"));
  return [row, faultOf({ row, note }), tier, ...counts, worst];
}

function rankOf({ row }: Made | Skipped): number {
  return rowNames.indexOf(row);
}
