// From a file to what is in it: in plain Node, and in a window from the moment it is asked for until
// the editor has the focus and two frames are painted since.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bench, Setting } from "./bench";
import { milliseconds, ratioFigure, type Figure } from "./figure";
import type { Page } from "./page";
import { inTurns, timed, type Pair } from "./pairs";
import type { Program } from "./program";
import { valueOf, type StoryFiles } from "./story-files";
import { storyNames } from "./story-names";

export const open: Bench = {
  name: "open",
  async run(setting) {
    return [...(await inNode(setting)), ...(await inWindow(setting))];
  },
};

async function inNode({ product, stories, isQuick }: Setting): Promise<readonly Figure[]> {
  const rounds = isQuick ? 20 : 200;
  const figures: Figure[] = [];
  for (const [key, name] of storyNames) {
    const { path } = stories[key];
    const pairs = await inTurns(
      rounds,
      () => timed(async () => valueOf(await product.readStory(path))),
      () => timed(() => readFile(path)),
    );
    figures.push(figure(`Read, ${name}`, pairs.slice(rounds / 10)));
  }
  return figures;
}

async function inWindow(setting: Setting): Promise<readonly Figure[]> {
  const rounds = setting.isQuick ? 3 : 15;
  const paths = storyNames.map(([key]) => setting.stories[key].path);
  const args = [setting.stet, ...paths];
  const program = await setting.start(args, join(setting.folder, "profile open"), ".editor");
  try {
    let page = await soleEmptyPage(program, paths.length);
    const pairs = new Map<string, Pair<number>[]>(storyNames.map(([key]) => [key, []]));
    for (let turn = 0; turn < (rounds + 1) * paths.length; turn++) {
      // They are opened in turns: the next one is the last in the list of recent ones.
      const askedMs = await page.evaluate<number>(`bench.openRecent(${paths.length - 1})`);
      const ours = (await page.nextTold()) - askedMs;
      const key = await shownStory(page, setting.stories);
      const other = await timed(() => readFile(setting.stories[key].path));
      // The first round finds scripts and files cold.
      if (turn >= paths.length) pairs.get(key)?.push({ ours, other });
      page = await emptyPage(program, page);
    }
    return storyNames.map(([key, name]) =>
      figure(`Open in a window, ${name}`, pairs.get(key) ?? []),
    );
  } finally {
    await program.kill();
  }
}

/** Which of the stories a page shows: Stet and not the bench keeps the list of recent ones. */
async function shownStory(page: Page, stories: StoryFiles): Promise<keyof StoryFiles> {
  const shown = await page.evaluate<number>("bench.blockCount()");
  const found = storyNames.find(([key]) => stories[key].content.content?.length === shown);
  if (!found) throw new Error("no story of ours was opened");
  return found[0];
}

/** Every story was opened once, so that they are all in the list of recent ones. */
async function soleEmptyPage(program: Program, opened: number): Promise<Page> {
  const pages: Page[] = [];
  for (let i = 0; i < opened; i++) {
    const page = await program.nextPage();
    await page.nextTold();
    pages.push(page);
  }
  const [first, ...others] = pages;
  if (!first) throw new Error("no story was opened");
  const empty = await emptyPage(program, first);
  for (const page of others) close(page);
  return empty;
}

/** An empty window in place of that one: only such a window takes the next story in. */
async function emptyPage(program: Program, page: Page): Promise<Page> {
  await page.evaluate("stet.newStory()");
  const empty = await program.nextPage();
  await empty.nextTold();
  close(page);
  return empty;
}

/** The answer would come from a page that is gone. */
function close(page: Page): void {
  void page.evaluate("void stet.closeWindow(true)").catch(() => undefined);
}

function figure(what: string, pairs: readonly Pair<number>[]): Figure {
  const unit = { ...milliseconds, digits: 2 };
  return ratioFigure(what, pairs, (ms) => ms, "reading the bytes", { unit });
}
