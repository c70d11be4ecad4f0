import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Page } from "playwright";
import { figure } from "../reliability/figures";
import { anArticle, textOf } from "../storage/story";
import {
  answer,
  answerDialogs,
  answerGoing,
  closeWindow,
  ended,
  eventually,
  keptCopy,
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
import { aSavedStory, write } from "./writer";

describe("closing a window", () => {
  it("asks nothing when nothing would be lost", async () => {
    const { stet, path } = await aSavedStory();

    const end = ended(stet);
    await closeWindow(stet, stet.page);
    await end;

    expect(await headlineIn(path)).toBe("Saved");
  });

  it("saves what is unsaved and goes", async () => {
    const { stet, path } = await aSavedStory();
    await write(stet.page, " and more");

    await closeWindow(stet, stet.page);
    expect(await question(stet.page)).toContain("Save “Saved and more” before closing?");
    const end = ended(stet);
    await answerGoing(stet.page, "Save");
    await end;

    expect(await headlineIn(path)).toBe("Saved and more");
    expect(await nothingToRecover(stet)).toBe(true);
  });

  it("goes without saving and forgets the text", async () => {
    const { stet, path } = await aSavedStory();
    await write(stet.page, " and more");
    await recoveryCopy(stet);

    await closeWindow(stet, stet.page);
    const end = ended(stet);
    await answerGoing(stet.page, "Don’t save");
    await end;

    expect(await headlineIn(path)).toBe("Saved");
    expect(await nothingToRecover(stet)).toBe(true);
  });

  it("keeps no copy that was on its way when the text was given up", async () => {
    const { stet } = await aSavedStory();
    const text = textOf(anArticle("Given up"));

    const end = ended(stet);
    await stet.page
      .evaluate((late) => {
        void window.stet.closeWindow(true);
        void window.stet.backUp({ revision: 1000, text: late });
      }, text)
      .catch(() => undefined);
    await end;

    expect(await nothingToRecover(stet)).toBe(true);
  });

  it.each(["Cancel", "Escape"])("stays and can be written in after %s", async (how) => {
    const { stet, path } = await aSavedStory();
    await write(stet.page, " and");

    await closeWindow(stet, stet.page);
    await question(stet.page);
    if (how === "Escape") await stet.page.keyboard.press("Escape");
    else await answer(stet.page, "Cancel");
    await stet.page.locator("dialog").waitFor({ state: "detached" });
    await write(stet.page, " more");

    expect(await blocksOn(stet.page)).toContain("h1: Saved and more");
    expect(await headlineIn(path)).toBe("Saved");
    await closeWindow(stet, stet.page);
    expect(await question(stet.page)).toContain("before closing?");
  });

  it("stays when the place to save was not chosen", async () => {
    const stet = await launched();
    await write(stet.page, "<Enter>", "Nowhere yet");
    await answerDialogs(stet);

    await closeWindow(stet, stet.page);
    await answer(stet.page, "Save");
    await stet.page.locator("dialog").waitFor({ state: "detached" });

    await saveState(stet.page, "edited");
    await write(stet.page, " still");
    expect(await blocksOn(stet.page)).toContain("h1: Nowhere yet still");
  });

  it("stays and says why when the story cannot be saved", async () => {
    const stet = await launched();
    await write(stet.page, "<Enter>", "Nowhere");
    await answerDialogs(stet, join(stet.folder, "no such folder", "story.stet"));

    await closeWindow(stet, stet.page);
    await answer(stet.page, "Save");

    await saveState(stet.page, "failed");
    expect(await question(stet.page)).toContain("“story.stet” was not written");
    await answer(stet.page, "Go on writing");
    await write(stet.page, " else");
    expect(await blocksOn(stet.page)).toContain("h1: Nowhere else");
  });
});

describe("quitting", () => {
  it("asks in each window whose story is unsaved, and ends when all are answered", async () => {
    const { stet, path, second } = await twoEditedStories();

    await quit(stet);
    expect(await question(stet.page)).toContain("Save “Saved one”");
    expect(await question(second)).toContain("Save “Another”");
    await answer(stet.page, "Save");
    const end = ended(stet);
    await answerGoing(second, "Don’t save");
    await end;

    expect(await headlineIn(path)).toBe("Saved one");
    expect(await nothingToRecover(stet)).toBe(true);
  });

  it("is off when one window is kept", async () => {
    const { stet, second } = await twoEditedStories();

    await quit(stet);
    await question(stet.page);
    await question(second);
    await answer(second, "Cancel");
    await answerGoing(stet.page, "Don’t save");

    await write(second, " text");
    expect(await blocksOn(second)).toContain("h1: Another text");
  });
});

describe("R14 a quit", () => {
  it("R14 that is cancelled in one window closes no other and gives nothing up", async () => {
    const { stet, second } = await threeStories();
    await quit(stet);
    await answer(stet.page, "Don’t save");
    await stet.page.locator("dialog").waitFor({ state: "detached" });
    await answer(second, "Cancel");
    await second.locator("dialog").waitFor({ state: "detached" });

    expect(stet.app.windows()).toHaveLength(3);
    await keptCopy(stet, "Saved one");
    await keptCopy(stet, "Another");
    // Who was to go without saving is asked anew, and the next quit ends the program.
    await quit(stet);
    expect(await question(stet.page)).toContain("Save “Saved one”");
    await answer(stet.page, "Don’t save");
    const end = ended(stet);
    await answerGoing(second, "Don’t save");
    await end;
    expect(await nothingToRecover(stet)).toBe(true);
    figure("R14", { tier: "C", cases: 3, lost: 0, worstMs: null, note: "a quit cancelled" });
  });

  it("R14 is called off by writing on in a window that was to go", async () => {
    const { stet, second, clean } = await threeStories();
    await quit(stet);
    await question(second);
    await write(clean, " and on");
    await answerGoing(stet.page, "Don’t save");
    await answerGoing(second, "Don’t save");

    expect(await blocksOn(clean)).toContain("h1: Clean and on");
    await keptCopy(stet, "Clean and on");
  });

  it("R14 ends the program when the last window that is asked is closed otherwise", async () => {
    const { stet, second } = await threeStories();
    await quit(stet);
    await answer(stet.page, "Don’t save");
    const end = ended(stet);
    const window = await windowOf(stet, second);
    await window.evaluate((target) => target.destroy());
    await end;
  });

  it("R14 is off when a story cannot be saved, which stays as it was", async () => {
    const { stet, path, second } = await twoEditedStories();
    await quit(stet);
    await answerDialogs(stet, join(stet.folder, "no such folder", "story.stet"));
    await answer(second, "Save");
    expect(await question(second)).toContain("“story.stet” was not written");
    await answer(second, "Go on writing");
    await answerGoing(stet.page, "Don’t save");

    await write(second, " text");
    expect(await blocksOn(second)).toContain("h1: Another text");
    await saveState(second, "failed");
    expect(await headlineIn(path)).toBe("Saved");
    const place = join(stet.folder, "another.stet");
    await save(stet, place, second);
    const end = ended(stet);
    await quit(stet);
    await end;
    expect(await headlineIn(place)).toBe("Another text");
  });
});

async function twoEditedStories(): Promise<{ stet: Stet; path: string; second: Page }> {
  const { stet, path } = await aSavedStory();
  await write(stet.page, " one");
  const second = await nextWindow(stet, () => write(stet.page, "<Control+n>"));
  await write(second, "<Enter>", "Another");
  return { stet, path, second };
}

/** Two with unsaved words, and one whose words are all in its file. */
async function threeStories(): Promise<{ stet: Stet; second: Page; clean: Page }> {
  const { stet, second } = await twoEditedStories();
  const clean = await nextWindow(stet, () => write(stet.page, "<Control+n>"));
  await write(clean, "<Enter>", "Clean");
  await save(stet, join(stet.folder, "clean.stet"), clean);
  return { stet, second, clean };
}

async function headlineIn(path: string): Promise<string | undefined> {
  return textsOf((await articleIn(path)).content, "headline")[0];
}

async function quit({ app }: Stet): Promise<void> {
  await app.evaluate(({ app: electron }) => electron.quit());
}

async function recoveryCopy({ profile }: Stet): Promise<void> {
  await eventually(() => existsSync(join(profile, "recovery"))).toBe(true);
}

/** Whether the next start on the same profile has no question. */
async function nothingToRecover({ folder }: Stet): Promise<boolean> {
  const next = await launch({ folder });
  const texts = await blocksOn(next.page);
  const questions = await next.page.locator("dialog").count();
  await next.app.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
  return questions === 0 && texts.every((text) => /: $/.test(text));
}
