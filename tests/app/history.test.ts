import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nextWindow, save, saveState, type Stet } from "./stet";
import { articleIn, blocksOn, textsOf } from "./story";
import { aSavedStory, write } from "./writer";

describe("the history panel", () => {
  it("holds a version against the story, word by word", async () => {
    const { stet } = await twoVersions();
    await openOldest(stet);
    const compare = stet.page.locator(".compare");
    expect(await compare.locator(".compare-removed").allTextContents()).toContain("late");
    expect(await compare.locator(".compare-added").allTextContents()).toContain("early");
    await stet.page.keyboard.press("Escape");
    await compare.waitFor({ state: "detached" });
    await write(stet.page, "!");
    expect(await blocksOn(stet.page)).toContain("h1: The ferry was early!");
  });

  it("restores a version as unsaved words that undo takes back", async () => {
    const { stet, path } = await twoVersions();
    await openOldest(stet);
    await stet.page.getByRole("button", { name: "Restore" }).click();
    await saveState(stet.page, "edited");
    expect(await blocksOn(stet.page)).toContain("h1: The ferry was late");
    expect(await headlineIn(path)).toEqual(["The ferry was early"]);
    await write(stet.page, "<Control+z>");
    expect(await blocksOn(stet.page)).toContain("h1: The ferry was early");
    await saveState(stet.page, "saved");
  });

  it("names a version, and opens one beside as a story of its own", async () => {
    const { stet, path } = await twoVersions();
    await openOldest(stet);
    await stet.page.getByLabel("Name of this version").fill("before the desk");
    await stet.page.keyboard.press("Tab");
    await stet.page.locator(".version-name", { hasText: "before the desk" }).waitFor();

    const beside = await nextWindow(stet, () =>
      stet.page.getByRole("button", { name: "Open beside" }).click(),
    );
    await beside.locator(".editor .headline", { hasText: "late" }).waitFor();
    const mine = join(stet.folder, "beside.stet");
    await save(stet, mine, beside);
    expect((await articleIn(mine)).id).not.toBe((await articleIn(path)).id);
  });

  it("seals the story when it is filed", async () => {
    const { stet } = await twoVersions();
    await write(stet.page, " today", "<Control+Shift+Enter>");
    await stet.page.locator(".toast", { hasText: "Filed" }).waitFor();
    await saveState(stet.page, "saved");
    await write(stet.page, "<Control+Shift+H>");
    const filed = stet.page.locator(".version[data-kind=filed]");
    await filed.waitFor();
    await filed.click();
    await stet.page.locator(".compare-seal").waitFor();
    await stet.page.getByText("No difference").waitFor();
  });
});

/** A story saved twice: “late”, then “early”; the caret stands at the headline's end. */
async function twoVersions(): Promise<{ readonly stet: Stet; readonly path: string }> {
  const { stet, path } = await aSavedStory("The ferry was late");
  await write(stet.page, "<Backspace>", "<Backspace>", "<Backspace>", "<Backspace>", "early");
  await saveState(stet.page, "edited");
  await write(stet.page, "<Control+s>");
  await saveState(stet.page, "saved");
  return { stet, path };
}

async function openOldest(stet: Stet): Promise<void> {
  await write(stet.page, "<Control+Shift+H>");
  await stet.page.locator(".version").last().click();
  await stet.page.locator(".compare").waitFor();
}

async function headlineIn(path: string): Promise<readonly string[]> {
  return textsOf((await articleIn(path)).content, "headline");
}
