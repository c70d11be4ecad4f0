// From the start of the process to a page that can be typed into: `.editor` has the focus and two
// frames are painted since. The bare window is ready two frames after its blank page is loaded.

import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { bareApp, blankPage } from "./apps";
import type { Bench, Setting } from "./bench";
import { total } from "./cpu-times";
import { milliseconds, ratioFigure, type Figure } from "./figure";
import { inTurns, type Pair } from "./pairs";
import type { Page } from "./page";
import { pressKey } from "./typing";

interface Start {
  readonly wallMs: number;
  /** Of these, until the page begins to be loaded. */
  readonly beforePageMs: number;
  readonly cpuMs: number;
}

const aim = { atMost: 1.25 };

export const coldStart: Bench = {
  name: "cold-start",
  async run(setting) {
    const rounds = setting.isQuick ? 3 : 20;
    const stet = [setting.stet, setting.stories.short.path];
    const blank = [await bareApp(setting.folder, "blank", blankPage)];
    const stetProfile = await usedProfile(setting, "stet-used", stet, ".editor");
    const blankProfile = await usedProfile(setting, "blank-used", blank, null);
    const usual = await inTurns(
      rounds,
      () => measure(setting, stet, ".editor", stetProfile),
      () => measure(setting, blank, null, blankProfile),
    );
    const first = await inTurns(
      rounds,
      () => measure(setting, stet, ".editor", null),
      () => measure(setting, blank, null, null),
    );
    return [...figures("Cold start", usual), ...figures("Cold start, new profile", first)];
  },
};

function figures(what: string, pairs: readonly Pair<Start>[]): readonly Figure[] {
  const unit = { ...milliseconds, digits: 0 };
  const before = ({ beforePageMs }: Start): number => beforePageMs;
  const after = ({ wallMs, beforePageMs }: Start): number => wallMs - beforePageMs;
  return [
    ratioFigure(what, pairs, ({ wallMs }) => wallMs, "blank window", { unit, aim }),
    ratioFigure(`${what}: until the page is asked for`, pairs, before, "blank window", { unit }),
    ratioFigure(`${what}: from there on`, pairs, after, "blank window", { unit }),
    ratioFigure(`${what}: CPU time`, pairs, ({ cpuMs }) => cpuMs, "blank window", { unit }),
  ];
}

/** A profile as some starts leave it. Chromium keeps a page's compiled script from the third on. */
async function usedProfile(
  setting: Setting,
  name: string,
  args: readonly string[],
  selector: string | null,
): Promise<string> {
  const profile = join(setting.folder, name);
  for (let i = 0; i < 4; i++) {
    const program = await setting.start(args, profile, selector);
    const page = await program.nextPage();
    await page.nextTold();
    // The compiled script is written a little after the page has run.
    await wait(1000);
    await program.quit();
  }
  return profile;
}

/** A start that was ready before anybody looked is made again. */
async function measure(...how: Parameters<typeof startOnce>): Promise<Start> {
  for (;;) {
    const start = await startOnce(...how);
    if (!Number.isNaN(start.wallMs)) return start;
  }
}

/** Each start has a copy of the used profile, or an empty one with null. */
async function startOnce(
  setting: Setting,
  args: readonly string[],
  selector: string | null,
  used: string | null,
): Promise<Start> {
  const profile = join(setting.folder, "profile");
  if (used !== null) await cp(used, profile, { recursive: true });
  const program = await setting.start(args, profile, selector);
  try {
    const page = await program.nextPage();
    const readyMs = await page.nextTold();
    const cpuMs = total(await program.cpuTimes());
    const pageMs = await page.evaluate<number>("performance.timeOrigin");
    if (selector !== null) await proveTypable(page);
    const wallMs = readyMs - program.startedMs;
    return { wallMs, beforePageMs: pageMs - program.startedMs, cpuMs };
  } finally {
    await program.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Not measured: that a page which calls itself ready takes a key. */
async function proveTypable(page: Page): Promise<void> {
  const before = await page.evaluate<string>("bench.storyText()");
  await pressKey(page, "q");
  const after = await page.evaluate<string>("bench.storyText()");
  if (after.length !== before.length + 1) throw new Error("the page was ready but took no key");
}
