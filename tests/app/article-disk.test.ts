// The disk that holds the story is full.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resize, smallDisk } from "../reliability/disks";
import { figure, Worst } from "../reliability/figures";
import { answer, keptCopy, kill, launched, question, save, saveState } from "./stet";
import { articleIn, blocksOn, textsOf } from "./story";
import { write } from "./writer";

const long = " and more".repeat(15_000);

describe("R5 the story's disk is full", () => {
  it("R5 the cause is named, the old file stays, the words outlive a kill and are saved later", async (ctx) => {
    const disk = await smallDisk(ctx, "R5", "the whole program", 128);
    const path = join(disk, "story.stet");
    const stet = await launched();
    await write(stet.page, "<Enter>", "Saved");
    await save(stet, path);
    const old = await readFile(path);
    const worst = new Worst();

    await stet.page.keyboard.insertText(long);
    await worst.of(async () => {
      await stet.page.keyboard.press("Control+s");
      await saveState(stet.page, "failed");
    });
    expect(await question(stet.page)).toContain("there is no space left on the disk");
    expect(await stet.page.locator(".status-save").textContent()).toContain("no space left");
    expect((await readFile(path)).equals(old)).toBe(true);
    expect(await readdir(disk)).toEqual(["story.stet"]);
    await answer(stet.page, "Go on writing");
    await write(stet.page, " still");
    await keptCopy(stet, "still");
    await kill(stet);

    const again = await launched({ folder: stet.folder, files: [path] });
    await answer(again.page, "Keep the recovered text");
    expect(await blocksOn(again.page)).toContain(`h1: Saved${long} still`);
    await saveState(again.page, "edited");
    resize(disk, 4 * 1024);
    await write(again.page, "<Control+s>");
    await saveState(again.page, "saved");

    const [headline] = textsOf((await articleIn(path)).content, "headline");
    expect(headline).toBe(`Saved${long} still`);
    expect(await readdir(disk)).toEqual(["story.stet"]);
    const note = "the whole program";
    figure("R5", { tier: "C", cases: 1, lost: 0, worstMs: worst.ms, note });
    expect(worst.ms).toBeLessThan(2000);
  });
});
