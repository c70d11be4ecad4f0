import { randomBytes } from "node:crypto";
import { readFile, readdir, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openRecovery } from "../../electron/storage/recovery";
import { readStory } from "../../electron/storage/read-story";
import { saveStory } from "../../electron/storage/save";
import { nameOf } from "../storage/picture";
import { aBackup, anOrder, doc, saved, sourceOf, valueOf } from "../storage/story";
import { resize, smallDisk } from "./disks";
import { figure, Worst } from "./figures";

const stepKb = 16;
const steps = 64;
const hugeKb = 16 * 1024;

describe("R5 a full disk", () => {
  it("R5 keeps the old file whatever room is left, and saves once there is more", async (ctx) => {
    const folder = await smallDisk(ctx, "R5", "a story", 1024);
    const path = join(folder, "story.stet");
    const [small, large] = [300, 3 * 1024].map((kB) => randomBytes(kB * 1024));
    const worst = new Worst();
    let lost = 0;
    for (let step = 0; step < steps; step += 1) {
      resize(folder, hugeKb);
      await rm(path, { force: true });
      const base = await saved(path, "Old", { sources: [picture(small)] });
      const old = await readFile(path);
      await leaveRoom(folder, step * stepKb);
      const order = anOrder(path, "New", { base, sources: [picture(large)] });
      const result = await worst.of(() => saveStory(order));
      const isKept =
        !result.ok &&
        result.failure.kind === "full" &&
        result.failure.reason.includes("no space left") &&
        (await readFile(path)).equals(old) &&
        (await readdir(folder)).length === 1;
      resize(folder, hugeKb);
      const again = await saveStory(order);
      const story = valueOf(await readStory(path)).article.content;
      if (!isKept || !again.ok || !isNew(story)) lost += 1;
    }
    figure("R5", { tier: "U", cases: steps, lost, worstMs: worst.ms, note: "a story" });
    expect(lost).toBe(0);
    expect(worst.ms).toBeLessThan(2000);
  });

  it("R5 keeps one recovery copy whatever room is left, and keeps the next once there is more", async (ctx) => {
    const folder = await smallDisk(ctx, "R5", "a recovery copy", 1024);
    const worst = new Worst();
    let lost = 0;
    for (let step = 0; step < steps; step += 1) {
      resize(folder, hugeKb);
      await rm(join(folder, "recovery"), { recursive: true, force: true });
      const recovery = openRecovery(folder);
      valueOf(await recovery.backUp("one", backup(1, 300)));
      await leaveRoom(folder, step * stepKb);
      const result = await worst.of(() => recovery.backUp("one", backup(2, 3 * 1024)));
      const [kept] = await openRecovery(folder).listRecovered();
      const isTold = !result.ok && result.failure.kind === "full" && kept?.revision === 1;
      resize(folder, hugeKb);
      const again = await recovery.backUp("one", backup(2, 3 * 1024));
      const [next] = await openRecovery(folder).listRecovered();
      if (!isTold || !again.ok || next?.revision !== 2) lost += 1;
    }
    figure("R5", { tier: "U", cases: steps, lost, worstMs: worst.ms, note: "a recovery copy" });
    expect(lost).toBe(0);
    expect(worst.ms).toBeLessThan(2000);
  });
});

function picture(bytes: Buffer | undefined) {
  const noise = bytes ?? Buffer.alloc(0);
  return sourceOf(nameOf(noise, "jpg"), noise);
}

function backup(revision: number, kB: number) {
  return aBackup("x".repeat(kB * 1024), revision);
}

function isNew(content: unknown): boolean {
  return JSON.stringify(content) === JSON.stringify(doc("New"));
}

/** Makes the disk so small that only so much is free. */
async function leaveRoom(disk: string, kB: number): Promise<void> {
  const { blocks, bfree, bsize } = await statfs(disk);
  resize(disk, ((blocks - bfree) * bsize) / 1024 + kB);
}
