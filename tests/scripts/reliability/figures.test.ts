import { describe, expect, it } from "vitest";
import { readFigures, skippedList, table } from "../../../scripts/reliability/figures";

const full = { row: "R5", tier: "U", cases: 64, lost: 0, worstMs: 12.1, note: "" };
const failing = { row: "R7", tier: "U", cases: 1500, lost: 1, worstMs: null, note: "saving" };
const powerless = { row: "R4", note: "", skipped: "mount is not permitted" };

const lines = (...figures: readonly object[]): string =>
  figures.map((one) => `${JSON.stringify(one)}\n`).join("");

describe("readFigures", () => {
  it("puts what tests recorded into the order of the rows", () => {
    const figures = readFigures(lines(failing, powerless, full));
    expect(figures).toEqual({ made: [full, failing], skipped: [powerless] });
  });

  it("throws for a row that there is not", () => {
    expect(() => readFigures(lines({ ...full, row: "R99" }))).toThrow();
  });
});

describe("table", () => {
  it("has a line for each figure", () => {
    expect(table(readFigures(lines(failing, full))).split("\n")).toEqual([
      "| Row | Fault                                    | Tier | Cases | Lost | Worst |",
      "| --- | ---------------------------------------- | ---- | ----- | ---- | ----- |",
      "| R5  | disk full                                | U    | 64    | 0    | 13 ms |",
      "| R7  | each system call failing in turn: saving | U    | 1,500 | 1    |       |",
    ]);
  });
});

describe("skippedList", () => {
  it("gives the reason of each", () => {
    expect(skippedList(readFigures(lines(full, powerless)))).toBe(
      "- SKIPPED R4 power cut at every step: mount is not permitted",
    );
  });

  it("is empty if all was tried", () => {
    expect(skippedList(readFigures(lines(full)))).toBe("");
  });
});
