import { describe, expect, it } from "vitest";
import { add, nothing, oneFailed, summary } from "../../../scripts/test/count";

describe("add", () => {
  it("adds each kind", () => {
    const a = { passed: 1, failed: 2, skipped: 3 };
    expect(add(a, { passed: 10, failed: 20, skipped: 30 })).toEqual({
      passed: 11,
      failed: 22,
      skipped: 33,
    });
    expect(add(nothing, oneFailed)).toEqual(oneFailed);
  });
});

describe("summary", () => {
  it("names passed and failed", () => {
    expect(summary({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
  });

  it("names skipped only if there are any", () => {
    expect(summary({ passed: 12, failed: 1, skipped: 2 })).toBe("12 passed, 1 failed, 2 skipped");
  });
});
