// Stories that can be read and not written. Root may write past permission bits, so these take the
// faults that hold for root too; where one cannot be made the test says so.

import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { tempFolder } from "../storage/story";
import { stateOf } from "./bad-files";
import { answerDialogs, eventually, launched, saveState, windowTitles, type Stet } from "./stet";
import { articleIn, textsOf, writeStory } from "./story";
import { write } from "./writer";

interface Fault {
  readonly what: string;
  /** Takes the right to write away until the test ends; throws where that cannot be done. */
  make(path: string): Promise<void>;
}

const run = promisify(execFile);

const faults: readonly Fault[] = [
  { what: "a read-only file", make: (path) => immutable(path) },
  { what: "a file in a read-only folder", make: (path) => immutable(dirname(path)) },
  {
    what: "a file on a read-only disk",
    async make(path) {
      const folder = dirname(path);
      await run("mount", ["--bind", folder, folder]);
      onTestFinished(async () => {
        await run("umount", [folder]);
      });
      await run("mount", ["-o", "remount,ro,bind", folder]);
    },
  },
];

describe("R9", () => {
  it.each(faults)("$what is labelled, left alone and saved elsewhere", async (fault) => {
    const path = await aStory();
    const before = await stateOf(path);
    if (!(await isMade(fault, path))) return;
    const stet = await launched({ files: [path] });
    await stet.page.locator("h1", { hasText: "Theirs" }).waitFor();
    await expectLabel(stet, "Theirs — Read-only — Stet", 1);

    await write(stet.page, "<Control+Home>", "<Enter>", "<End>", ", and mine");
    await answerDialogs(stet);
    await write(stet.page, "<Control+s>");
    await saveState(stet.page, "edited");
    await expectLabel(stet, "Theirs, and mine — Read-only — Edited — Stet", 1);
    const mine = join(stet.folder, "mine.stet");
    await answerDialogs(stet, mine);
    await write(stet.page, "<Control+s>");
    await saveState(stet.page, "saved");

    await expectLabel(stet, "Theirs, and mine — Stet", 0);
    expect(textsOf((await articleIn(mine)).content, "headline")).toEqual(["Theirs, and mine"]);
    await write(stet.page, ".", "<Control+s>");
    await saveState(stet.page, "saved");
    expect(textsOf((await articleIn(mine)).content, "headline")).toEqual(["Theirs, and mine."]);
    expect(await stateOf(path)).toEqual(before);
  });

  it.each(faults)("$what is so from the next save on", async (fault) => {
    const path = await aStory();
    const before = await stateOf(path);
    const stet = await launched({ files: [path] });
    await stet.page.locator("h1", { hasText: "Theirs" }).waitFor();
    if (!(await isMade(fault, path))) return;

    await write(stet.page, "<Control+Home>", "<Enter>", "<End>", ", and mine");
    await answerDialogs(stet);
    await write(stet.page, "<Control+s>");
    await expectLabel(stet, "Theirs, and mine — Read-only — Edited — Stet", 1);
    await saveState(stet.page, "edited");

    expect(await stateOf(path)).toEqual(before);
  });
});

async function expectLabel(stet: Stet, title: string, shown: number): Promise<void> {
  await eventually(() => windowTitles(stet)).toEqual([title]);
  await eventually(() => stet.page.locator(".status-read-only").count()).toBe(shown);
}

async function aStory(): Promise<string> {
  const folder = join(await tempFolder(), "stories");
  await mkdir(folder);
  const path = join(folder, "theirs.stet");
  await writeStory(path, "Theirs");
  return path;
}

async function isMade({ what, make }: Fault, path: string): Promise<boolean> {
  try {
    await make(path);
    return true;
  } catch (error) {
    console.log(`SKIPPED ${what}: ${String(error)}`);
    return false;
  }
}

async function immutable(path: string): Promise<void> {
  await run("chattr", ["+i", path]);
  onTestFinished(async () => {
    await run("chattr", ["-i", path]);
  });
}
