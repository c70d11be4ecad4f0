// Not a figure but an answer: what the time of a keystroke in a long story is spent on.

import { editableApp } from "./apps";
import type { Setting } from "./bench";
import { profiled } from "./cpu-profile";
import { openDesk } from "./desk";
import { typistMs } from "./keystroke";
import type { Page } from "./page";
import { rankingText } from "./ranking";
import { readableStet } from "./readable-page";
import { timeline } from "./timeline";
import { someText, type } from "./typing";

const keys = 200;

/** Milliseconds for each key: the main thread of Stet and of a bare contenteditable, then Stet's script. */
export async function profileKeystroke(setting: Setting): Promise<string> {
  const { long } = setting.stories;
  const stet = [await readableStet(setting.stet), long.path];
  const bare = [await editableApp(setting, "bare", long)];
  const parts = [
    ...(await withDesk(setting, stet, ".editor", async (page) => {
      const work = await timeline(page, () => typing(page));
      const { self, total } = await profiled(page, () => typing(page));
      return [
        rankingText("Stet, main thread by kind of work", work, keys),
        rankingText("Stet, functions by their own time", self, keys),
        rankingText("Stet, functions with what they call", total, keys),
      ];
    })),
    ...(await withDesk(setting, bare, null, async (page) => {
      const work = await timeline(page, () => typing(page));
      return [rankingText("Bare contenteditable, main thread by kind of work", work, keys)];
    })),
  ];
  return parts.join("\n\n");
}

async function withDesk(
  setting: Setting,
  args: readonly string[],
  selector: string | null,
  look: (page: Page) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const { program, page } = await openDesk(setting, args, `profile ${selector}`, selector);
  try {
    await typing(page);
    return await look(page);
  } finally {
    await program.kill();
  }
}

async function typing(page: Page): Promise<void> {
  await page.evaluate("bench.toMiddle()");
  await type(page, someText(keys), typistMs);
}
