// What happens when Stet ends, or a part of it, without anybody's question being answered.

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Page } from "playwright";
import { launched, nextWindow, save, windowOf, windowTitles, eventually, type Stet } from "./stet";
import { write } from "./writer";

describe("a page that dies while its window goes", () => {
  it.each<[string, (stet: Stet, page: Page) => Promise<void>]>([
    ["nothing in it", async () => undefined],
    ["a saved story", (stet, page) => written(stet, page)],
    ["unsaved words", (_, page) => write(page, "Words")],
  ])("is no mistake of ours with %s", async (_, prepare) => {
    const stet = await launched();
    const second = await nextWindow(stet, () => write(stet.page, "<Control+n>"));
    await prepare(stet, second);
    const mistakes = await mistakesOf(stet);

    const target = await windowOf(stet, second);
    await target.evaluate((window) => {
      window.webContents.once("render-process-gone", () => window.destroy());
      window.webContents.forcefullyCrashRenderer();
    });
    await eventually(() => windowTitles(stet)).toHaveLength(1);
    // The disk answers in turn: what was asked of it before has been told by now.
    await written(stet, stet.page);

    expect(await mistakes()).toEqual([]);
    expect(await windowTitles(stet)).toHaveLength(1);
  });
});

async function written(stet: Stet, page: Page): Promise<void> {
  await write(page, "<Control+Home>", "<Enter>", "Saved");
  await save(stet, join(stet.folder, `${stet.app.windows().indexOf(page)}.stet`), page);
}

/** What nobody caught in the main process, from now on. */
async function mistakesOf({ app }: Stet): Promise<() => Promise<readonly string[]>> {
  const found = await app.evaluateHandle(() => {
    const mistakes: string[] = [];
    process.on("unhandledRejection", (reason) => mistakes.push(String(reason)));
    process.on("uncaughtException", (error) => mistakes.push(String(error)));
    return mistakes;
  });
  return () => found.jsonValue();
}
