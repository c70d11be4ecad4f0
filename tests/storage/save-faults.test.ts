// What each call of a save does when it fails is tried in tests/reliability: here is what needs words.

import { randomBytes } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeDisk, type Disk } from "../../electron/storage/disk";
import { readStory } from "../../electron/storage/read-story";
import { saveStory, type SaveOrder } from "../../electron/storage/save";
import { faultyDisk, type FaultPlan, type FaultyDisk } from "./faulty-disk";
import { nameOf } from "./picture";
import { anOrder, doc, failureOf, saved, sourceOf, tempFolder, tempsIn, valueOf } from "./story";

describe("saveStory on a failing disk", () => {
  it("leaves a whole story, old or new, wherever the program is killed", async () => {
    const { path, order } = await aSecondSave();
    const healthy = faultyDisk(null);
    valueOf(await saveStory(order, healthy.disk));
    for (let nth = 1; nth <= healthy.calls.length; nth += 1) {
      await rm(path);
      const base = await saved(path, "Old");
      const faulty = faultyDisk({ nth, code: "CRASH" });
      const result = await saveStory({ ...order, base }, faulty.disk);
      const headline = result.ok || isAfterRename(faulty, nth) ? "New" : "Old";
      expect(valueOf(await readStory(path)).article.content, `call ${nth}`).toEqual(doc(headline));
      for (const temp of await tempsIn(dirname(path))) await rm(join(dirname(path), temp));
    }
  }, 30_000);

  it("trusts the file's size more than the calls that wrote it", async () => {
    const { path, order } = await aSecondSave();
    const old = await readFile(path);
    const plan = { name: "file.write", nth: 1 };
    const failure = failureOf(await saveStory(order, faultyDisk({ ...plan, code: "LOST" }).disk));
    expect(failure.kind).toBe("unwritable");
    expect(failure.reason).toContain("EIO");
    expect(await readFile(path)).toEqual(old);
  });

  it("never replaces a good file by one that does not open", async () => {
    const { path, order } = await aSecondSave();
    const old = await readFile(path);
    const plan = { name: "file.write", nth: 1, code: "ROT", lasting: true };
    const failure = failureOf(await saveStory(order, faultyDisk(plan).disk));
    expect(failure).toMatchObject({ kind: "unwritable", file: "story.stet" });
    expect(failure.reason).toContain("does not read back");
    expect(await readFile(path)).toEqual(old);
    expect(await tempsIn(dirname(path))).toEqual([]);
  });

  it("reads back what stands there in the end, every byte of it", async () => {
    const { order } = await aSecondSave();
    const rename: Disk["rename"] = async (from, to) => {
      await nodeDisk.rename(from, to);
      const bytes = await readFile(to);
      await writeFile(to, bytes.fill("?", bytes.indexOf("<h1>"), bytes.indexOf("</h1>")));
    };
    const failure = failureOf(await saveStory(order, { ...nodeDisk, rename }));
    expect(failure.reason).toContain("does not read back");
  });

  it("asks whether the file itself may be written, since the rename asks only its folder", async () => {
    const { path, order } = await aSecondSave();
    const old = await readFile(path);
    const plan = { name: "access", nth: 1 };
    const failure = failureOf(await saveStory(order, faultyDisk({ ...plan, code: "EACCES" }).disk));
    expect(failure.kind).toBe("denied");
    expect(await readFile(path)).toEqual(old);
  });

  it("is not in conflict with itself after a failure that came after the rename", async () => {
    const { path, order } = await aSecondSave();
    const plan = { name: "file.sync", nth: 2 };
    const failure = failureOf(await saveStory(order, faultyDisk({ ...plan, code: "EIO" }).disk));
    expect(failure.kind).toBe("unwritable");
    expect(valueOf(await readStory(path)).article.content).toEqual(doc("New"));
    valueOf(await saveStory({ ...order, ...anOrder(path, "Newer", { base: order.base }) }));
    expect(valueOf(await readStory(path)).article.content).toEqual(doc("Newer"));
  });

  it("saves where modes and owners cannot be set", async () => {
    const { path, order } = await aSecondSave();
    const plan = { name: "file.chmod", nth: 1 };
    valueOf(await saveStory(order, faultyDisk({ ...plan, code: "EPERM" }).disk));
    expect(valueOf(await readStory(path)).article.content).toEqual(doc("New"));
  });

  it.each([
    ["ENOSPC", "full"],
    ["EACCES", "denied"],
    ["EROFS", "denied"],
    ["ENOENT", "missing"],
    ["EIO", "unwritable"],
  ])("names %s as “%s”", async (code, kind) => {
    const { order } = await aSecondSave();
    const plan: FaultPlan = { name: "rename", nth: 1, code, lasting: true };
    expect(failureOf(await saveStory(order, faultyDisk(plan).disk)).kind).toBe(kind);
  });
});

async function aSecondSave(): Promise<{ readonly path: string; readonly order: SaveOrder }> {
  const path = join(await tempFolder(), "story.stet");
  const base = await saved(path, "Old");
  const picture = randomBytes(3000);
  const sources = [sourceOf(nameOf(picture, "png"), picture)];
  return { path, order: anOrder(path, "New", { base, sources }) };
}

/** How many pieces a file is written in may differ from save to save, so every save is asked itself. */
function isAfterRename({ calls }: FaultyDisk, nth: number): boolean {
  return calls.includes("rename") && calls.indexOf("rename") < nth - 1;
}
