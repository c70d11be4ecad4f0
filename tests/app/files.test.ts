import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textOf } from "../storage/story";
import { badFiles, stateOf, storyOf } from "./bad-files";
import {
  answer,
  answerDialogs,
  closeWindow,
  dispose,
  electronPath,
  eventually,
  launch,
  launched,
  menu,
  nextWindow,
  projectRoot,
  question,
  save,
  saveState,
  windowTitles,
  type Stet,
} from "./stet";
import { articleIn, blocksOn, textsOf, writeStory } from "./story";
import { write } from "./writer";

const samples = join(projectRoot, "assets", "samples");
const sample = readdirSync(samples).find((name) => name.endsWith(".stet"));

describe("the file menu", () => {
  it("begins a new story in a window of its own", async () => {
    const stet = await launched();
    await write(stet.page, "<Enter>", "The first one");

    const second = await nextWindow(stet, () => write(stet.page, "<Control+n>"));
    await write(second, "<Enter>", "The second one");

    expect(await blocksOn(stet.page)).toContain("h1: The first one");
    expect(await blocksOn(second)).toContain("h1: The second one");
  });

  it("opens a file into the window as long as nothing was written there", async () => {
    const stet = await launched();
    const [first, second] = [join(stet.folder, "one.stet"), join(stet.folder, "two.stet")];
    await writeStory(first, "Story one");
    await writeStory(second, "Story two");

    await answerDialogs(stet, first);
    await write(stet.page, "<Control+o>");
    await stet.page.locator("h1", { hasText: "Story one" }).waitFor();
    expect(stet.app.windows()).toHaveLength(1);

    await answerDialogs(stet, second);
    const other = await nextWindow(stet, () => write(stet.page, "<Control+o>"));
    expect(await blocksOn(other)).toContain("h1: Story two");
    expect(await blocksOn(stet.page)).toContain("h1: Story one");
  });

  it("opens it beside words that were typed a moment ago", async () => {
    const stet = await launched();
    const path = join(stet.folder, "known.stet");
    await writeStory(path, "Known");
    await answerDialogs(stet, path);
    await write(stet.page, "<Control+o>");
    await stet.page.locator("h1", { hasText: "Known" }).waitFor();
    const next = await nextWindow(stet, () => write(stet.page, "<Control+n>"));
    const gone = stet.page.waitForEvent("close");
    await closeWindow(stet, stet.page);
    await gone;

    // A known file is read in a moment: sooner than title and menu follow what is typed.
    const beside = await nextWindow(stet, () => write(next, "<Enter>", "x", "<Control+o>"));
    expect(await blocksOn(beside)).toContain("h1: Known");
    expect(await blocksOn(next)).toContain("h1: x");
  });

  it("opens what was open before from its list of recent stories", async () => {
    const folder = await recentSession();
    const stet = await launched({ folder });

    await menu(stet, "file.openRecent#0");
    await stet.page.locator("h1", { hasText: "Story two" }).waitFor();
    const other = await nextWindow(stet, () => menu(stet, "file.openRecent#1"));

    expect(await blocksOn(other)).toContain("h1: Story one");
    await menu(stet, "file.clearRecent");
    await eventually(() => recentNames(stet)).toEqual([]);
  });

  it("saves under another name and goes on there", async () => {
    const stet = await launched();
    const [first, second] = [join(stet.folder, "one.stet"), join(stet.folder, "two.stet")];
    await write(stet.page, "<Enter>", "As it was");
    await save(stet, first);
    const before = await stateOf(first);

    await write(stet.page, ", and more");
    await answerDialogs(stet, second);
    await write(stet.page, "<Control+Shift+s>");
    await saveState(stet.page, "saved");
    await write(stet.page, " still");
    await answerDialogs(stet);
    await write(stet.page, "<Control+s>");
    await saveState(stet.page, "saved");

    expect(await stateOf(first)).toEqual(before);
    const { content } = await articleIn(second);
    expect(textsOf(content, "headline")).toEqual(["As it was, and more still"]);
  });

  it("tells the story and its state in the title bar", async () => {
    const stet = await launched();
    const title = () => eventually(() => windowTitles(stet));
    await title().toEqual(["New story — Stet"]);

    await write(stet.page, "<Enter>", "Ferry strike");
    await title().toEqual(["Ferry strike — Edited — Stet"]);
    await save(stet, join(stet.folder, "ferry.stet"));
    await title().toEqual(["Ferry strike — Stet"]);
    await write(stet.page, "s");
    await title().toEqual(["Ferry strikes — Edited — Stet"]);
    await write(stet.page, "<Backspace>");
    await title().toEqual(["Ferry strike — Stet"]);
  });
});

