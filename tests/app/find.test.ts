import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { launched, save } from "./stet";
import { articleIn, blocksOn, textsOf } from "./story";
import { caretIn, write } from "./writer";

describe("find and replace by keyboard", () => {
  it("goes from match to match far down, replaces all, and one undo takes it back", async () => {
    const stet = await launched();
    const { page } = stet;
    await write(page, "<Enter>", "The ferry", "<Enter>", "<Enter>", "<Enter>");
    await page.keyboard.insertText("A line between. ".repeat(40));
    for (let n = 0; n < 30; n += 1) {
      await write(page, "<Enter>");
      await page.keyboard.insertText("A line between. ".repeat(20));
    }
    await write(page, "<Enter>", "A ferry at the end", "<Control+Home>");

    await write(page, "<Control+f>", "ferry", "<Enter>", "<Enter>");
    const match = page.locator(".ProseMirror-active-search-match");
    await match.waitFor();
    expect(await page.locator("#find-told").innerText()).toBe("2 of 2");
    const place = await match.boundingBox();
    const height = await page.evaluate(() => window.innerHeight);
    expect(place?.y).toBeGreaterThan(0);
    expect(place?.y).toBeLessThan(height);

    await write(page, "<Control+h>", "<Escape>");
    expect(await caretIn(page, "p")).toBe(true);
    // Asked for from the text, the bar takes the keys again.
    await write(page, "<Control+f>", "<Escape>", "<Control+f>", "ferry", "<Control+h>");
    expect(await page.getByLabel("Find", { exact: true }).inputValue()).toBe("ferry");
    await page.getByLabel("Replace with").fill("boat");
    await page.getByRole("button", { name: "All" }).click();
    await page.keyboard.press("Escape");
    const path = join(stet.folder, "story.stet");
    await save(stet, path);
    const { content } = await articleIn(path);
    expect(textsOf(content, "headline")).toEqual(["The boat"]);
    expect(textsOf(content, "paragraph").at(-1)).toBe("A boat at the end");

    await write(page, "<Control+z>");
    expect(await blocksOn(page)).toContain("h1: The ferry");
    expect((await blocksOn(page)).at(-1)).toBe("p: A ferry at the end");
  });
});
