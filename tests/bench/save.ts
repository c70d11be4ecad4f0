// Saving in plain Node against putting the same bytes in the same place as carefully as one can
// without looking at them: written beside, synced, renamed over. And in a window, from Ctrl-S until
// the status bar says “Saved”.

import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Bench, Setting } from "./bench";
import { milliseconds, ratioFigure, type Figure } from "./figure";
import { inTurns, timed } from "./pairs";
import { valueOf, type StoryFile } from "./story-files";
import { storyNames } from "./story-names";
import { pressControl, pressKey } from "./typing";

export const save: Bench = {
  name: "save",
  async run(setting) {
    const figures: Figure[] = [];
    for (const [key, name] of storyNames) {
      const story = setting.stories[key];
      figures.push(await inNode(setting, name, story), await inWindow(setting, name, story));
    }
    return figures;
  },
};

async function inNode(
  { product, folder, isQuick }: Setting,
  name: string,
  { path, text, html, content }: StoryFile,
): Promise<Figure> {
  const names = product.mediaIn(content);
  const bytes = await readFile(path);
  // A window of another bench may have saved the story by itself since it was made.
  let base: string | null = null;
  const saveIt = async (): Promise<void> => {
    const sources = valueOf(await product.storySources(path, names));
    const saved = await product.saveStory({ path, base, text, html, sources });
    base = valueOf(saved).fingerprint;
  };
  const pairs = await inTurns(
    isQuick ? 3 : 30,
    () => timed(saveIt),
    () => timed(() => replace(join(folder, "same bytes"), bytes)),
  );
  return ratioFigure(`Save, ${name}`, pairs, (ms) => ms, "write, sync, rename", {
    unit: milliseconds,
  });
}

async function inWindow(setting: Setting, name: string, { path }: StoryFile): Promise<Figure> {
  const bytes = await readFile(path);
  const profile = join(setting.folder, `profile save ${name}`);
  const program = await setting.start([setting.stet, path], profile, ".editor");
  try {
    const page = await program.nextPage();
    await page.nextTold();
    const saveIt = async (): Promise<number> => {
      await pressKey(page, "q");
      await page.evaluate("bench.tellSaved()");
      await pressControl(page, "s");
      return page.nextTold();
    };
    await saveIt();
    const pairs = await inTurns(setting.isQuick ? 3 : 20, saveIt, () =>
      timed(() => replace(join(setting.folder, "same bytes"), bytes)),
    );
    return ratioFigure(`Ctrl-S to “Saved”, ${name}`, pairs, (ms) => ms, "write, sync, rename");
  } finally {
    await program.kill();
  }
}

async function replace(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(`${path}.tmp`, "w");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.tmp`, path);
}
