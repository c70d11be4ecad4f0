// What one key costs in the middle of a story: processor time of all of the program's processes, less
// what they take while nobody types, and the time from the key's event to the next painted frame.

import { setTimeout as wait } from "node:timers/promises";
import { editableApp } from "./apps";
import type { Bench, Setting } from "./bench";
import { idle, less, share, total, type CpuTimes } from "./cpu-times";
import { openDesk, type Desk } from "./desk";
import { ratioFigure, type Aim, type Figure } from "./figure";
import { inTurns } from "./pairs";
import { quantile } from "./statistics";
import type { StoryFile } from "./story-files";
import { someText, type } from "./typing";

/** A fast typist; every key has its own frame, and Stet's recovery copies come at their usual pace. */
export const intervalMs = 100;

interface Keys {
  readonly allMs: number;
  readonly rendererMs: number;
  readonly browserMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

export const keystroke: Bench = {
  name: "keystroke",
  async run(setting) {
    const { short, long } = setting.stories;
    return [
      ...(await compare(setting, "1,000 words", short, { atMost: 1.5 })),
      ...(await compare(setting, "50,000 words", long, { atMost: 0.5 })),
    ];
  },
};

async function compare(
  setting: Setting,
  what: string,
  story: StoryFile,
  aim: Aim,
): Promise<readonly Figure[]> {
  const [rounds, keys] = setting.isQuick ? [2, 40] : [10, 100];
  const app = await editableApp(setting, `bare ${what}`, story);
  const stet = await openDesk(setting, [setting.stet, story.path], `profile ${what}`, ".editor");
  const bare = await openDesk(setting, [app], `bare profile ${what}`, null);
  try {
    // The first keys warm up what is compiled while it runs.
    await typed(stet, 50);
    await typed(bare, 50);
    const stetIdle = await idleCost(stet, setting.isQuick);
    const bareIdle = await idleCost(bare, setting.isQuick);
    const pairs = await inTurns(
      rounds,
      () => typed(stet, keys, stetIdle),
      () => typed(bare, keys, bareIdle),
    );
    const figure = (part: string, pick: (keys: Keys) => number, limit: Aim | null = null) =>
      ratioFigure(`Key, ${what}: ${part}`, pairs, pick, "contenteditable", { aim: limit });
    return [
      figure("CPU, all processes", ({ allMs }) => allMs, aim),
      figure("CPU, page’s process", ({ rendererMs }) => rendererMs),
      figure("CPU, main process", ({ browserMs }) => browserMs),
      figure("to the next paint, median", ({ p50Ms }) => p50Ms),
      figure("to the next paint, 95 %", ({ p95Ms }) => p95Ms),
    ];
  } finally {
    await stet.program.kill();
    await bare.program.kill();
  }
}

/** What a program takes while the caret blinks and nothing else happens: CPU time a time. */
async function idleCost({ program }: Desk, isQuick: boolean): Promise<CpuTimes> {
  const beforeMs = performance.now();
  const before = await program.cpuTimes();
  await wait(isQuick ? 2000 : 10_000);
  const after = await program.cpuTimes();
  return share(less(after, before), 1 / (performance.now() - beforeMs));
}

async function typed({ program, page }: Desk, keys: number, idleShare = idle): Promise<Keys> {
  const text = someText(keys);
  await page.evaluate("bench.toMiddle()");
  await wait(400);
  await page.evaluate("bench.takeLatencies()");
  const beforeMs = performance.now();
  const before = await program.cpuTimes();
  await type(page, text, intervalMs);
  // What the last key set off (a draw, a recovery copy) belongs to the keys as well.
  await wait(600);
  const after = await program.cpuTimes();
  const words = await page.evaluate<string>("bench.caretText()");
  if (!words.endsWith(text)) throw new Error("the keys did not arrive in the story");
  const latencies = await page.evaluate<readonly number[]>("bench.takeLatencies()");
  const rest = share(idleShare, performance.now() - beforeMs);
  const cost = share(less(less(after, before), rest), 1 / keys);
  return {
    allMs: total(cost),
    rendererMs: cost.renderer,
    browserMs: cost.browser,
    p50Ms: quantile(latencies, 0.5),
    p95Ms: quantile(latencies, 0.95),
  };
}
