import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Setting } from "./bench";
import type { Page } from "./page";
import type { Program } from "./program";

export interface Desk {
  readonly program: Program;
  readonly page: Page;
}

/** Starts a program and puts the caret in the middle of its story. `selector` is as in `Setting.start`. */
export async function openDesk(
  setting: Setting,
  args: readonly string[],
  profile: string,
  selector: string | null,
): Promise<Desk> {
  const program = await setting.start(args, join(setting.folder, profile), selector);
  const page = await program.nextPage();
  await page.nextTold();
  // Fonts arrive, and what the start has put off is done.
  await wait(2000);
  await page.send("Emulation.setFocusEmulationEnabled", { enabled: true });
  await page.evaluate("bench.toMiddle()");
  await page.evaluate("bench.watchKeys()");
  await wait(1000);
  return { program, page };
}
