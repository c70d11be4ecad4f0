// What happens when Stet ends, or a part of it, without anybody's question being answered.

import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Page } from "playwright";
import { stateOf } from "./bad-files";
import {
  closeWindow,
  eventually,
  keptCopy,
  launched,
  nextWindow,
  question,
  save,
  windowOf,
  windowTitles,
  type Stet,
} from "./stet";
import { blocksOn } from "./story";
import { write } from "./writer";

describe("R3 the system ends the program", () => {
  it.each<[string, number, (stet: Stet) => Promise<unknown>]>([
    ["SIGTERM", 143, (stet) => signal(stet, "SIGTERM")],
    ["SIGHUP", 129, (stet) => signal(stet, "SIGHUP")],
    ["SIGINT", 130, (stet) => signal(stet, "SIGINT")],
    ["the machine going down", 0, shutDown],
  ])("loses nothing and is gone in time: %s", async (_, code, end) => {
    const stet = await launched();
    const path = join(stet.folder, "story.stet");
    await written(stet, stet.page);
    const file = await stateOf(path);
    const second = await nextWindow(stet, () => write(stet.page, "<Control+n>"));
    await write(stet.page, " and more");
    await write(second, "<Enter>", "Never saved");
    // In the middle of a question, and with letters that no copy had time for.
    await closeWindow(stet, stet.page);
    await question(stet.page);
    await write(second, " to the last letter");

    expect(await exitOf(stet, end)).toBe(code);
    expect(await stateOf(path)).toEqual(file);
    expect((await readdir(stet.folder)).sort()).toEqual(["profile", "story.stet"]);
    const next = await launched({ folder: stet.folder });
    const texts = async () => (await Promise.all(next.app.windows().map(blocksOn))).flat();
    await eventually(texts).toContain("h1: Saved and more");
    await eventually(texts).toContain("h1: Never saved to the last letter");
    for (const page of next.app.windows()) {
      expect(await question(page)).toContain("Unsaved text was recovered");
    }
  });

  it("does not wait for a page that answers no more", async () => {
    const stet = await launched();
    await write(stet.page, "Kept before");
    await keptCopy(stet, "Kept before");
    void stet.page.evaluate("for (;;);").catch(() => undefined);

    expect(await exitOf(stet, (ending) => signal(ending, "SIGTERM"))).toBe(143);
  });

  it("ends at once when nothing is unsaved", async () => {
    const stet = await launched();
    await written(stet, stet.page);

    expect(await exitOf(stet, (ending) => signal(ending, "SIGTERM"), 1000)).toBe(143);
    const next = await launched({ folder: stet.folder });
    expect(await next.page.locator("dialog").count()).toBe(0);
  });
});

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
  const name = page === stet.page ? "story" : "other";
  await save(stet, join(stet.folder, `${name}.stet`), page);
}

async function signal({ app }: Stet, name: NodeJS.Signals): Promise<void> {
  app.process().kill(name);
}

async function shutDown({ app }: Stet): Promise<void> {
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit("shutdown", { preventDefault: () => undefined });
  });
}

/** The program's exit code; fails when it needs more than `withinMs`. */
async function exitOf(
  stet: Stet,
  end: (stet: Stet) => Promise<unknown>,
  withinMs = 3000,
): Promise<number | null> {
  const exit = once(stet.app.process(), "exit");
  await end(stet);
  const startMs = performance.now();
  const [code] = (await exit) as [number | null];
  expect(performance.now() - startMs).toBeLessThan(withinMs);
  return code;
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
