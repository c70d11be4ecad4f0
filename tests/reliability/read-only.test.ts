import { readFile, readdir, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, type TestContext } from "vitest";
import { takePicture } from "../../electron/storage/media";
import { openRecovery } from "../../electron/storage/recovery";
import { readStory } from "../../electron/storage/read-story";
import { saveStory } from "../../electron/storage/save";
import { png } from "../storage/picture";
import { aBackup, anOrder, doc, saved, tempFolder, valueOf } from "../storage/story";
import { run, runOrSkip } from "./disks";
import { figure, Worst } from "./figures";

describe("R9 what can only be read", () => {
  it("R9 a file that its owner has locked is opened, and never written", async (ctx) => {
    const note = "file";
    const { folder, path, base } = await aStory();
    runOrSkip(ctx, "R9", note, "chattr", "+i", path);
    onTestFinished(() => run("chattr", "-i", path));
    await refuses(note, folder, [anOrder(path, "New", { base }), anOrder(path, "New")]);
  });

  it("R9 a story in a locked folder is opened, and never written", async (ctx) => {
    const note = "folder";
    const { folder, path, base } = await aStory();
    runOrSkip(ctx, "R9", note, "chattr", "+i", folder);
    onTestFinished(() => run("chattr", "-i", folder));
    await refuses(note, folder, [
      anOrder(path, "New", { base }),
      anOrder(join(folder, "b"), "New"),
    ]);
  });

  it("R9 a story on a read-only disk is opened, and never written", async (ctx) => {
    const note = "disk";
    const { folder, base } = await aStory();
    const view = await readOnlyView(ctx, folder, note);
    const path = join(view, "story.stet");
    await refuses(note, view, [anOrder(path, "New", { base }), anOrder(join(view, "b"), "New")]);
  });

  it("R9 a read-only profile is told with the first recovery copy and the first picture", async (ctx) => {
    const note = "profile";
    const view = await readOnlyView(ctx, await tempFolder(), note);
    const backup = aBackup("New", 1);
    const worst = new Worst();
    const results = [
      await worst.of(() => openRecovery(view).backUp("one", backup)),
      await worst.of(() => takePicture(join(view, "media"), png(3, 2), "bridge.png")),
    ];
    const lost = results.filter((result) => result.ok || result.failure.kind !== "denied").length;
    figure("R9", { tier: "U", cases: results.length, lost, worstMs: worst.ms, note });
    expect(lost).toBe(0);
  });
});

interface Story {
  readonly folder: string;
  readonly path: string;
  readonly base: string;
}

async function aStory(): Promise<Story> {
  const folder = await tempFolder();
  const path = join(folder, "story.stet");
  return { folder, path, base: await saved(path, "Old") };
}

/** The same folder by another path, where nobody may write. */
async function readOnlyView(ctx: TestContext, folder: string, note: string): Promise<string> {
  const view = join(await tempFolder(), "view");
  await mkdir(view);
  runOrSkip(ctx, "R9", note, "mount", "--bind", folder, view);
  onTestFinished(() => run("umount", view));
  runOrSkip(ctx, "R9", note, "mount", "-o", "remount,bind,ro", view);
  return view;
}

/** Each of these saves is denied within two seconds, and the folder stays as it was. */
async function refuses(
  note: string,
  folder: string,
  orders: readonly Parameters<typeof saveStory>[0][],
): Promise<void> {
  const path = join(folder, "story.stet");
  const old = await readFile(path);
  const worst = new Worst();
  let lost = 0;
  for (const order of orders) {
    const result = await worst.of(() => saveStory(order));
    const isDenied = !result.ok && result.failure.kind === "denied";
    if (!isDenied || !(await readFile(path)).equals(old)) lost += 1;
  }
  expect(valueOf(await readStory(path)).article.content).toEqual(doc("Old"));
  expect(await readdir(folder)).toEqual(["story.stet"]);
  figure("R9", { tier: "U", cases: orders.length, lost, worstMs: worst.ms, note });
  expect(lost).toBe(0);
  expect(worst.ms).toBeLessThan(2000);
}
