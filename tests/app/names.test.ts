// R16: names of files that other programs stumble over.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../storage/story";
import { jpegPicture } from "./pictures";
import {
  answerDialogs,
  launched,
  menu,
  nextFrame,
  nextWindow,
  saveState,
  windowTitles,
  type Stet,
} from "./stet";
import { articleIn, figure, textsOf, writeStory } from "./story";
import { write } from "./writer";

const names: readonly [string, string][] = [
  ["255 bytes", `${"é".repeat(125)}.stet`],
  ["composed letters", "caf\u00e9.stet"],
  ["decomposed letters", "cafe\u0301.stet"],
  ["right-to-left override", "gpj.\u202etets.stet"],
  ["a newline", "two\nlines.stet"],
  ["a leading dash", "--user-data-dir=x.stet"],
  ["marks of a URL", "a#b?c%20d&e=f%.stet"],
  ["emoji", "🗞️👩🏽‍💻.stet"],
  ["a backslash", "C:\\temp\\story.stet"],
  ["spaces and quotes", ' “it\'s” "so" .stet'],
  ["a dot only", ".stet"],
];

describe("R16 a name with", () => {
  it.each(names)("%s is opened, saved, exported and opened again", async (_, name) => {
    const folder = join(await tempFolder(), "in");
    await mkdir(folder);
    const path = join(folder, name);
    await writeStory(path, "A name", [figure(jpegPicture, "", "Caption", "Credit")], [jpegPicture]);
    // Both of the twins are there, so that one taken for the other is noticed.
    const twin = twinOf(name);
    if (twin !== null) await writeFile(join(folder, twin), "not this one");
    const stet = await launched({ files: [path] });
    await stet.page.locator("h1", { hasText: "A name" }).waitFor();
    await drawn(stet);

    await write(stet.page, "<Control+Home>", "<Enter>", "<End>", " is kept", "<Control+s>");
    await saveState(stet.page, "saved");
    const pages = await exported(stet, name);
    const copy = join(stet.folder, name);
    await answerDialogs(stet, copy);
    await write(stet.page, "<Control+Shift+s>");
    await saveState(stet.page, "saved");

    expect((await readdir(folder)).sort()).toEqual([name, ...(twin === null ? [] : [twin])].sort());
    if (twin !== null) expect(await readFile(join(folder, twin), "utf8")).toBe("not this one");
    for (const place of [path, copy]) {
      const { content } = await articleIn(place);
      expect(textsOf(content, "headline")).toEqual(["A name is kept"]);
    }
    expect(await readdir(pages)).toHaveLength(2);
    await answerDialogs(stet, path);
    const again = await nextWindow(stet, () => write(stet.page, "<Control+o>"));
    await again.locator("h1", { hasText: "A name is kept" }).waitFor();
    expect(await windowTitles(stet)).toEqual(["A name is kept — Stet", "A name is kept — Stet"]);
  });
});

/** Exports beside its pictures under the story's name; the page must find its picture. */
async function exported(stet: Stet, name: string): Promise<string> {
  const folder = join(stet.folder, "out");
  await mkdir(folder);
  const base = basename(name, extname(name));
  const page = join(folder, `${base}.html`);
  await answerDialogs(stet, page);
  await menu(stet, "file.export.htmlFolder");
  await stet.page.locator(".toast").waitFor();
  const html = await readFile(page, "utf8");
  const source = /<img[^>]* src="([^"]+)"/.exec(html)?.[1] ?? "";
  const picture = new URL(source.replaceAll("&amp;", "&"), "file:///out/page.html").pathname;
  const parts = picture.split("/").slice(2).map(decodeURIComponent);
  expect(await readFile(join(folder, ...parts))).toEqual(jpegPicture.bytes);
  return folder;
}

async function drawn({ page }: Stet): Promise<void> {
  await page.locator(".editor img").scrollIntoViewIfNeeded();
  await nextFrame(page);
}

function twinOf(name: string): string | null {
  const twins = [name.normalize("NFC"), name.normalize("NFD")];
  return twins.find((twin) => twin !== name && Buffer.byteLength(twin) <= 255) ?? null;
}
