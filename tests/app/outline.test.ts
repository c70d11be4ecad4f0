import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { launched, projectRoot } from "./stet";
import { write } from "./writer";

const longRead = join(projectRoot, "assets", "samples", "the-last-lamplighters.stet");

describe("the outline", () => {
  it("jumps to a part that was never drawn, and shows it", async () => {
    const { page } = await launched({ files: [longRead] });
    await write(page, "<Control+Shift+O>");
    const entry = page.locator(".outline-entry[data-kind=quote]").last();
    const words = ((await entry.textContent()) ?? "").slice(1, 30);
    await entry.click();

    const block = page.locator(".editor [data-active]");
    await expect.poll(() => block.textContent()).toContain(words);
    const isSeen = () =>
      block.evaluate((element) => {
        const { top } = element.getBoundingClientRect();
        return top >= 0 && top <= window.innerHeight - 60;
      });
    await expect.poll(isSeen).toBe(true);
    await write(page, "Typed here. ");
    await expect.poll(() => block.textContent()).toContain("Typed here. ");
    expect(await entry.getAttribute("aria-current")).toBe("true");
  });
});
