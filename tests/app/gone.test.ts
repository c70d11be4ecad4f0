// What becomes of a window whose story's file was taken away from under it.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { lstat, mkdir, rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { jpegPicture, pictureFile } from "./pictures";
import { answer, answerDialogs, launched, question, save, saveState, type Stet } from "./stet";
import { articleIn, textsOf } from "./story";
import { write } from "./writer";

interface Loss {
  readonly what: string;
  lose(path: string): Promise<unknown>;
  readonly reason: string;
  readonly answers: readonly string[];
}

const again = ["Save here again", "Save as…", "Go on writing"];
const elsewhere = ["Save as…", "Go on writing"];

const losses: readonly Loss[] = [
  {
    what: "deleted",
    lose: (path) => rm(path),
    reason: "“story.stet” is not where it was",
    answers: again,
  },
  {
    what: "moved",
    lose: (path) => rename(path, `${path}.moved`),
    reason: "“story.stet” is not where it was",
    answers: again,
  },
  {
    what: "deleted with its folder",
    lose: (path) => rm(join(path, ".."), { recursive: true }),
    reason: "its folder is not there any more",
    answers: elsewhere,
  },
  {
    what: "replaced by a folder",
    lose: async (path) => {
      await rm(path);
      await mkdir(path);
    },
    reason: "“story.stet” is now a folder",
    answers: elsewhere,
  },
  {
    what: "replaced by a link that leads nowhere",
    lose: async (path) => {
      await rm(path);
      await symlink("nowhere", path);
    },
    reason: "“nowhere” is not where it was",
    answers: again,
  },
  {
    what: "replaced by a link to itself",
    lose: async (path) => {
      await rm(path);
      await symlink(path, path);
    },
    reason: "“story.stet” was not written",
    answers: elsewhere,
  },
  {
    what: "replaced by a FIFO",
    lose: async (path) => {
      await rm(path);
      await promisify(execFile)("mkfifo", [path]);
    },
    reason: "“story.stet” is now not an ordinary file",
    answers: elsewhere,
  },
];

describe("R11 a story whose file was", () => {
  it.each(losses)("$what keeps its text, and its save asks", async (loss) => {
    const { stet, path } = await aSavedStory();
    await loss.lose(path);
    const found = await traceOf(path);

    await write(stet.page, " and more", "<Control+s>");
    const message = await question(stet.page);
    expect(message).toContain("The story was not saved");
    expect(message).toContain(loss.reason);
    const buttons = stet.page.locator("dialog[open] button");
    expect(await buttons.allInnerTexts()).toEqual(loss.answers);
    expect(await traceOf(path)).toEqual(found);

    await answer(stet.page, "Go on writing");
    await saveState(stet.page, "failed");
    await write(stet.page, " still", "<Control+s>");
    const place = loss.answers === again ? path : join(stet.folder, "elsewhere.stet");
    await answerDialogs(stet, place);
    await answer(stet.page, loss.answers[0] ?? "");
    await saveState(stet.page, "saved");
    expect(await headlineIn(place)).toBe("Saved and more still");
    await write(stet.page, ".");
    await save(stet, place);
    expect(await headlineIn(place)).toBe("Saved and more still.");
  });

  it("deleted is written there again when the writer chooses that place", async () => {
    const { stet, path } = await aSavedStory();
    await rm(path);

    await answerDialogs(stet, path);
    await write(stet.page, " anew", "<Control+Shift+s>");
    await saveState(stet.page, "saved");

    expect(await headlineIn(path)).toBe("Saved anew");
  });

  it("moved is told to take its pictures with it", async () => {
    const { stet, path } = await aSavedStory();
    await answerDialogs(stet, await pictureFile(stet.folder, jpegPicture));
    await write(stet.page, "<Control+Shift+Digit7>");
    await stet.page.locator(".editor img").waitFor();
    await save(stet, path);
    await rm(join(stet.profile, "media"), { recursive: true });
    await rename(path, `${path}.moved`);

    await write(stet.page, "Caption", "<Control+s>");
    expect(await question(stet.page)).toContain("One picture is in that file only");
    await answer(stet.page, "Save here again");
    await saveState(stet.page, "saved");
    expect(textsOf((await articleIn(path)).content, "caption")).toEqual(["Caption"]);
  });
});

describe("R11 a picture that is a FIFO", () => {
  it("is refused at once", async () => {
    const stet = await launched();
    const path = join(stet.folder, "fifo.jpg");
    await promisify(execFile)("mkfifo", [path]);
    await answerDialogs(stet, path);

    await write(stet.page, "<Control+Shift+Digit7>");

    expect(await question(stet.page)).toContain("“fifo.jpg” is not an ordinary file");
  });
});

/** A program that has saved a story in a folder of its own and shows it. */
async function aSavedStory(): Promise<{ readonly stet: Stet; readonly path: string }> {
  const stet = await launched();
  const folder = join(stet.folder, "stories");
  if (!existsSync(folder)) await mkdir(folder);
  const path = join(folder, "story.stet");
  await write(stet.page, "<Enter>", "Saved");
  await save(stet, path);
  return { stet, path };
}

/** What stands at a place, not followed and not opened: a FIFO would never answer. */
async function traceOf(path: string): Promise<unknown> {
  const facts = await lstat(path, { bigint: true }).catch(() => null);
  return facts && { inode: facts.ino, mode: facts.mode, mtimeNs: facts.mtimeNs };
}

async function headlineIn(path: string): Promise<string | undefined> {
  return textsOf((await articleIn(path)).content, "headline")[0];
}
