// What one key costs in the middle of a story: processor time of all of the program's processes, less
// what they take while nobody types, and the time from the key's event to the next painted frame.

import { editableApp } from "./apps";
import type { Bench, Setting } from "./bench";
import { openDesk } from "./desk";
import { ratioFigure, type Aim, type Figure } from "./figure";
import { idleCost, keyCost, type KeyCost } from "./key-cost";
import { inTurns } from "./pairs";
import type { StoryFile } from "./story-files";

/** A fast typist: every key has its own frame, and Stet's recovery copies come at their usual pace. */
export const typistMs = 100;

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
  const other = "contenteditable";
  const all = ({ allMs }: KeyCost): number => allMs;
  const renderer = ({ rendererMs }: KeyCost): number => rendererMs;
  try {
    // The first keys warm up what is compiled while it runs.
    await keyCost(stet, 50, typistMs);
    await keyCost(bare, 50, typistMs);
    const idle = {
      stet: await idleCost(stet, setting.isQuick),
      bare: await idleCost(bare, setting.isQuick),
    };
    const slow = await inTurns(
      rounds,
      () => keyCost(stet, keys, typistMs, idle.stet),
      () => keyCost(bare, keys, typistMs, idle.bare),
    );
    const fast = await inTurns(
      rounds,
      () => keyCost(stet, 2 * keys, 0, idle.stet),
      () => keyCost(bare, 2 * keys, 0, idle.bare),
    );
    const key = `Key, ${what}`;
    return [
      ratioFigure(`${key}: CPU, 10 a second`, slow, all, other, { aim }),
      ratioFigure(`${key}: page’s process alone`, slow, renderer, other),
      ratioFigure(`${key}: main process alone`, slow, ({ browserMs }) => browserMs, other),
      ratioFigure(`${key}: to the next paint, median`, slow, ({ p50Ms }) => p50Ms, other),
      ratioFigure(`${key}: to the next paint, 95 %`, slow, ({ p95Ms }) => p95Ms, other),
      ratioFigure(`${key}: CPU, as fast as taken`, fast, all, other, { aim }),
      ratioFigure(`${key}: page’s process alone`, fast, renderer, other),
    ];
  } finally {
    await stet.program.kill();
    await bare.program.kill();
  }
}
