// The process of one page goes while its writer types.

import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { ElectronApplication, Page } from "playwright";
import { figure } from "../reliability/figures";
import { launched, nextWindow, windowOf, type Stet } from "./stet";
import { blocksOn } from "./story";
import { keyEvents, write } from "./writer";

/** Of the page's memory, so that it is out of it soon. */
const heapMb = 128;

const losses: readonly [string, (stet: Stet, page: Page) => Promise<unknown>][] = [
  ["SIGKILL", (stet, page) => signal(stet, page, "SIGKILL")],
  ["SIGKILL once more", (stet, page) => signal(stet, page, "SIGKILL")],
  ["SIGSEGV", (stet, page) => signal(stet, page, "SIGSEGV")],
  ["a crash of Chromium's own", (_, page) => devtools(page, "Page.crash")],
  ["out of memory", (_, page) => outOfMemory(page)],
];

describe("R2 the page is lost", () => {
  it("R2 and comes back with its words, while another window stays as it is", async () => {
    let worstMs = 0;
    let mostMs = 0;
    for (const [how, lose] of losses) {
      const stet = await launched({ flags: [`--js-flags=--max-old-space-size=${heapMb}`] });
      await write(stet.page, "<Enter>", "Stays");
      const second = await nextWindow(stet, () => write(stet.page, "<Control+n>"));
      await write(second, "<Enter>", "Goes");
      const typed = await typeFor(second, 2000);
      const lostMs = performance.now();
      const gone = await goneAt(stet, second);
      const back = await nextWindow(stet, () => void lose(stet, second).catch(() => undefined));
      await back.locator("h1", { hasText: "Goes" }).waitFor();
      worstMs = Math.max(worstMs, Date.now() - (await gone()));

      const [headline = ""] = (await blocksOn(back)).filter((block) => block.startsWith("h1: "));
      const found = headline.slice("h1: Goes".length);
      const all = typed.map(({ letter }) => letter).join("");
      expect(all.startsWith(found), how).toBe(true);
      const last = typed[found.length - 1];
      if (found !== all) mostMs = Math.max(mostMs, lostMs - (last?.ms ?? 0));
      await write(stet.page, " on");
      expect(await blocksOn(stet.page), how).toContain("h1: Stays on");
      expect(await windowCount(stet.app), how).toBe(2);
    }
    const note = `${Math.ceil(mostMs)} ms of typing lost at most`;
    figure("R2", { tier: "C", cases: losses.length, lost: 0, worstMs, note });
    expect(mostMs).toBeLessThanOrEqual(1000);
    expect(worstMs).toBeLessThan(5000);
  });
});

interface Key {
  readonly letter: string;
  readonly ms: number;
}

/** Ten keys a second. */
async function typeFor(page: Page, ms: number): Promise<readonly Key[]> {
  const session = await page.context().newCDPSession(page);
  const keys: Key[] = [];
  const startMs = performance.now();
  for (let n = 0; n * 100 < ms; n += 1) {
    await wait(Math.max(0, startMs + n * 100 - performance.now()));
    const letter = "abcdefghijklmnopqrstuvwxyz".charAt(n % 26);
    keys.push({ letter, ms: performance.now() });
    for (const event of keyEvents(letter)) await session.send("Input.dispatchKeyEvent", event);
  }
  return keys;
}

async function signal(stet: Stet, page: Page, name: NodeJS.Signals): Promise<void> {
  const window = await windowOf(stet, page);
  process.kill(await window.evaluate(({ webContents }) => webContents.getOSProcessId()), name);
}

async function devtools(page: Page, method: "Page.crash"): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send(method);
}

function outOfMemory(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const all: number[][] = [];
    for (;;) all.push(new Array<number>(1_000_000).fill(all.length + 0.5));
  });
}

/** When the page's process was found to be gone: being out of memory takes its time. */
async function goneAt(stet: Stet, page: Page): Promise<() => Promise<number>> {
  const window = await windowOf(stet, page);
  const at = await window.evaluateHandle(({ webContents }) => {
    const times: number[] = [];
    webContents.once("render-process-gone", () => times.push(Date.now()));
    return times;
  });
  return async () => (await at.jsonValue())[0] ?? 0;
}

function windowCount(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
}
