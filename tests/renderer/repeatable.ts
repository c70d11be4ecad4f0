import { onTestFailed } from "vitest";

/**
 * That many runs from a seed of chance, which is printed however the test fails: fast-check names it with
 * a failing story, but not where the test took too long. `STET_SEED` in the environment repeats it.
 */
export function repeatable(numRuns: number): { readonly numRuns: number; readonly seed: number } {
  const given = process.env["STET_SEED"];
  const seed = given === undefined ? Math.trunc(Math.random() * 2 ** 31) : Number(given);
  onTestFailed(() => console.error(`To repeat it: STET_SEED=${seed}`));
  return { numRuns, seed };
}
