import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readStory } from "../../electron/storage/read-story";
import { saveStory } from "../../electron/storage/save";
import { docOf } from "../../renderer/blocks/document";
import { tempFolder, valueOf } from "../storage/story";
import { figure, inRun, untilDone, Worst } from "./figures";
import { randomStory } from "./random-story";
import { orderOf } from "./sample";
import { Dice } from "./seeded";

const batch = 20;

describe("R23 a random story with hostile text", () => {
  it("R23 is equal when it is saved and opened again", untilDone, async () => {
    const folder = await tempFolder();
    const dice = new Dice(23);
    const worst = new Worst();
    const cases = inRun({ short: 2000, long: 10_000 });
    let lost = 0;
    async function saveAndOpen(n: number): Promise<void> {
      const doc = randomStory(dice);
      const path = join(folder, `${n % batch}.stet`);
      const order = orderOf(doc, path);
      await worst.of(async () => valueOf(await saveStory(order)));
      const { article } = valueOf(await readStory(path));
      if (!valueOf(docOf(article, path)).eq(doc)) lost += 1;
    }
    for (let n = 0; n < cases; n += batch) {
      await Promise.all(Array.from({ length: batch }, (_, k) => saveAndOpen(n + k)));
    }
    figure("R23", { tier: "U", cases, lost, worstMs: worst.ms });
    expect(lost).toBe(0);
  });
});
