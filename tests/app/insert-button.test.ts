import { describe, expect, it } from "vitest";
import type { Page } from "playwright";
import { launched, nextFrame } from "./stet";
import { blocksOn } from "./story";
import { caretIn, write } from "./writer";

/** The label of the line that has the focus, or where else the focus is. */
async function focused(page: Page): Promise<string> {
  await nextFrame(page);
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.querySelector(".menu-label")?.textContent ?? element?.className ?? "";
  });
}

async function openWith(page: Page, act: () => Promise<unknown>): Promise<void> {
  await act();
  await page.locator("#insert-list .menu-line:focus").waitFor();
}

const closed = (page: Page): Promise<void> =>
  page.locator("#insert-list").waitFor({ state: "hidden" });

describe("the insert button's menu", () => {
  it("is a menu for the keyboard too, and gives the focus back to the story", async () => {
    const { page } = await launched();
    const button = page.locator(".tool-insert");
    await write(page, "<Control+End>", "Text.");

    await openWith(page, () => button.click());
    expect(await focused(page)).toBe("Quote");
    await write(page, "<ArrowDown>", "<ArrowDown>");
    expect(await focused(page)).toBe("Subhead");
    await write(page, "<End>", "<ArrowDown>", "<ArrowUp>", "<Home>", "p", "p");
    expect(await focused(page)).toBe("Pull quote");
    await write(page, "<Escape>");
    await closed(page);
    await write(page, " More.");
    expect((await blocksOn(page)).at(-1)).toBe("p: Text. More.");

    await openWith(page, () => button.click());
    await write(page, "d", "<Enter>");
    await closed(page);
    expect(await page.locator("#insert-list .menu-line").count()).toBe(0);
    expect(await caretIn(page, ".editor")).toBe(true);
    await write(page, "End.");
    expect((await blocksOn(page)).slice(-3)).toEqual(["p: Text. More.", "hr: ", "p: End."]);
  });

  it("closes when the focus goes elsewhere, and goes back to a button that was reached by keyboard", async () => {
    const { page } = await launched();
    const button = page.locator(".tool-insert");

    await button.focus();
    await openWith(page, () => write(page, "<Enter>"));
    await write(page, "<Escape>");
    await closed(page);
    expect(await focused(page)).toContain("tool-insert");

    await openWith(page, () => write(page, "<Enter>"));
    await page.locator(".status-bar").click();
    await closed(page);
    await openWith(page, () => button.click());
    await write(page, "<Tab>");
    await closed(page);
  });
});
