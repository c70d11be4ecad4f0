// Starts the real program as `npm start` does, each time with a profile of its own.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright";

const projectRoot = join(import.meta.dirname, "../..");

export interface Stet {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** A folder of this test's own; the profile is below it. */
  readonly folder: string;
  readonly profile: string;
}

export interface Launch {
  readonly files?: readonly string[];
  /** The folder of a session before, whose profile is taken over. */
  readonly folder?: string;
}

/** Resolves when the first window can be typed into. */
export async function launch({ files = [], folder }: Launch = {}): Promise<Stet> {
  const executable = process.env["STET_ELECTRON"];
  if (!executable) throw new Error("run the app tests with `npm run test:app`");
  const own = folder ?? (await mkdtemp(join(tmpdir(), "stet-app-")));
  const profile = join(own, "profile");
  const app = await _electron.launch({
    executablePath: executable,
    args: [projectRoot, `--user-data-dir=${profile}`, ...files],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await app.firstWindow();
  await page.locator(".editor").waitFor();
  return { app, page, folder: own, profile };
}

export async function dispose({ app, folder }: Stet): Promise<void> {
  await app.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined);
  await app.close().catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
}

/** Chooses an item of the application menu by its id, as a click would. */
export async function menu({ app }: Stet, id: string): Promise<void> {
  await app.evaluate(({ Menu }, name) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(name);
    if (!item) throw new Error(`no menu item ${name}`);
    item.click();
  }, id);
}

/** Answers the next file dialogs: the open one with `paths`, the save one with the first of them. */
export async function answerDialogs({ app }: Stet, ...paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    const canceled = filePaths.length === 0;
    dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: [...filePaths] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: filePaths[0] ?? "" });
  }, paths);
}
