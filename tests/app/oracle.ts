// What was really typed and what was really said to be saved, with times. It is kept in memory or on
// another disk than the story and the profile, and read back from there: nothing of it passes through
// the program that is killed.

import { appendFileSync, existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export const oraclePlace = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

type Event =
  | { readonly kind: "begun"; readonly text: string }
  | { readonly kind: "key"; readonly letter: string }
  | { readonly kind: "saved"; readonly text: string }
  /** A dialog opened while the writer's hands were at the keys. */
  | { readonly kind: "asked"; readonly text: string }
  | { readonly kind: "killed" };

type Timed = Event & { readonly ms: number };

/** One run of the program, as the oracle has it. */
export interface Account {
  /** All that should be there: what the run began with, and each key since. */
  readonly typed: string;
  /** What the window showed when it last said "Saved"; null if it did not in this run. */
  readonly acked: string | null;
  /** What Stet asked under the writer's hands. */
  readonly asked: readonly string[];
  /** How much time of typing is missing where only `found` is left of `typed`. */
  missingMs(found: string): number;
}

export class Oracle {
  private constructor(private readonly path: string) {}

  static async begin(): Promise<Oracle> {
    const folder = await mkdtemp(join(oraclePlace, "stet-oracle-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return new Oracle(join(folder, "log"));
  }

  note(event: Event): void {
    appendFileSync(this.path, `${JSON.stringify({ ms: performance.now(), ...event })}\n`);
  }

  /** The last run. */
  async account(): Promise<Account> {
    const lines = (await readFile(this.path, "utf8")).trimEnd().split("\n");
    const all = lines.map((line) => JSON.parse(line) as Timed);
    const run = all.slice(all.findLastIndex(({ kind }) => kind === "begun"));
    const keys = run.filter((event) => event.kind === "key");
    const [begun] = run;
    const before = begun?.kind === "begun" ? begun.text : "";
    const killedMs = run.at(-1)?.ms ?? 0;
    const typed = before + keys.map(({ letter }) => letter).join("");
    return {
      typed,
      acked: run.findLast((event) => event.kind === "saved")?.text ?? null,
      asked: run.filter((event) => event.kind === "asked").map(({ text }) => text),
      missingMs(found) {
        if (found.length >= typed.length) return 0;
        // Words of an earlier run had been on the disk: they may not go at all.
        if (found.length < before.length) return Infinity;
        const last = keys[Math.max(found.length - before.length - 1, 0)];
        return killedMs - (last?.ms ?? killedMs);
      },
    };
  }
}
