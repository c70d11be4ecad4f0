import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Page } from "playwright";
import { jpegPicture, pictureFile } from "./pictures";
import { stateOf } from "./bad-files";
import {
  answer,
  answerDialogs,
  closeWindow,
  copies,
  ended,
  eventually,
  keptCopy,
  kill,
  launch,
  launched,
  nextWindow,
  question,
  save,
  saveState,
  windowOf,
  type Stet,
} from "./stet";
import { articleIn, blocksOn, textsOf } from "./story";
import { tempFolder } from "../storage/story";
import { aSavedStory, write } from "./writer";

/** What may be missing of a text, by the promise that is kept. */
const toleratedMs = 1000;

describe("after the machine went down", () => {
  it("offers a story that never had a file, complete but for its last second", async () => {
    const stet = await launched();
    await write(stet.page, "<Enter>", "Never saved", "<Enter>", "<Enter>", "<Enter>");
    const typed = await typeAndKill(stet, 40);

    const { page } = await launched({ folder: stet.folder });
    expect(await question(page)).toContain("Unsaved text was recovered");
    await answer(page, "Keep the recovered text");

    expect(await blocksOn(page)).toContain("h1: Never saved");
    expectTyped(typed, (await blocksOn(page)).at(-1)?.slice("p: ".length) ?? "");
    await saveState(page, "edited");
    await write(page, "<Control+End>", " and on");
    expect((await blocksOn(page)).at(-1)).toMatch(/ and on$/);
  });

  it("offers what was typed since the save and leaves the file as it was", async () => {
    const stet = await launched();
    const path = join(stet.folder, "story.stet");
    await write(stet.page, "<Enter>", "Saved", "<Enter>", "<Enter>", "<Enter>", "Once. ");
    await save(stet, path);
    const file = await stateOf(path);
    const typed = await typeAndKill(stet, 15);

    const again = await launched({ folder: stet.folder });
    expect(await question(again.page)).toContain("Stet stopped before “Saved” was saved");
    const text = (await blocksOn(again.page)).at(-1) ?? "";
    expect(text).toMatch(/^p: Once\. /);
    expectTyped(typed, text.slice("p: Once. ".length));
    expect(await stateOf(path)).toEqual(file);

    await answer(again.page, "Keep the recovered text");
    await write(again.page, "<Control+s>");
    await saveState(again.page, "saved");
    expect(textsOf((await articleIn(path)).content, "paragraph")).toEqual([text.slice(3)]);
    expect(await isQuietStart(again)).toBe(true);
  });

  it("goes back to the saved story when the writer wants that", async () => {
    const { stet } = await aSavedStory();
    await typeAndKill(stet, 1);

    const again = await launched({ folder: stet.folder });
    await answer(again.page, "Open the saved version");
    await again.page.locator("dialog").waitFor({ state: "detached" });
    await saveState(again.page, "saved");

    expect(await blocksOn(again.page)).toContain("h1: Saved");
    expect(await isQuietStart(again)).toBe(true);
  });

  it("keeps the recovered text when the saved story cannot be read", async () => {
    const { stet, path } = await aSavedStory();
    await write(stet.page, " and more");
    await keptCopy(stet, "Saved and more");
    await kill(stet);
    await rm(path);

    const again = await launched({ folder: stet.folder });
    await answer(again.page, "Open the saved version");
    await eventually(() => question(again.page)).toContain("“story.stet” cannot be read");
    await answer(again.page, "OK");

    expect(await blocksOn(again.page)).toContain("h1: Saved and more");
    await saveState(again.page, "edited");
    await keptCopy(again, "Saved and more");
  });

  it("begins anew when the writer throws a story away that has no file", async () => {
    const stet = await launched();
    await typeAndKill(stet, 1);

    const again = await launched({ folder: stet.folder });
    await answer(again.page, "Throw it away");
    await again.page.locator("dialog").waitFor({ state: "detached" });
    await saveState(again.page, "never");

    expect((await blocksOn(again.page)).every((block) => block.endsWith(": "))).toBe(true);
    expect(await isQuietStart(again)).toBe(true);
  });

  it("offers the text again when nobody answered before the next fall", async () => {
    const stet = await launched();
    await write(stet.page, "<Enter>", "Twice down", "<Enter>", "<Enter>", "<Enter>");
    const typed = await typeAndKill(stet, 15);

    const second = await launched({ folder: stet.folder });
    await question(second.page);
    await kill(second);

    const third = await launched({ folder: stet.folder });
    await answer(third.page, "Keep the recovered text");
    expect(await blocksOn(third.page)).toContain("h1: Twice down");
    expectTyped(typed, (await blocksOn(third.page)).at(-1)?.slice("p: ".length) ?? "");
  });

  it("offers nothing when the writer had undone all that was not saved", async () => {
    const { stet } = await aSavedStory();
    await write(stet.page, " and undone");
    await keptCopy(stet, "Saved and undone");
    await write(stet.page, "<Control+z>");
    await saveState(stet.page, "saved");
    await eventually(() => readdir(join(stet.profile, "recovery"))).toEqual([]);
    await kill(stet);

    const again = await launched({ folder: stet.folder });
    expect(await again.page.locator("dialog").count()).toBe(0);
  });

  it("offers what undo came back to when the file does not hold it any more", async () => {
    const { stet, path } = await aSavedStory();
    await write(stet.page, " and undone");
    await keptCopy(stet, "Saved and undone");
    await rm(path);
    const before = await copies(stet);
    await write(stet.page, "<Control+z>");
    await eventually(() => copies(stet)).not.toBe(before);
    await kill(stet);

    const again = await launched({ folder: stet.folder });
    expect(await question(again.page)).toContain("Unsaved text was recovered");
    expect(await blocksOn(again.page)).toContain("h1: Saved");
  });

  it("shows the pictures of a recovered text and saves them with it", async () => {
    const stet = await launched();
    const pictures = await tempFolder();
    await answerDialogs(stet, await pictureFile(pictures, jpegPicture));
    await write(stet.page, "<Enter>", "With a picture", "<Control+Shift+Digit7>");
    await stet.page.locator(".editor img").waitFor();
    await typeAndKill(stet, 15);

    const again = await launched({ folder: stet.folder });
    await answer(again.page, "Keep the recovered text");
    await drawn(again.page);
    const path = join(stet.folder, "story.stet");
    await save(again, path);

    const { content } = await articleIn(path);
    expect(textsOf(content, "caption")[0]).toMatch(/^[a-z]/);
    const end = ended(again);
    await closeWindow(again, again.page);
    await end;
    const third = await launched({ folder: stet.folder, files: [path] });
    await drawn(third.page);
  });
});

