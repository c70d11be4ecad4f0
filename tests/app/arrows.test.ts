import { join } from "node:path";
import type { Page } from "playwright";
import { describe, expect, it } from "vitest";
import type { StoryNode } from "../../article/article";
import { jpegPicture } from "./pictures";
import { launched, nextFrame } from "./stet";
import { figure, node, writeStory } from "./story";
import { tempFolder } from "../storage/story";
import { pressUnpaced, write } from "./writer";

async function pageWith(body: readonly StoryNode[]): Promise<Page> {
  const path = join(await tempFolder(), "story.stet");
  await writeStory(path, "Story", body, [jpegPicture]);
  const { page } = await launched({ files: [path] });
  await page.locator("h1", { hasText: "Story" }).waitFor();
  return page;
}

/** Which child of the editor has the caret, counted from the kicker. */
async function caretBlock(page: Page): Promise<number> {
  await nextFrame(page);
  return page.evaluate(() => {
    const blocks = [...document.querySelectorAll(".editor > *")];
    return blocks.findIndex((block) => block.contains(getSelection()?.focusNode ?? null));
  });
}

describe("arrow keys faster than the page draws", () => {
  it("go from line to line, past the window's edge and after a jump", async () => {
    const lines = Array.from({ length: 200 }, (_, at) => node("paragraph", `Line ${at}.`));
    const page = await pageWith(lines);

    await pressUnpaced(page, "ArrowDown", 90);
    expect(await caretBlock(page)).toBe(90);
    await pressUnpaced(page, "ArrowUp", 80);
    expect(await caretBlock(page)).toBe(10);
    await write(page, "<Control+End>", "<Control+Home>");
    await pressUnpaced(page, "ArrowDown", 60);
    expect(await caretBlock(page)).toBe(60);
  });
});

describe("arrow keys at the start of the body", () => {
  it.each([
    ["a picture", figure(jpegPicture, "A bridge", "The bridge.", "AP")],
    [
      "a quote",
      node("quote", node("paragraph", "No."), node("attribution", node("speaker"), node("role"))),
    ],
    ["a divider", node("divider")],
  ])("lead out of %s to the byline and back", async (_, lead) => {
    const page = await pageWith([lead, node("paragraph", "Text.")]);
    const byline = 3;

    await write(page, "<Control+End>");
    for (let at = 0; at < 5 && (await caretBlock(page)) !== byline; at++) {
      await write(page, "<ArrowUp>");
    }
    expect(await caretBlock(page)).toBe(byline);
    for (let at = 0; at < 5 && (await caretBlock(page)) !== byline + 2; at++) {
      await write(page, "<ArrowDown>");
    }
    expect(await caretBlock(page)).toBe(byline + 2);
  });
});
