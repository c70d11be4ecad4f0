import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { docOf } from "../../renderer/blocks/document";
import { readStory } from "../../electron/storage/read-story";
import { salvageStory, type Salvaged } from "../../electron/storage/salvage";
import { saveSample, wordsOf } from "../reliability/sample";
import { failureOf, tempFolder, valueOf } from "./story";
import { article, mimetype, page, zip } from "./zip";

describe("salvageStory", () => {
  it("gives all of a story whose directory is gone, and says so", async () => {
    const { path, bytes } = await aSample();
    const story = valueOf(await readStory(path));
    await writeFile(path, bytes.subarray(0, bytes.indexOf("PK\u0001\u0002")));
    const { article, media, lost } = await salvaged(path);
    expect(article).toEqual(story.article);
    expect(media.map(({ name }) => name)).toEqual(story.media);
    expect(lost).toBe("Nothing of the story is lost.");
  });

  it("gives the words up to the cut", async () => {
    const { path, bytes } = await aSample();
    await writeFile(path, bytes.subarray(0, bytes.indexOf("a baker") + "a baker".length));
    const { article, lost } = await salvaged(path);
    expect(wordsOf(article.content).at(-1)).toMatch(/^PORT ARLEN, 14 November.* was a baker$/);
    expect(article.metadata.slug).toBe("harbour-bridge");
    expect(lost).toBe("What could not be saved: the end of the text and the form of 1 block.");
  });

  it("keeps the details that can be read where others cannot", async () => {
    const { path, bytes } = await aSample();
    bytes.write("?", bytes.indexOf('"urgency"'));
    await writeFile(path, bytes);
    const { article, lost } = await salvaged(path);
    expect(article.metadata).toMatchObject({
      slug: "harbour-bridge",
      language: "en-GB",
      urgency: 0,
    });
    expect(lost).toBe("What could not be saved: some of the details.");
  });

  it("gives the pictures whose bytes are right, and counts the others", async () => {
    const { path, bytes } = await aSample();
    const { media } = valueOf(await readStory(path));
    const [first = "", second = ""] = media;
    const at = bytes.indexOf(`media/${first}`, bytes.indexOf("</html>")) + 200;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    await writeFile(path, bytes);
    const found = await salvaged(path);
    expect(found.lost).toBe("What could not be saved: 1 picture.");
    expect(found.media.map(({ name }) => name)).toEqual([second]);
    const [source] = found.media;
    const picture = source && (await buffer(await source.open()));
    expect(bytes.includes(picture ?? "nothing")).toBe(true);
    expect(picture?.length).toBe(source?.size);
  });

  it("does not read a picture of a file that was changed since", async () => {
    const { path, bytes } = await aSample();
    await writeFile(path, bytes.subarray(0, -30));
    const [source] = (await salvaged(path)).media;
    await rm(path);
    await writeFile(path, bytes);
    await expect(source?.open()).rejects.toThrow("changed by another program");
  });

  it("reads the page where the text is gone", async () => {
    const { path, bytes } = await aSample();
    const story = wordsOf(valueOf(await readStory(path)).article.content);
    bytes.fill(0, bytes.indexOf("article.json"), bytes.indexOf("PK\u0003\u0004", 100));
    await writeFile(path, bytes);
    const { article, lost } = await salvaged(path);
    expect(wordsOf(article.content).slice(0, 5)).toEqual(story.slice(0, 5));
    expect(article.content.content?.map(({ type }) => type)).toContain("figure");
    expect(lost).toBe("What could not be saved: all but the plain words.");
  });

  it("reads the lines of a text whose beginning is gone", async () => {
    const { path, bytes } = await aSample();
    const end = bytes.indexOf("article.html") - 30;
    await writeFile(path, bytes.subarray(1500, end));
    const { article, lost } = await salvaged(path);
    expect(wordsOf(article.content).at(-1)).toBeTruthy();
    expect(lost).toContain("some of the details");
  });

  it("unpacks what somebody deflated, as far as it goes", async () => {
    const path = join(await tempFolder(), "x.stet");
    const bytes = zip(mimetype, { ...article, deflate: true }, page);
    for (const end of [-1, bytes.indexOf("article.html") - 33]) {
      await writeFile(path, bytes.subarray(0, end));
      expect(wordsOf((await salvaged(path)).article.content).join("")).toContain("A fair");
    }
  });

  it("finds nothing in another file, nor in one without words", async () => {
    const path = join(await tempFolder(), "x.stet");
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from("A text"),
      zip(mimetype, article).subarray(0, 90),
    ]) {
      await writeFile(path, bytes);
      expect(failureOf(await salvageStory(path))).toMatchObject({
        kind: "damaged",
        file: "x.stet",
      });
    }
    expect(failureOf(await salvageStory(`${path}2`)).kind).toBe("missing");
  });
});

async function aSample(): Promise<{ readonly path: string; readonly bytes: Buffer }> {
  const path = join(await tempFolder(), "story.stet");
  return { path, bytes: await saveSample(path) };
}

/** What is salvaged is a story for the editor, and the file stays as it was. */
async function salvaged(path: string): Promise<Salvaged> {
  const before = await readFile(path);
  const found = valueOf(await salvageStory(path));
  valueOf(docOf(found.article, "salvaged"));
  expect((await readFile(path)).equals(before)).toBe(true);
  return found;
}