describe("a sample", () => {
  it("opens as a copy that has no file yet", async ({ skip }) => {
    if (sample === undefined) return skip("assets/samples holds no .stet");
    const path = join(samples, sample);
    const before = await readFile(path);
    const stet = await launched({ files: [path] });
    await stet.page.locator("h1", { hasText: /./ }).waitFor();

    await saveState(stet.page, "never");
    await write(stet.page, "<Control+End>", "<Enter>", "A line of mine.");
    const copy = join(stet.folder, "copy.stet");
    await save(stet, copy);

    expect(await readFile(path)).toEqual(before);
    const [mine, theirs] = [await articleIn(copy), await articleIn(path)];
    expect(textsOf(mine.content, "headline")).toEqual(textsOf(theirs.content, "headline"));
    await stet.page.locator(".editor img").first().waitFor();
    const isDrawn = () =>
      stet.page
        .locator(".editor img")
        .first()
        .evaluate((img: HTMLImageElement) => img.naturalWidth > 0);
    await eventually(isDrawn).toBe(true);
  });
});

describe("one program for one profile", () => {
  it("hands the file of a second start to the first", async () => {
    const stet = await launched();
    const path = join(stet.folder, "handed.stet");
    await writeStory(path, "Handed over");

    const window = await nextWindow(stet, () => startAgain(stet, path));

    await window.locator("h1", { hasText: "Handed over" }).waitFor();
  });

  it("comes to the front with the one window that shows the file already", async () => {
    const stet = await launched();
    const path = join(stet.folder, "once.stet");
    await writeStory(path, "Only once");
    await answerDialogs(stet, path);
    await write(stet.page, "<Control+o>");
    await stet.page.locator("h1", { hasText: "Only once" }).waitFor();
    const second = await nextWindow(stet, () => menu(stet, "file.new"));
    await eventually(() => focusedTitle(stet)).toBe("New story — Stet");

    await write(second, "<Control+o>");
    await eventually(() => focusedTitle(stet)).toBe("Only once — Stet");
    await startAgain(stet, join(stet.folder, ".", "once.stet"));

    expect(stet.app.windows()).toHaveLength(2);
  });
});

