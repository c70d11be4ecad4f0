// Tests of the faults in scripts/reliability/rows.ts tell here what they tried. With STET_FIGURES=FILE
// each telling is a line of that file (`npm run reliability` makes a table of them); without, nothing.

import { appendFileSync } from "node:fs";
import type { TestContext } from "vitest";
import { titleOf, type Made, type Skipped } from "../../scripts/reliability/figures";
import type { Row } from "../../scripts/reliability/rows";

export type Figure = Omit<Made, "row" | "note"> & { readonly note?: string };

export function figure(row: Row, { note = "", ...made }: Figure): void {
  record({ row, note, ...made });
}

/** Ends a test whose fault cannot be made on this machine: said aloud, counted as skipped. */
export function skipRow(ctx: TestContext, row: Row, note: string, reason: string): never {
  const skipped = reason.trim().replace(/\s+/g, " ");
  record({ row, note, skipped });
  console.log(`SKIPPED ${titleOf({ row, note })}: ${skipped}`);
  return ctx.skip(skipped);
}

/** How many cases to try: fewer in each run of `npm test`, all of them under `npm run test:long`. */
export function inRun({ short, long }: { readonly short: number; readonly long: number }): number {
  return isLong ? long : short;
}

export const isLong = process.env["STET_LONG"] === "1";

/** For a test that runs until its cases are through, however long that takes. */
export const untilDone = { timeout: 2 * 60 * 60 * 1000 };

/** Keeps the longest time that a case took, and the most that it took of the processor. */
export class Worst {
  #ms = 0;
  #cpuMs = 0;

  get ms(): number {
    return this.#ms;
  }

  /** What a limit can be held against where the machine has other things to do as well. */
  get cpuMs(): number {
    return this.#cpuMs;
  }

  async of<T>(work: () => T | Promise<T>): Promise<T> {
    const startedMs = performance.now();
    const before = process.cpuUsage();
    try {
      return await work();
    } finally {
      const { user, system } = process.cpuUsage(before);
      this.#ms = Math.max(this.#ms, performance.now() - startedMs);
      this.#cpuMs = Math.max(this.#cpuMs, (user + system) / 1000);
    }
  }
}

function record(line: Made | Skipped): void {
  const file = process.env["STET_FIGURES"];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
}
