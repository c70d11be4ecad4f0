import * as v from "valibot";
import { add, nothing, oneFailed, type Count } from "./count";

const outcome = v.object({ status: v.string() });

/** What we read of the report of vitest's JSON reporter. */
const Report = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numTodoTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(outcome) })),
});

/** A count, and what to tell about it if the tests themselves do not. */
export interface Verdict {
  readonly count: Count;
  readonly remark: string | null;
}

/**
 * Counts a run from its report, null if it left none, and its exit code. Never counts less than
 * one failure for a run that did not end well or that tested nothing.
 */
export function readReport(json: string | null, exitCode: number): Verdict {
  if (json === null) {
    return { count: oneFailed, remark: `ended with code ${exitCode} before it could report` };
  }
  const report = v.parse(Report, JSON.parse(json));
  const count = {
    passed: report.numPassedTests,
    // A file that cannot even be loaded has no tests that could fail.
    failed: report.numFailedTests + report.testResults.filter(failsWithoutTest).length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  if (exitCode !== 0 && count.failed === 0) {
    const remark = `ended with code ${exitCode} though no test failed`;
    return { count: add(count, oneFailed), remark };
  }
  if (count.passed + count.failed + count.skipped === 0) {
    return { count: add(nothing, oneFailed), remark: "found no tests" };
  }
  return { count, remark: null };
}

function failsWithoutTest(file: v.InferOutput<typeof Report>["testResults"][number]): boolean {
  return (
    file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed")
  );
}