describe("a file that cannot be opened", () => {
  let stet: Stet;
  beforeAll(async () => {
    stet = await launch();
  });
  afterAll(() => dispose(stet));

  it.each(badFiles)("is left alone and named: $what", async ({ what, reason, make }) => {
    const path = join(stet.folder, `${what}.stet`);
    await make(path);
    const before = await stateOf(path);
    await answerDialogs(stet, path);

    await write(stet.page, "<Control+o>");
    const page = await asking(stet);
    const message = await question(page);
    expect(message).toContain("The story was not opened");
    expect(message).toContain(basename(path));
    expect(message).toContain(reason);

    await answer(page, "OK");
    await write(page, "<Control+Home>", "x");
    await eventually(() => blocksOn(page)).toContainEqual(expect.stringMatching(/^p: x+$/));
    await saveState(page, "edited");
    expect(await stateOf(path)).toEqual(before);
  });

  it("of a newer Stet is shown to look at, and never saved", async () => {
    const own = await launched();
    const path = join(own.folder, "newer.stet");
    await writeStory(path, "From the future");
    const article = textOf(await articleIn(path)).replace('"major":1', '"major":2');
    await writeFile(path, storyOf(article));
    const before = await stateOf(path);
    await answerDialogs(own, path);

    const reloaded = own.page.waitForEvent("domcontentloaded");
    await write(own.page, "<Control+o>");
    await reloaded;
    await own.page.locator(".editor .headline", { hasText: "From the future" }).waitFor();
    await own.page.getByText("Made by a newer Stet: to look at only").waitFor();
    await write(own.page, "x", "<Control+s>", "<Control+Shift+s>");
    expect(await blocksOn(own.page)).toContain("h1: From the future");
    expect(await own.page.locator(".editor").getAttribute("contenteditable")).toBe("false");
    expect(await stateOf(path)).toEqual(before);
  });

  it("R20 gives what can be read of it as a new story, and is left alone", async () => {
    const own = await launched();
    const path = join(own.folder, "cut.stet");
    await write(own.page, "<Enter>", "Cut", "<Control+End>", "First.", "<Enter>", "Second.");
    await save(own, join(own.folder, "whole.stet"));
    const bytes = await readFile(join(own.folder, "whole.stet"));
    await writeFile(path, bytes.subarray(0, bytes.indexOf("Second.") + 3));
    const before = await stateOf(path);
    await answerDialogs(own, path);

    await write(own.page, "<Control+o>");
    const window = await nextWindow(own, () => answer(own.page, "Open what can be read"));
    expect(await question(window)).toContain("This is what could be read");
    await answer(window, "OK");

    expect(await blocksOn(window)).toContain("h1: Cut");
    expect(await blocksOn(window)).toContain("p: First.");
    await saveState(window, "edited");
    expect(await stateOf(path)).toEqual(before);
  });

  it("gives a window to write in when it was named at the start", async () => {
    const own = await launched();
    const path = join(own.folder, "gone.stet");
    const window = await nextWindow(own, () => startAgain(own, path));

    expect(await question(window)).toContain("“gone.stet” cannot be read: it is not there.");
    await answer(window, "OK");
    await write(window, "Words");
    expect(await blocksOn(window)).toContain("p: Words");
  });
});

/** The window that has a question: the one that asked for the file, or a new one. */
async function asking({ app }: Stet): Promise<Page> {
  const counts = () =>
    Promise.all(app.windows().map((page) => page.locator("dialog[open]").count()));
  await eventually(counts).toContain(1);
  const page = app.windows()[(await counts()).indexOf(1)];
  if (!page) throw new Error("no window asks");
  return page;
}

/** The folder of a session that saved two stories. */
async function recentSession(): Promise<string> {
  const stet = await launched();
  for (const name of ["one", "two"]) {
    const path = join(stet.folder, `${name}.stet`);
    await writeStory(path, `Story ${name}`);
    const act = () => startAgain(stet, path);
    const window = await nextWindow(stet, act);
    await window.locator("h1", { hasText: `Story ${name}` }).waitFor();
    await eventually(() => recentNames(stet)).toContain(`${name}.stet`);
  }
  await stet.app.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
  return stet.folder;
}

function recentNames({ app }: Stet): Promise<readonly string[]> {
  return app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.getMenuItemById("file.openRecent")?.submenu?.items;
    // Electron gives a separator no id, whatever its types say.
    const stories = (items ?? []).filter(({ id }: { id?: string }) => id?.includes("#"));
    return stories.map(({ label }) => label);
  });
}

function focusedTitle({ app }: Stet): Promise<string | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle());
}

/** Starts the program a second time on the same profile; resolves when that start has ended. */
async function startAgain({ profile }: Stet, file: string): Promise<void> {
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const args = [projectRoot, ...sandbox, `--user-data-dir=${profile}`, file];
  await promisify(execFile)(electronPath(), args);
}
