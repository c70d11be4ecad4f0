import { describe, expect, it } from "vitest";
import { nothing, oneFailed } from "../../../scripts/test/count";
import { readReport } from "../../../scripts/test/report";

type Status = "passed" | "failed" | "pending" | "todo";

/** A report as vitest writes it, of one file whose tests ended so. */
function aReport(statuses: readonly Status[], file: Status = "passed"): string {
  const number = (status: Status) => statuses.filter((each) => each === status).length;
  return JSON.stringify({
    numPassedTests: number("passed"),
    numFailedTests: number("failed"),
    numPendingTests: number("pending"),
    numTodoTests: number("todo"),
    testResults: [{ status: file, assertionResults: statuses.map((status) => ({ status })) }],
  });
}

describe("readReport", () => {
  it("counts passed, failed and skipped tests", () => {
    const report = aReport(["passed", "passed", "failed", "pending", "todo"], "failed");
    expect(readReport(report, 1)).toEqual({
      count: { passed: 2, failed: 1, skipped: 2 },
      remark: null,
    });
  });

  it("counts a file that could not be loaded as a failure", () => {
    expect(readReport(aReport([], "failed"), 1).count).toEqual(oneFailed);
  });

  it("counts a run that failed outside of its tests as a failure", () => {
    const { count, remark } = readReport(aReport(["passed"]), 1);
    expect(count).toEqual({ ...nothing, passed: 1, failed: 1 });
    expect(remark).toContain("code 1");
  });

  it("counts a run without a report as a failure", () => {
    const { count, remark } = readReport(null, 134);
    expect(count).toEqual(oneFailed);
    expect(remark).toContain("code 134");
  });

  it("counts a run without tests as a failure", () => {
    expect(readReport(aReport([]), 0)).toEqual({ count: oneFailed, remark: "found no tests" });
  });
});
