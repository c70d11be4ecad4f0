// What happens to the story's file while its window is open.

import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { save, saveState } from "./stet";
import { aSavedStory, write } from "./writer";

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
