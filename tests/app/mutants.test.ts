// The files of S1 in the real program, whose reader, main process and page each could be brought down.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright";
import { expect, it } from "vitest";
import { figure, inRun, untilDone } from "../reliability/figures";
import { mutant, parentOf } from "../reliability/mutants";
import { saveSample } from "../reliability/sample";
import { Dice } from "../reliability/seeded";
import { tempFolder } from "../storage/story";
import { watched } from "./hostile";
import { answerDialogs, launched, save, type Stet } from "./stet";
import { write } from "./writer";

it("S1 mutated files bring no process down and run nothing", untilDone, async () => {
  const folder = await tempFolder();
  const parent = parentOf(await saveSample(join(folder, "story.stet")));
  const stet = await launched();
  await write(stet.page, "<Enter>", "Words of its own");
  const fallen = await falls(stet);
  const seen = await watched(stet);
  const dice = new Dice(101);
  const cases = inRun({ short: 100, long: 1000 });
  const outcomes = { opened: 0, refused: 0 };
  const wrong: string[] = [];
  let worstMs = 0;
  for (let n = 0; n < cases; n += 1) {
    const { how, bytes } = mutant(parent, dice);
    const path = join(folder, `${n}.stet`);
    await writeFile(path, bytes);
    await answerDialogs(stet, path);
    const startedMs = performance.now();
    const told = await stet.page.evaluate(async () => {
      const result = await window.stet.openStory();
      return result === null || result.ok ? null : result.failure.reason;
    });
    worstMs = Math.max(worstMs, performance.now() - startedMs);
    outcomes[told === null ? "opened" : "refused"] += 1;
    if (told !== null && !/“\d+\.stet”.*\.$/s.test(told)) wrong.push(`${n} ${how}: ${told}`);
    if (told?.includes("stops the program") === true) wrong.push(`${n} ${how}: ${told}`);
    for (const page of stet.app.windows()) {
      if (page === stet.page) continue;
      wrong.push(...(await lookedAt(stet, page)).map((fault) => `${n} ${how}: ${fault}`));
    }
  }
  const { ran, opened, asked } = await seen();
  wrong.push(...(await fallen()), ...opened, ...asked, ...(ran === 0 ? [] : ["a script ran"]));

  figure("S1", { tier: "C", cases, lost: wrong.length, worstMs, note: "in the program" });
  expect(wrong).toEqual([]);
  expect(Math.min(outcomes.opened, outcomes.refused)).toBeGreaterThan(cases / 20);
  await save(stet, join(folder, "own.stet"));
});

/** What a story's window has done that it should not; the window goes then. */
async function lookedAt({ app }: Stet, page: Page): Promise<readonly string[]> {
  await page.locator(".editor").waitFor();
  const ran = await page.evaluate(() => Reflect.has(window, "ran"));
  const [url, window] = [page.url(), await app.browserWindow(page)];
  const gone = page.waitForEvent("close");
  // It may go before the answer comes; a program that went with it is found by the next call.
  await window
    .evaluate((target: Electron.BrowserWindow) => target.destroy())
    .catch(() => undefined);
  await gone;
  return [...(ran ? ["a script ran"] : []), ...(url === "stet://app/index.html" ? [] : [url])];
}

/** From now on: what fell of the program, but for what it ended itself. */
async function falls({ app }: Stet): Promise<() => Promise<readonly string[]>> {
  const heard = await app.evaluateHandle(({ app: electron }) => {
    const fallen: string[] = [];
    electron.on("render-process-gone", (_event, _page, { reason }) => fallen.push(reason));
    electron.on("child-process-gone", (_event, { type, reason }) => {
      if (reason !== "clean-exit" && reason !== "killed") fallen.push(`${type} ${reason}`);
    });
    process.on("uncaughtException", (error) => fallen.push(String(error)));
    process.on("unhandledRejection", (error) => fallen.push(String(error)));
    return fallen;
  });
  return () => heard.jsonValue();
}
