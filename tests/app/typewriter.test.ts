import { describe, expect, it } from "vitest";
import type { Page } from "playwright";
import { launched, menu, nextFrame } from "./stet";
import { write } from "./writer";

/** Where the line with the caret stands, in parts of the desk's height. */
async function caretHeight(page: Page): Promise<number> {
  await nextFrame(page);
  return page.evaluate(() => {
    const desk = document.querySelector(".desk");
    const place = getSelection()?.focusNode;
    const line = place instanceof Element ? place : place?.parentElement;
    if (!desk || !line) throw new Error("there is no caret");
    const [outer, inner] = [desk.getBoundingClientRect(), line.getBoundingClientRect()];
    return ((inner.top + inner.bottom) / 2 - outer.top) / desk.clientHeight;
  });
}

async function middleOf(page: Page, selector: string): Promise<readonly [number, number]> {
  await nextFrame(page);
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not shown`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

const held = async (page: Page): Promise<void> =>
  expect(Math.abs((await caretHeight(page)) - 0.45)).toBeLessThan(0.02);

describe("typewriter mode", () => {
  it("holds the line with the caret at one height, from the first to the last", async () => {
    const stet = await launched();
    const { page } = stet;
    await write(page, "Kicker");
    expect(await caretHeight(page)).toBeLessThan(0.3);
    await menu(stet, "view.typewriter");
    await held(page);

    await write(page, "<Enter>", "Headline", "<Enter>", "<Enter>", "<Enter>");
    await held(page);
    for (let at = 0; at < 20; at++) await write(page, `Line ${at}.`, "<Enter>");
    await held(page);
    await write(page, "<ArrowUp>", "<ArrowUp>", "<ArrowUp>");
    await held(page);
    await write(page, "<Control+Home>");
    await held(page);

    const line = page.locator(".editor > p", { hasText: "Line 1." });
    const before = await line.boundingBox();
    await line.click();
    await nextFrame(page);
    expect(await line.boundingBox()).toEqual(before);
    await write(page, "!");
    await held(page);

    await write(page, "<Control+Home>", "<ArrowDown>");
    const [head, under] = [
      await middleOf(page, "h1"),
      await middleOf(page, ".editor > p >> nth=-18"),
    ];
    await page.mouse.move(...head);
    await page.mouse.down();
    await page.mouse.move(...under, { steps: 5 });
    await nextFrame(page);
    expect(await middleOf(page, "h1")).toEqual(head);
    await page.mouse.up();

    await menu(stet, "view.typewriter");
    await write(page, "<Control+Home>");
    expect(await caretHeight(page)).toBeLessThan(0.3);
  });
});
