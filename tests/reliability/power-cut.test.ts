import { randomBytes } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Disk } from "../../electron/storage/disk";
import { openRecovery } from "../../electron/storage/recovery";
import { readMedia, readStory } from "../../electron/storage/read-story";
import { saveStory } from "../../electron/storage/save";
import { nameOf } from "../storage/picture";
import { aBackup, anOrder, doc, saved, sourceOf, valueOf } from "../storage/story";
import { cutDisk, type CutDisk } from "./cut-disk";
import { figure, isLong, untilDone } from "./figures";

const picture = randomBytes(200_000);
const media = nameOf(picture, "png");

describe("R4 the power is cut", () => {
  it(
    "R4 while a story is saved: old or new, and new if that was acknowledged",
    untilDone,
    async (ctx) => {
      const note = "saving";
      const machine = await cutDisk(ctx, note);
      const path = join(machine.folder, "story.stet");
      let base = "";
      await everyStep(machine, note, {
        fill: async () =>
          void (base = await saved(path, "Old", { sources: [sourceOf(media, picture)] })),
        act: async (disk) =>
          (
            await saveStory(
              anOrder(path, "New", { base, sources: [sourceOf(media, picture)] }),
              disk,
            )
          ).ok,
        isKept: async (isAcknowledged) => {
          const content = JSON.stringify(valueOf(await readStory(path)).article.content);
          valueOf(await readMedia(path, media));
          const isNew = content === JSON.stringify(doc("New"));
          return isAcknowledged ? isNew : isNew || content === JSON.stringify(doc("Old"));
        },
      });
    },
  );

  it(
    "R4 while a story is saved to a new place: there if that was acknowledged, else whole or not",
    untilDone,
    async (ctx) => {
      const note = "saving as";
      const machine = await cutDisk(ctx, note);
      const path = join(machine.folder, "story.stet");
      await everyStep(machine, note, {
        act: async (disk) =>
          (await saveStory(anOrder(path, "New", { sources: [sourceOf(media, picture)] }), disk)).ok,
        isKept: async (isAcknowledged) => {
          if (!(await isThere(path))) return !isAcknowledged;
          valueOf(await readMedia(path, media));
          const { content } = valueOf(await readStory(path)).article;
          return JSON.stringify(content) === JSON.stringify(doc("New"));
        },
      });
    },
  );

  it(
    "R4 while a recovery copy is written: the last that was acknowledged is there, or a later one",
    untilDone,
    async (ctx) => {
      const note = "a recovery copy";
      const machine = await cutDisk(ctx, note);
      const profile = join(machine.folder, "profile");
      let acknowledged = 0;
      await everyStep(machine, note, {
        act: async (disk) => {
          const recovery = openRecovery(profile, disk);
          acknowledged = 0;
          for (const revision of [1, 2, 3]) {
            if (!(await recovery.backUp("one", backup(revision))).ok) return false;
            acknowledged = revision;
          }
          return true;
        },
        isKept: async () => {
          const [kept] = await openRecovery(profile).listRecovered();
          if (kept === undefined) return acknowledged === 0;
          return kept.revision >= acknowledged && kept.text === backup(kept.revision).text;
        },
      });
    },
  );

  it("R4 is a real cut: without the folder's fsync it loses what was acknowledged", async (ctx) => {
    const machine = await cutDisk(ctx, "the fault itself");
    const path = join(machine.folder, "story.stet");
    await machine.begin();
    const { disk } = machine.cutting(0);
    const open: Disk["open"] = async (file, ...rest) => {
      const handle = await disk.open(file, ...rest);
      return file === machine.folder ? replaced(handle, { sync: async () => undefined }) : handle;
    };
    const unsynced = replaced(disk, { open });
    valueOf(await saveStory(anOrder(path, "New"), unsynced));
    machine.cut();
    machine.restart();
    expect(await isThere(path)).toBe(false);
  });
});

interface Work {
  readonly fill?: () => Promise<void>;
  /** Whether it was acknowledged. */
  readonly act: (disk: Disk) => Promise<boolean>;
  /** Asked when the power is back. */
  readonly isKept: (isAcknowledged: boolean) => Promise<boolean>;
}

/** Cuts the power before each call in turn, and once after the last; in a short run before every second. */
async function everyStep(machine: CutDisk, note: string, work: Work): Promise<void> {
  await machine.begin(work.fill);
  const healthy = machine.cutting(0);
  expect(await work.act(healthy.disk)).toBe(true);
  const last = healthy.calls.length + 1;
  const steps = Array.from({ length: last }, (_, n) => n + 1);
  const chosen = isLong ? [...steps, ...steps] : steps.filter((step) => step % 2 === last % 2);
  const lost: string[] = [];
  for (const step of chosen) {
    await machine.begin(work.fill);
    const cutting = machine.cutting(step);
    const isAcknowledged = await work.act(cutting.disk);
    if (cutting.calls.length < step) machine.cut();
    machine.restart();
    if (!(await work.isKept(isAcknowledged)))
      lost.push(`${step}, ${cutting.calls[step - 1] ?? "after it"}`);
  }
  figure("R4", { tier: "U", cases: chosen.length, lost: lost.length, worstMs: null, note });
  expect(lost).toEqual([]);
}

function backup(revision: number) {
  return aBackup(`Revision ${revision} ${"x".repeat(20_000)}`, revision);
}

function replaced<T extends object>(target: T, some: Partial<T>): T {
  return new Proxy(target, {
    get: (_, key): unknown => Reflect.get(key in some ? some : target, key),
  });
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
