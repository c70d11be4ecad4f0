import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished, type TestContext } from "vitest";
import { nodeDisk, type Disk } from "../../electron/storage/disk";
import { readStory } from "../../electron/storage/read-story";
import { saveStory, type SaveOrder } from "../../electron/storage/save";
import { faultyDisk, type FaultPlan, type FaultyDisk } from "./faulty-disk";
import { nameOf } from "./picture";
import { anOrder, doc, failureOf, saved, sourceOf, tempFolder, tempsIn, valueOf } from "./story";

const codes = ["ENOSPC", "EIO", "EROFS", "EACCES", "EPERM", "EBUSY", "EMFILE", "SHORT"];

describe("saveStory on a failing disk", () => {
  it.each(codes)(
    "never says saved of what is not, whichever call gives %s",
    async (code) => {
      const { path, order } = await aSecondSave();
      const healthy = faultyDisk(null);
      valueOf(await saveStory(order, healthy.disk));
      expect(new Set(healthy.calls)).toContain("rename");
      for (let nth = 1; nth <= healthy.calls.length; nth += 1) {
        await rm(path);
        const base = await saved(path, "Old");
        const old = await readFile(path);
        const call = `${code} from call ${nth}, ${healthy.calls[nth - 1] ?? ""}`;
        const faulty = faultyDisk({ nth, code });
        const result = await saveStory({ ...order, base }, faulty.disk);
        const isNew = !(await readFile(path)).equals(old);
        expect(isNew, call).toBe(result.ok || isAfterRename(faulty, nth));
        expect(valueOf(await readStory(path)).article.content, call).toEqual(
          doc(isNew ? "New" : "Old"),
        );
        if (!result.ok) expect(result.failure.file, call).toBe("story.stet");
        expect(await tempsIn(dirname(path)), call).toEqual([]);
      }
    },
    30_000,
  );

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

  it("keeps the old file when a real disk is full, and saves once there is room", async (ctx) => {
    const folder = await smallDisk(ctx);
    const path = join(folder, "story.stet");
    const base = await saved(path, "Old");
    const old = await readFile(path);
    await writeFile(join(folder, "ballast"), Buffer.alloc(300 * 1024));
    const noise = randomBytes(900 * 1024);
    const order = anOrder(path, "New", { base, sources: [sourceOf(nameOf(noise, "jpg"), noise)] });
    const failure = failureOf(await saveStory(order));
    expect(failure).toMatchObject({ kind: "full", file: "story.stet" });
    expect(await readFile(path)).toEqual(old);
    expect(await tempsIn(folder)).toEqual([]);
    await rm(join(folder, "ballast"));
    await saved(path, "New", { base, html: "x".repeat(1000) });
  });

  it("never cuts a story, however little room is left", async (ctx) => {
    const folder = await smallDisk(ctx);
    const path = join(folder, "story.stet");
    const ballast = join(folder, "ballast");
    let kept = { headline: "Story 0", base: await saved(path, "Story 0") };
    const outcomes = new Set<boolean>();
    for (let room = 0; room <= 256; room += 16) {
      await rm(ballast, { force: true });
      fill(ballast, room);
      const headline = `Story ${room}`;
      const html = "x".repeat(100 * 1024);
      const result = await saveStory(anOrder(path, headline, { base: kept.base, html }));
      if (result.ok) kept = { headline, base: result.value.fingerprint };
      else expect(result.failure.kind).toBe("full");
      outcomes.add(result.ok);
      expect(valueOf(await readStory(path)).article.content).toEqual(doc(kept.headline));
      expect(await tempsIn(folder)).toEqual([]);
    }
    expect(outcomes).toEqual(new Set([false, true]));
  }, 30_000);

  it("refuses a folder on a disk that can only be read", async (ctx) => {
    const folder = await smallDisk(ctx);
    const path = join(folder, "story.stet");
    const base = await saved(path, "Old");
    const old = await readFile(path);
    execFileSync("mount", ["-o", "remount,ro", folder]);
    expect(failureOf(await saveStory(anOrder(path, "New", { base }))).kind).toBe("denied");
    expect(failureOf(await saveStory(anOrder(`${path}2`, "New"))).kind).toBe("denied");
    expect(await readFile(path)).toEqual(old);
  });

  it("refuses a file that its owner has write-protected", async (ctx) => {
    const path = join(await tempFolder(), "story.stet");
    const base = await saved(path, "Old");
    const old = await readFile(path);
    tryOrSkip(ctx, "chattr", ["+i", path]);
    onTestFinished(() => void execFileSync("chattr", ["-i", path]));
    expect(failureOf(await saveStory(anOrder(path, "New", { base }))).kind).toBe("denied");
    expect(await readFile(path)).toEqual(old);
    expect(await tempsIn(dirname(path))).toEqual([]);
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

async function smallDisk(ctx: TestContext): Promise<string> {
  const folder = join(await tempFolder(), "disk");
  await mkdir(folder);
  tryOrSkip(ctx, "mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]);
  onTestFinished(() => void execFileSync("umount", [folder]));
  return folder;
}

function tryOrSkip(ctx: TestContext, command: string, args: readonly string[]): void {
  try {
    execFileSync(command, args, { stdio: "pipe" });
  } catch (error) {
    const reason = `skipped: ${command} is not permitted here (${String(error)})`;
    console.warn(reason);
    ctx.skip(reason);
  }
}

/** Fills the disk and then frees `room` KiB of it. */
function fill(path: string, room: number): void {
  const script = 'dd if=/dev/zero of="$0" bs=4k 2>/dev/null; truncate -s "-$1" "$0"';
  execFileSync("sh", ["-c", script, path, `${room}K`]);
}
