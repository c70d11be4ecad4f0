import { describe, expect, it } from "vitest";
import { closeWindow, ended, eventually, launched, menu, saveState } from "./stet";
import { articleIn, textsOf } from "./story";
import { aSavedStory, write } from "./writer";

describe("a story that has a file", () => {
  it("is saved by itself once the hands rest", async () => {
    const { stet, path } = await aSavedStory("Saved", { autosave: true });
    await write(stet.page, " and more");
    await saveState(stet.page, "edited");
    await saveState(stet.page, "saved");
    expect(await headlineIn(path)).toEqual(["Saved and more"]);
  });

  it("is saved when the window closes, without a question", async () => {
    const { stet, path } = await aSavedStory("Saved", { autosave: true });
    await write(stet.page, " and more");
    const end = ended(stet);
    await closeWindow(stet, stet.page);
    await end;
    expect(await headlineIn(path)).toEqual(["Saved and more"]);
  });

  it("keeps what it was before in the history", async () => {
    const { stet } = await aSavedStory("Saved", { autosave: true });
    await write(stet.page, " and more");
    await saveState(stet.page, "edited");
    await saveState(stet.page, "saved");
    await write(stet.page, "<Control+Shift+H>");
    await stet.page.locator(".version").getByText("Saved", { exact: true }).waitFor();
  });

  it("is left alone once the writer switches that off", async () => {
    const { stet, path } = await aSavedStory("Saved", { autosave: true });
    await menu(stet, "file.autosave");
    await write(stet.page, " and more");
    await saveState(stet.page, "edited");
    // Longer than any rest that would have saved it.
    await stet.page.waitForTimeout(3000);
    await saveState(stet.page, "edited");
    expect(await headlineIn(path)).toEqual(["Saved"]);
  });
});

describe("a story without a file", () => {
  it("is never given one by itself", async () => {
    const stet = await launched({ autosave: true });
    await write(stet.page, "<Enter>", "Unsaved");
    await stet.page.evaluate(() => window.dispatchEvent(new Event("blur")));
    await eventually(() => stet.page.locator(".status-save").textContent()).toBe("Not saved yet");
  });
});

async function headlineIn(path: string): Promise<readonly string[]> {
  return textsOf((await articleIn(path)).content, "headline");
}
