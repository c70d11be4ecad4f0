import { readdir, readFile, writeFile } from "node:fs/promises";
import { constants } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeDisk, type Disk } from "../../electron/storage/disk";
import { readStory } from "../../electron/storage/read-story";
import { salvageStory } from "../../electron/storage/salvage";
import { docOf } from "../../renderer/blocks/document";
import { isHarmless } from "../hostile/harmless";
import { tempFolder, valueOf } from "../storage/story";
import { figure, inRun, untilDone, Worst } from "./figures";
import { mutant, parentOf } from "./mutants";
import { saveSample } from "./sample";
import { Dice } from "./seeded";

describe("S1 a mutated file", () => {
  it(
    "S1 is refused with its reason or opens as a valid story, and nothing is written",
    untilDone,
    async () => {
      const path = join(await tempFolder(), "story.stet");
      const parent = parentOf(await saveSample(path));
      const dice = new Dice(1);
      const cases = inRun({ short: 1000, long: 5000 });
      const times = { opening: new Worst(), salvaging: new Worst() };
      const outcomes = { opened: 0, refused: 0 };
      const broken: string[] = [];
      for (let n = 0; n < cases; n += 1) {
        const { how, bytes: changed } = mutant(parent, dice);
        await writeFile(path, changed);
        try {
          const opened = await openedAs(path, times);
          outcomes[opened] += 1;
          expect((await readFile(path)).equals(changed)).toBe(true);
          expect(times.opening.cpuMs).toBeLessThan(2000);
          expect(times.salvaging.cpuMs).toBeLessThan(2000);
        } catch (error) {
          broken.push(`${n} ${how}: ${String(error)}`);
        }
      }
      expect(await readdir(dirname(path))).toEqual(["story.stet"]);
      figure("S1", { tier: "U", cases, lost: broken.length, worstMs: times.opening.ms });
      expect(broken).toEqual([]);
      expect(Math.min(outcomes.opened, outcomes.refused)).toBeGreaterThan(cases / 50);
    },
  );
});

interface Times {
  readonly opening: Worst;
  readonly salvaging: Worst;
}

async function openedAs(
  path: string,
  { opening, salvaging }: Times,
): Promise<"opened" | "refused"> {
  const doc = await opening.of(async () => {
    const opened = await readStory(path, readingDisk);
    return opened.ok ? docOf(opened.value.article, "story.stet") : opened;
  });
  if (doc.ok) {
    isHarmless(doc.value);
    return "opened";
  }
  expect(doc.failure.file).toBe("story.stet");
  expect(doc.failure.reason).toMatch(/“story\.stet”.*\.$/s);
  const salvaged = await salvaging.of(() => salvageStory(path, readingDisk));
  if (salvaged.ok) isHarmless(valueOf(docOf(salvaged.value.article, "story.stet")));
  else expect(salvaged.failure.kind).toBe("damaged");
  return "refused";
}

/** Lets nobody write; what tries is a failed test, as its error is none of the system's. */
const readingDisk: Disk = new Proxy(nodeDisk, {
  get: (disk, name: keyof Disk) => {
    if (name === "open") {
      return (path: string, flags: number) => {
        if ((flags & (constants.O_WRONLY | constants.O_RDWR)) !== 0) throw new Error("it writes");
        return disk.open(path, flags);
      };
    }
    if (["access", "lstat", "readdir", "readlink", "realpath", "stat"].includes(name)) {
      return disk[name];
    }
    throw new Error(`it calls ${name}`);
  },
});