describe("after a page crashed", () => {
  it("comes back with the text while other windows stay as they are", async () => {
    const stet = await launched();
    await write(stet.page, "<Enter>", "Stays");
    const second = await nextWindow(stet, () => write(stet.page, "<Control+n>"));
    await write(second, "<Enter>", "Crashes and comes back");
    const target = await windowOf(stet, second);

    const window = await nextWindow(stet, async () => {
      await keptCopy(stet, "Crashes and comes back");
      await target.evaluate((crashing) => crashing.webContents.forcefullyCrashRenderer());
    });

    await window.locator("h1", { hasText: "Crashes and comes back" }).waitFor();
    expect(await question(window)).toContain("Unsaved text was recovered");
    await answer(window, "Keep the recovered text");
    await write(window, "<Control+Home>", "<Enter>", "<End>", " with more");
    expect(await blocksOn(window)).toContain("h1: Crashes and comes back with more");
    await write(stet.page, " on");
    expect(await blocksOn(stet.page)).toContain("h1: Stays on");
  });

  it("shows a story again in which nothing was unsaved", async () => {
    const stet = await launched();
    await write(stet.page, "<Enter>", "All saved");
    await save(stet, join(stet.folder, "story.stet"));

    // Playwright gives a crashed page up, so this one is asked through the main process.
    const window = await windowOf(stet, stet.page);
    await window.evaluate(({ webContents }) => {
      const loaded = new Promise<void>((resolve) => {
        webContents.once("did-finish-load", () => resolve());
      });
      webContents.forcefullyCrashRenderer();
      return loaded;
    });
    const headline = (): Promise<unknown> =>
      window.evaluate(({ webContents }) =>
        webContents.executeJavaScript(`document.querySelector("h1")?.textContent`),
      );
    await eventually(headline).toBe("All saved");
  });
});

interface Typed {
  readonly text: string;
  /** How many of its letters had arrived in the page longer ago than is tolerated. */
  readonly due: number;
}

/** Types without a pause and takes the whole program down in the middle of it. */
async function typeAndKill(stet: Stet, wanted = 20): Promise<Typed> {
  const arrivedMs: number[] = [];
  const due = (): number => arrivedMs.filter((ms) => performance.now() - ms > toleratedMs).length;
  let text = "";
  while (due() < wanted) {
    const letter =
      text.length % 7 === 6 ? " " : "abcdefghijklmnopqrstuvwxyz".charAt(text.length % 26);
    await stet.page.keyboard.press(letter, { delay: 30 });
    arrivedMs.push(performance.now());
    text += letter;
  }
  const killed = { text, due: due() };
  await kill(stet);
  return killed;
}

function expectTyped({ text, due }: Typed, found: string): void {
  expect(found.length).toBeGreaterThanOrEqual(due);
  expect(text.startsWith(found)).toBe(true);
}

/** Resolves when the story's picture is on the screen. */
async function drawn(page: Page): Promise<void> {
  const picture = page.locator(".editor img");
  await picture.scrollIntoViewIfNeeded();
  const width = () => picture.evaluate((img: HTMLImageElement) => img.naturalWidth);
  await eventually(width).toBe(jpegPicture.width);
}

/** Ends the program and starts it again: whether it has nothing to ask. */
async function isQuietStart(stet: Stet): Promise<boolean> {
  const end = ended(stet);
  await closeWindow(stet, stet.page);
  await end;
  const next = await launch({ folder: stet.folder });
  const questions = await next.page.locator("dialog").count();
  await next.app.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
  return questions === 0;
}
