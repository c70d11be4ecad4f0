// What happens to the story's file while its window is open.

import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { launched, save, saveState, type Stet } from "./stet";
import { write } from "./writer";

describe("a save", () => {
  it("leaves nothing but the story in its folder", async () => {
    const { stet, path } = await aSavedStory();
    for (const word of [" once", " twice", " thrice"]) {
      await write(stet.page, word);
      await saveState(stet.page, "edited");
      await save(stet, path);
    }

    expect((await readdir(stet.folder)).sort()).toEqual(["profile", "story.stet"]);
  });
});

/** A program that has saved a story and shows it, the caret at the headline's end. */
async function aSavedStory(): Promise<{ readonly stet: Stet; readonly path: string }> {
  const stet = await launched();
  const path = join(stet.folder, "story.stet");
  await write(stet.page, "<Enter>", "Saved");
  await save(stet, path);
  return { stet, path };
}
