import { describe, expect, it } from "vitest";
import { lineToGoTo } from "../../../renderer/ui/menu-keys";

const lines = ["Quote", "Picture", "Subhead", "Pull quote"].map((label) => ({
  textContent: ` ${label} what it is for`,
}));

function from(at: number, key: string, held: { ctrlKey?: true; altKey?: true } = {}) {
  const event = { key, ctrlKey: false, metaKey: false, altKey: false, ...held };
  const line = lineToGoTo(lines, lines[at], event);
  return line && lines.indexOf(line);
}

describe("lineToGoTo", () => {
  it("goes round with the arrows", () => {
    expect([from(0, "ArrowDown"), from(3, "ArrowDown")]).toEqual([1, 0]);
    expect([from(2, "ArrowUp"), from(0, "ArrowUp")]).toEqual([1, 3]);
  });

  it("begins at an end when no line has the focus yet", () => {
    expect([from(-1, "ArrowDown"), from(-1, "ArrowUp")]).toEqual([0, 3]);
  });

  it("goes to the ends with Home and End", () => {
    expect([from(2, "Home"), from(1, "End")]).toEqual([0, 3]);
  });

  it("goes to the next line that begins with a letter, and round", () => {
    expect([from(0, "p"), from(1, "P"), from(3, "p")]).toEqual([1, 3, 1]);
    expect(from(2, "s")).toBe(2);
    expect(from(0, "w")).toBeNull();
  });

  it("leaves other keys, and keys that are held with others, alone", () => {
    for (const key of ["Enter", " ", "Escape", "Tab", "F1"]) expect(from(0, key)).toBeNull();
    expect(from(0, "p", { ctrlKey: true })).toBeNull();
    expect(from(0, "ArrowDown", { altKey: true })).toBeNull();
  });

  it("has nowhere to go in an empty menu", () => {
    for (const key of ["ArrowDown", "ArrowUp", "Home", "a"]) {
      const event = { key, ctrlKey: false, metaKey: false, altKey: false };
      expect(lineToGoTo([], null, event)).toBeNull();
    }
  });
});
