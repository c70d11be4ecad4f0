import { describe, expect, it } from "vitest";
import { isCorrectionDate, isCorrectionKind } from "../../article/correction";

describe("isCorrectionKind", () => {
  it("knows the four kinds and no list that reads like one", () => {
    expect(isCorrectionKind("retraction")).toBe(true);
    expect(["erratum", "", ["update"], null].map(isCorrectionKind)).not.toContain(true);
  });
});

describe("isCorrectionDate", () => {
  it("takes a day or nothing", () => {
    expect(["2026-03-01", ""].map(isCorrectionDate)).toEqual([true, true]);
    expect(["1 March", "2026-03-01\n", ["2026-03-01"], null].map(isCorrectionDate)).not.toContain(
      true,
    );
  });
});
