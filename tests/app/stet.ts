// Starts the real program as `npm start` does, each time with a profile of its own, and answers what
// the system would ask the writer.

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserWindow } from "electron";
import { _electron, type ElectronApplication, type JSHandle, type Page } from "playwright";
import { expect, onTestFinished } from "vitest";
import type { Api } from "../../electron/contract";
import { executableName } from "../../scripts/runtime/folder";
import { newNetLog, nothingAskedOutside } from "./net-log";

declare global {
  interface Window {
    /** What the page has of the main process. */
    readonly stet: Api;
  }
}

export const projectRoot = join(import.meta.dirname, "../..");

export interface Stet {
  readonly app: ElectronApplication;
  /** The window that came first. */
  readonly page: Page;
  /** A folder of this test's own; the profile is below it. */
  readonly folder: string;
  readonly profile: string;
  /** What this session asked of the network, to be read when it has ended. */
  readonly netLog: string;
}

export interface Launch {
  readonly files?: readonly string[];
  /** The folder of a session before, whose profile is taken over. */
  readonly folder?: string;
  /** Off unless a test is about it: it would save whatever a test leaves unsaved. */
  readonly autosave?: boolean;
  /** Switches of Chromium. */
  readonly flags?: readonly string[];
  /** The folder of another Electron than the usual one. Heeded by a file's first launch only. */
  readonly runtime?: string;
}

export function electronPath(): string {
  const executable = process.env["STET_ELECTRON"];
  if (!executable) throw new Error("run the app tests with `npm run test:app`");
  return executable;
}

export function runtimeFolder(): string {
  return electronPath().slice(0, -executableName(process.platform).length);
}

/** Resolves when the first window can be typed into. */
export async function launch(options: Launch = {}): Promise<Stet> {
  const { files = [], folder, autosave = false, flags = [], runtime } = options;
  // Told the executable, Playwright lets the program run ahead, and attaches for ever to a window
  // that happens to be between its empty page and ours. Told the folder, it holds the start back.
  process.env["ELECTRON_OVERRIDE_DIST_PATH"] = runtime ?? runtimeFolder();
  const own = folder ?? (await mkdtemp(join(tmpdir(), "stet-app-")));
  const profile = join(own, "profile");
  await setAutosave(profile, autosave);
  const netLog = await newNetLog();
  const app = await _electron.launch({
    args: [
      projectRoot,
      `--user-data-dir=${profile}`,
      `--log-net-log=${netLog}`,
      ...flags,
      ...files,
    ],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await app.firstWindow();
  await page.locator(".editor").waitFor();
  return { app, page, folder: own, profile, netLog };
}

/** For a profile that has no settings yet: those of a session before stay. */
async function setAutosave(profile: string, autosave: boolean): Promise<void> {
  await mkdir(profile, { recursive: true });
  const settings = JSON.stringify({ autosave });
  await writeFile(join(profile, "settings.json"), settings, { flag: "wx" }).catch(
    (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    },
  );
}

/** Ends the program. Fails if it asked the network for anything, from its start on. */
export async function dispose({ app, folder, netLog }: Stet): Promise<void> {
  await app.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined);
  await app.close().catch(() => undefined);
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  await nothingAskedOutside(netLog);
}

/** A program that goes with the test. */
export async function launched(options: Launch = {}): Promise<Stet> {
  const stet = await launch(options);
  onTestFinished(() => dispose(stet));
  return stet;
}

/** Chooses an item of the application menu by its id, as a click would. */
export async function menu({ app }: Pick<Stet, "app">, id: string): Promise<void> {
  await app.evaluate(({ Menu }, name) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(name);
    if (!item) throw new Error(`no menu item ${name}`);
    Reflect.apply(item.click, item, []);
  }, id);
}

/** Answers the next file dialogs: the open one with `paths`, the save one with the first of them. */
export async function answerDialogs(
  { app }: Pick<Stet, "app">,
  ...paths: readonly string[]
): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    const canceled = filePaths.length === 0;
    dialog.showOpenDialog = () => Promise.resolve({ canceled, filePaths: [...filePaths] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled, filePath: filePaths[0] ?? "" });
  }, paths);
}

/** Waits until the status bar says so: never, edited, saving, saved, failed. */
export async function saveState(page: Page, state: string): Promise<void> {
  // The bar is drawn with the next frame: until then it shows what was before the last key.
  await nextFrame(page);
  await page.locator(`.status-save[data-save="${state}"]`).waitFor();
}

/** `expect` on what is not so yet, with time for a machine that has other work. */
export function eventually<T>(read: () => T): ReturnType<typeof expect.poll<T>> {
  return expect.poll(read, { timeout: 10_000 });
}

/** Resolves when the page has drawn all that it knows by now. */
export function nextFrame(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}

/** Saves with the keys of everybody's hands, to `path` if the dialog asks. */
export async function save(stet: Stet, path: string, page = stet.page): Promise<void> {
  await answerDialogs(stet, path);
  await page.keyboard.press("Control+s");
  await saveState(page, "saved");
}

/** The question over the page; `answer` presses one of its buttons. */
export async function question(page: Page): Promise<string> {
  const dialog = page.locator("dialog[open]");
  await dialog.waitFor();
  return dialog.innerText();
}

export async function answer(page: Page, label: string): Promise<void> {
  await page.locator("dialog[open]").getByRole("button", { name: label, exact: true }).click();
}

/** The same for an answer by which the window goes, at times before the click is acknowledged. */
export async function answerGoing(page: Page, label: string): Promise<void> {
  const gone = page.waitForEvent("close");
  await answer(page, label).catch(() => undefined);
  await gone;
}

/** The main process's side of a window. */
export async function windowOf(
  { app }: Pick<Stet, "app">,
  page: Page,
): Promise<JSHandle<BrowserWindow>> {
  return (await app.browserWindow(page)) as JSHandle<BrowserWindow>;
}

/** Asks a window to close, as its X would. Resolves at once: the page may have a question. */
export async function closeWindow(stet: Pick<Stet, "app">, page: Page): Promise<void> {
  const window = await windowOf(stet, page);
  await window.evaluate((target) => target.close());
}

/** Resolves when the program has ended by itself. */
export function ended({ app }: Pick<Stet, "app">): Promise<unknown> {
  return app.waitForEvent("close");
}

/** Main process, pages and helpers at once: nobody can clean up. */
export async function kill(stet: Stet): Promise<void> {
  const { pid } = stet.app.process();
  const end = ended(stet);
  if (pid !== undefined) process.kill(-pid, "SIGKILL");
  await end;
  await nothingAskedOutside(stet.netLog);
}

/** The next window, once it can be typed into. `act` makes it come. */
export async function nextWindow({ app }: Pick<Stet, "app">, act: () => unknown): Promise<Page> {
  const [page] = await Promise.all([app.waitForEvent("window"), act()]);
  await page.locator(".editor").waitFor();
  return page;
}

export async function windowTitles({ app }: Pick<Stet, "app">): Promise<readonly string[]> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.getTitle()),
  );
}

/** All recovery copies as they lie on the disk, one after the other. */
export async function copies({ profile }: Stet): Promise<string> {
  const folder = join(profile, "recovery");
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const texts = files.map((entry) => readFile(join(entry.parentPath, entry.name), "utf8"));
  return (await Promise.all(texts)).join("");
}

/** Resolves when a recovery copy with these words is on the disk. */
export async function keptCopy(stet: Stet, words: string): Promise<void> {
  await eventually(() => copies(stet).catch(() => "")).toContain(words);
}
