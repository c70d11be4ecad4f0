// `npm run reliability` runs the tests of the faults and writes docs/reliability.md. `npm run
// test:long` does the same with the full counts, which take their time; `-- --row R5` tries one row,
// `-- --kills 500` kills the whole program so many times and does nothing else.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Halt, main, messageOf } from "./main";
import { writeDocument } from "./reliability/document";
import { readFigures, skippedList, table } from "./reliability/figures";
import { rowNames } from "./reliability/rows";
import { recordingTests, type RecordingTests } from "./reliability/tests";
import { add, nothing, summary, type Count } from "./test/count";
import { vitest, vitestOnElectron } from "./test/vitest";

const onlyKills: RecordingTests = { unit: [], app: ["tests/app/killed.test.ts"] };

await main(async () => {
  const { isLong, row, kills } = orderFrom(process.argv.slice(2));
  const folder = await mkdtemp(join(tmpdir(), "stet-figures-"));
  try {
    const file = join(folder, "figures");
    const env = {
      ...process.env,
      STET_FIGURES: file,
      ...(isLong ? { STET_LONG: "1" } : {}),
      ...(kills === null ? {} : { STET_KILLS: String(kills) }),
    };
    const only = row === null ? [] : ["--testNamePattern", `\\b${row} `];
    const { unit, app } = kills === null ? await recordingTests() : onlyKills;
    let total: Count = nothing;
    if (unit.length > 0)
      total = add(total, await vitest("unit", { env, args: [...unit, ...only] }));
    if (app.length > 0)
      total = add(total, await vitestOnElectron({ env, args: [...app, ...only] }));

    const figures = readFigures(await readFile(file, "utf8").catch(() => ""));
    console.log(`\n${table(figures)}\n${skippedList(figures)}`);
    if (row === null && kills === null) {
      await writeDocument(isLong ? "npm run test:long" : "npm run reliability", figures);
    }
    // Tests that another row's name left out arrive as skipped, too; these are none of ours.
    console.log(`\n${summary({ ...total, skipped: figures.skipped.length })}`);
    return total.failed === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

interface Order {
  readonly isLong: boolean;
  readonly row: string | null;
  readonly kills: number | null;
}

function orderFrom(args: readonly string[]): Order {
  const { long = false, row = null, kills = null } = parsed(args);
  if (row !== null && !rowNames.some((name) => name === row)) {
    throw new Halt(`There is no row "${row}". Rows: ${rowNames.join(", ")}.`);
  }
  if (kills !== null && !/^[1-9]\d{0,5}$/.test(kills)) throw new Halt(`--kills takes a number.`);
  return { isLong: long, row, kills: kills === null ? null : Number(kills) };
}

function parsed(args: readonly string[]) {
  const options = {
    long: { type: "boolean" },
    row: { type: "string" },
    kills: { type: "string" },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Halt(messageOf(error));
  }
}
