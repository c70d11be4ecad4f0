// Another program changes the file of a story that is open here.

import { readdir, rename, rm, stat, symlink, utimes } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Page } from "playwright";
import { jpegPicture } from "./pictures";
import { answer, copies, eventually, question, saveState, type Stet } from "./stet";
import { textOf } from "../storage/story";
import { articleIn, figure, textsOf, writeStory } from "./story";
import { aSavedStory, write } from "./writer";

describe("R10 a story that another program changes", () => {
  it("offers to load it while nothing is unsaved here, also when its time is as before", async () => {
    const { stet, path } = await aSavedStory("Mine");
    const { atime, mtime } = await stat(path);
    await changeOutside(path, "Hers");
    await utimes(path, atime, mtime);

    await comeBack(stet);
    const toast = stet.page.locator(".toast");
    await toast.getByText("“story.stet” was changed by another program.").waitFor();
    await toast.getByRole("button", { name: "Load it" }).click();

    await headlineOnPage(stet.page, "Hers");
    await saveState(stet.page, "saved");
    expect(await versions(stet.page)).toEqual(["Mine"]);
  });

  it("loads theirs over words that are not saved, and keeps these", async () => {
    const { stet, path } = await aConflict();

    await answer(stet.page, "Load their version");

    await headlineOnPage(stet.page, "Theirs");
    expect(await versions(stet.page)).toContain("Mine and more");
    expect(await headlineIn(path)).toEqual(["Theirs"]);
  });

  it("keeps mine in the file, and theirs in the history with its picture", async () => {
    const { stet, path } = await aConflict();

    await answer(stet.page, "Keep my version");

    await saveState(stet.page, "saved");
    expect(await headlineIn(path)).toEqual(["Mine and more"]);
    await eventually(() => versions(stet.page)).toContain("Theirs");
    expect(await readdir(join(stet.profile, "media"))).toEqual([jpegPicture.media]);
    // A save soon after takes the place of one of ours, and never of theirs.
    await write(stet.page, " again", "<Control+s>");
    await eventually(() => versions(stet.page)).toEqual(["Mine and more", "Theirs"]);
  });

  it("saves both, mine in a file beside it", async () => {
    const { stet, path } = await aConflict();

    await answer(stet.page, "Save both");

    await saveState(stet.page, "saved");
    expect(await headlineIn(path)).toEqual(["Theirs"]);
    const mine = join(stet.folder, "story (2).stet");
    expect(await headlineIn(mine)).toEqual(["Mine and more"]);
    await write(stet.page, " again", "<Control+s>");
    await eventually(() => headlineIn(mine)).toEqual(["Mine and more again"]);
  });

  it("R11 asks too where a link to another story took its place", async () => {
    const { stet, path } = await aSavedStory("Mine");
    const other = join(stet.folder, "other.stet");
    await writeStory(other, "Theirs");
    await rm(path);
    await symlink(other, path);
    await write(stet.page, " and more", "<Control+s>");
    expect(await question(stet.page)).toContain("was changed by another program");
    expect(await headlineIn(other)).toEqual(["Theirs"]);
  });

  it("lets the writer write on when it happens under the hands, and decide later", async () => {
    const { stet, path } = await aSavedStory("Mine");
    await write(stet.page, " and");
    await changeOutside(path, "Theirs");
    await comeBack(stet);
    const toast = stet.page.locator(".toast");
    await toast.getByText("you have changed it too").waitFor();
    await write(stet.page, " more ");
    await headlineOnPage(stet.page, "Mine and more");
    expect(await headlineIn(path)).toEqual(["Theirs"]);

    await toast.getByRole("button", { name: "Decide…" }).click();
    await answer(stet.page, "Keep my version");
    await saveState(stet.page, "saved");
    expect(await headlineIn(path)).toEqual(["Mine and more "]);
    expect(await toast.count()).toBe(0);
  });

  it("takes nothing more from the page that theirs is to replace", async () => {
    const { stet, path } = await aConflict();
    // All at once, as keys and timers would: what the old page still sends comes after its farewell.
    const last = { revision: 999, text: textOf(await articleIn(path)) };
    await stet.page.evaluate((snapshot) => {
      const going = window.stet.loadTheirs(snapshot);
      const late = [window.stet.backUp(snapshot), going.then(() => window.stet.backUp(snapshot))];
      void Promise.allSettled(late);
    }, last);

    await headlineOnPage(stet.page, "Theirs");
    await saveState(stet.page, "saved");
    expect(await headlineIn(path)).toEqual(["Theirs"]);
    expect(await copies(stet).catch(() => "")).toBe("");
  });

  it("goes on writing, and asks again at the next save", async () => {
    const { stet, path } = await aConflict();

    await stet.page.keyboard.press("Escape");
    await write(stet.page, " still", "<Control+s>");

    expect(await question(stet.page)).toContain("“story.stet” was changed by another program");
    expect(await headlineIn(path)).toEqual(["Theirs"]);
  });
});

/** Mine and theirs, and the question which is to stay. */
async function aConflict(): Promise<{ readonly stet: Stet; readonly path: string }> {
  const { stet, path } = await aSavedStory("Mine");
  await changeOutside(path, "Theirs");
  await write(stet.page, " and more", "<Control+s>");
  expect(await question(stet.page)).toContain("“story.stet” was changed by another program");
  return { stet, path };
}

/** The same story with another headline and a picture, put in its place as a program does that saves with care. */
async function changeOutside(path: string, headline: string): Promise<void> {
  const article = await articleIn(path);
  const body = [figure(jpegPicture, "", "The bridge", "Lee Wong / AP")];
  await writeStory(`${path}.new`, headline, body, [jpegPicture], article);
  await rename(`${path}.new`, path);
}

/** What the window does when the writer comes back to it. */
async function comeBack({ app }: Stet): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.emit("focus");
  });
}

async function headlineIn(path: string): Promise<readonly string[]> {
  return textsOf((await articleIn(path)).content, "headline");
}

async function headlineOnPage(page: Page, text: string): Promise<void> {
  await page.locator(".editor .headline", { hasText: text }).waitFor();
}

/** The headline of every version that the history has. */
function versions(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const list = await window.stet.versions();
    if (!list.ok) throw new Error(list.failure.reason);
    const texts: string[] = [];
    for (const { id } of list.value) {
      const article = await window.stet.readVersion(id);
      if (!article.ok) throw new Error(article.failure.reason);
      texts.push(article.value.content.content?.[1]?.content?.[0]?.text ?? "");
    }
    return texts;
  });
}
