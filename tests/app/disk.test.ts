// What happens to the story's file while its window is open.

import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stateOf } from "./bad-files";
import { answer, answerDialogs, launched, question, save, saveState, type Stet } from "./stet";
import { articleIn, textsOf, writeStory } from "./story";
import { write } from "./writer";

describe("a save", () => {
  it("does not write over what another program put there", async () => {
    const { stet, path } = await aSavedStory();
    await rm(path);
    await writeStory(path, "Theirs");
    const theirs = await stateOf(path);

    await write(stet.page, " and mine", "<Control+s>");
    const message = await question(stet.page);
    expect(message).toContain("The story was not saved");
    expect(message).toContain("“story.stet”");
    expect(await stateOf(path)).toEqual(theirs);
    await saveState(stet.page, "failed");

    const mine = join(stet.folder, "mine.stet");
    await answerDialogs(stet, mine);
    await answer(stet.page, "Save as…");
    await saveState(stet.page, "saved");
    expect(textsOf((await articleIn(mine)).content, "headline")).toEqual(["Saved and mine"]);
    expect(await stateOf(path)).toEqual(theirs);
  });

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
