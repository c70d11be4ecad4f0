// The disk under the profile takes no more: the writer is told, writes on, and saves.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, type TestContext } from "vitest";
import { run, runOrSkip } from "../reliability/disks";
import { figure, Worst } from "../reliability/figures";
import { tempFolder } from "../storage/story";
import { eventually, keptCopy, kill, launch, save, saveState } from "./stet";
import { articleIn, blocksOn, textsOf } from "./story";
import { write } from "./writer";

interface Fault {
  readonly name: string;
  /** What lies on the failing disk, below the profile. */
  readonly part: string;
  readonly kB: number;
  readonly reason: RegExp;
  make(disk: string): Promise<unknown>;
  mend(disk: string): Promise<unknown>;
}

const full = {
  reason: /^No safety copy: .*there is no space left on the disk/,
  make: fill,
  mend: async (disk: string) => run("find", disk, "-name", "filler-*", "-delete"),
};

const faults: readonly Fault[] = [
  { name: "full", part: ".", kB: 64 * 1024, ...full },
  { name: "full below recovery", part: "recovery", kB: 256, ...full },
  {
    name: "read-only below recovery",
    part: "recovery",
    kB: 256,
    reason: /^No safety copy: .*its disk can only be read/,
    // Not while a copy is being written.
    make: (disk) => eventually(() => isMounted("ro", disk)).toBe(true),
    mend: (disk) => eventually(() => isMounted("rw", disk)).toBe(true),
  },
];

const long = " and".repeat(3000);

describe("R6 the profile's disk", () => {
  it.each(faults)(
    "R6 $name: says so until it has room again; typing and Save go on",
    async ({ name, part, kB, reason, make, mend }, ...rest) => {
      const [ctx] = rest as unknown as [TestContext];
      const folder = await tempFolder();
      const disk = join(folder, "profile", part);
      await mkdir(disk, { recursive: true });
      runOrSkip(ctx, "R6", name, "mount", "-t", "tmpfs", "-o", `size=${kB}k`, "tmpfs", disk);
      onTestFinished(() => run("umount", "-l", disk));
      const stet = await launch({ folder });
      onTestFinished(() => kill(stet));
      const { page } = stet;
      const warning = page.locator(".status-warning", { hasText: reason });
      const path = join(folder, "story.stet");
      const worst = new Worst();
      await write(page, "<Enter>", "Kept");
      await keptCopy(stet, "Kept");

      await make(disk);
      // Short copies go on fitting in the room of those before them.
      await page.keyboard.insertText(long);
      await worst.of(() => warning.waitFor());
      // It lasts, and is told once.
      await page.waitForTimeout(1500);
      expect(await warning.count()).toBe(1);
      await write(page, " more");
      expect(await blocksOn(page)).toContain(`h1: Kept${long} more`);
      await save(stet, path);
      expect(textsOf((await articleIn(path)).content, "headline")).toEqual([`Kept${long} more`]);
      await write(page, " still");
      await worst.of(() => warning.waitFor());
      await saveState(page, "edited");

      await mend(disk);
      await worst.of(() => warning.waitFor({ state: "detached" }));
      await keptCopy(stet, `Kept${long} more still`);
      figure("R6", { tier: "C", cases: 1, lost: 0, worstMs: worst.ms, note: name });
      expect(worst.ms).toBeLessThan(2000);
    },
  );
});

/** To the last byte, however its blocks fall. */
async function fill(disk: string): Promise<void> {
  for (const size of [1 << 20, 1 << 12, 1]) {
    for (let n = 0, isRoom = true; isRoom; n += 1) {
      const filler = join(disk, `filler-${size}-${n}`);
      isRoom = await writeFile(filler, Buffer.alloc(size, 1)).then(
        () => true,
        () => false,
      );
    }
  }
}

function isMounted(how: "ro" | "rw", disk: string): boolean {
  try {
    run("mount", "-o", `remount,${how}`, disk);
    return true;
  } catch {
    return false;
  }
}
