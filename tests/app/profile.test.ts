// R19: what Stet keeps for itself may be damaged in any way; the writer's day begins all the same.

import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../../electron/contract";
import { openLibrary } from "../../electron/storage/library";
import { takePicture } from "../../electron/storage/media";
import { openRecovery } from "../../electron/storage/recovery";
import { aBackup, anArticle, tempFolder, textOf, valueOf } from "../storage/story";
import { jpegPicture } from "./pictures";
import { answer, eventually, launched, question, type Stet } from "./stet";
import { blocksOn, figure, node } from "./story";
import { write } from "./writer";

const startMs = 5000;

const damages: readonly [string, (path: string) => Promise<unknown>][] = [
  ["cut short", async (path) => truncate(path, Math.floor((await stat(path)).size / 2))],
  ["random", (path) => writeFile(path, randomBytes(4096))],
  ["empty", (path) => truncate(path, 0)],
  ["100 MB", (path) => writeFile(path, Buffer.alloc(100 * 1024 * 1024, "{"))],
  ["a folder", (path) => rm(path).then(() => mkdir(join(path, "below"), { recursive: true }))],
];

/** Of a text that cannot be got back then; another one can. */
const slot = "recovery/lost/slot-a";
const files = ["recent.json", "settings.json", "window.json", slot];

/** Two at a time, since each start takes a second: what is damaged and what is kept never meet. */
const turns = [
  ["recent.json", "window.json"],
  ["settings.json", slot],
];

describe("R19", () => {
  for (const turn of turns) {
    it.each(damages)(
      `starts with ${turn.join(" and ")} %s, and keeps the rest`,
      async (_, damage) => {
        const { folder, profile, facts } = await aProfile();
        for (const file of turn) await damage(join(profile, file));
        const before = performance.now();

        const stet = await launched({ folder });
        await expectKept(stet);
        expect(performance.now() - before).toBeLessThan(startMs);

        for (const name of files.filter((other) => other !== slot && !turn.includes(other))) {
          expect(await readFile(join(profile, name)), name).toEqual(facts.get(name));
        }
        const asides = turn.map((file) => `${file === slot ? dirname(slot) : file}.damaged-1`);
        expect(await namesBelow(profile)).toEqual(expect.arrayContaining(asides));
        await expectUsable(stet);
      },
    );
  }

  it("tells of a copy that it cannot show, opens what can be read of it, and keeps it", async () => {
    const folder = await tempFolder();
    const recovery = openRecovery(join(folder, "profile"));
    const content = node("doc", node("table", node("cell", "Words of a table")));
    const text = textOf(anArticle("Ferry", { content }));
    const copy = aBackup("", 1, { text });
    valueOf(await recovery.backUp("broken", copy));

    const { page } = await launched({ folder });
    expect(await question(page)).toContain("recovered, but cannot be shown");
    await answer(page, "Open what can be read");
    await page.locator("dialog[open]", { hasText: "This is what could be read" }).waitFor();

    expect(await blocksOn(page)).toContain("p: Words of a table");
    expect(valueOf(await recovery.newest("broken"))).toEqual(copy);
  });

  it.each(["recovery", "media"])("starts with a file in the place of %s", async (name) => {
    const { folder, profile } = await aProfile();
    await rm(join(profile, name), { recursive: true });
    await writeFile(join(profile, name), "not a folder");

    const stet = await launched({ folder });

    const aside = () => readFile(join(profile, `${name}.damaged-1`), "utf8").catch(() => "");
    await eventually(aside).toBe("not a folder");
    if (name === "media") await expectKept(stet);
    await expectUsable(stet);
  });

  it("sweeps the pool of no picture whose copy waits for a newer Stet or was set aside", async () => {
    const { folder, profile } = await aProfile();
    const pool = join(profile, "media");
    const slotOf = (name: string) => join(profile, "recovery", name, "slot-a");
    await rm(dirname(slotOf("kept")), { recursive: true });
    await truncate(slotOf("lost"), (await stat(slotOf("lost"))).size - 1);
    const stray = `${"0".repeat(64)}.png`;
    await writeFile(join(pool, stray), "");

    await launched({ folder });

    await eventually(() => readdir(pool)).not.toContain(stray);
    expect(await readdir(pool)).toEqual([jpegPicture.media]);
  });

  it("starts with a picture of a recovered text altered", async () => {
    const { folder, profile } = await aProfile();
    await writeFile(join(profile, "media", jpegPicture.media), randomBytes(500));

    const stet = await launched({ folder });

    await expectKept(stet);
  });
});

/** A profile after a crash: settings, recent stories, a place, and two texts that were not saved. */
async function aProfile() {
  const folder = await tempFolder();
  const profile = join(folder, "profile");
  await mkdir(profile);
  const library = openLibrary(profile);
  valueOf(await library.setSettings({ ...defaultSettings, theme: "dark" }));
  valueOf(await library.addRecent(join(folder, "before.stet")));
  valueOf(await library.setBounds({ x: 40, y: 40, width: 900, height: 700, maximized: false }));
  valueOf(await takePicture(join(profile, "media"), jpegPicture.bytes, "a.jpg"));
  const header = ["kicker", "headline", "standfirst", "byline"].map((field) =>
    field === "headline" ? node(field, "Kept") : node(field),
  );
  const content = node("doc", ...header, figure(jpegPicture, "", "A caption", "A credit"));
  const recovery = openRecovery(profile);
  for (const name of ["lost", "kept"]) {
    const text = textOf(anArticle(name, { content }));
    valueOf(await recovery.backUp(name, aBackup("", 1, { text })));
  }
  const read = files.map(async (name) => [name, await readFile(join(profile, name))] as const);
  return { folder, profile, facts: new Map<string, Buffer>(await Promise.all(read)) };
}

async function expectKept({ page }: Stet): Promise<void> {
  expect(await question(page)).toContain("Unsaved text was recovered");
  expect(await blocksOn(page)).toContain("h1: Kept");
}

/** Whether words can be written and are kept against the next crash. */
async function expectUsable(stet: Stet): Promise<void> {
  const button = stet.page.locator("dialog[open] button").first();
  if ((await button.count()) > 0) await button.click();
  await write(stet.page, "<Control+Home>", "Usable");
  const copies = async () => {
    const names = await namesBelow(join(stet.profile, "recovery"));
    const slots = names.filter((name) => /^[0-9a-z-]+\/slot-.$/.test(name));
    const texts = slots.map((name) => readFile(join(stet.profile, "recovery", name), "utf8"));
    return (await Promise.all(texts)).join("");
  };
  await eventually(copies).toContain("Usable");
}

async function namesBelow(folder: string): Promise<readonly string[]> {
  return readdir(folder, { recursive: true });
}
