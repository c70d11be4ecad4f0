import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoryNode } from "../../article/article";
import {
  fingerprintOf,
  readMedia,
  readStory,
  viewStory,
  storySources,
} from "../../electron/storage/read-story";
import { saveStory } from "../../electron/storage/save";
import { nameOf, png } from "./picture";
import {
  anArticle,
  anOrder,
  doc,
  failureOf,
  saved,
  sourceOf,
  tempFolder,
  textOf,
  valueOf,
} from "./story";
import { article, mimetype, page, zip } from "./zip";

const picture = png(5, 4);
const pictureName = nameOf(picture, "png");

describe("readStory", () => {
  it("gives back every story that was saved, whatever characters it holds", async () => {
    const path = join(await tempFolder(), "any.stet");
    const property = fc.asyncProperty(content(), anyText(), async (body, slug) => {
      const metadata = { ...anArticle("").metadata, slug };
      const story = anArticle("", { content: doc("", ...body), metadata });
      const fingerprint = await saved(path, "", { text: textOf(story) });
      const opened = valueOf(await readStory(path));
      expect(opened).toEqual({ article: story, fingerprint, media: [] });
    });
    await fc.assert(property, { numRuns: 150 });
  }, 30_000);

  it("carries what a later minor version wrote through a save", async () => {
    const path = join(await tempFolder(), "later.stet");
    const later = JSON.parse(textOf(anArticle("Later"))) as Record<string, unknown>;
    const text = JSON.stringify({ ...later, version: { major: 1, minor: 9 }, map: { at: [1, 2] } });
    await saved(path, "", { text });
    const { carried } = valueOf(await readStory(path)).article;
    expect(carried.article).toEqual({ map: { at: [1, 2] } });
  });

  it("lists the pictures without reading them", async () => {
    const path = join(await tempFolder(), "rotten.stet");
    const rotten = Buffer.from(picture).fill(0, 40);
    await saved(path, "Rotten", { sources: [sourceOf(pictureName, rotten)] });
    expect(valueOf(await readStory(path)).media).toEqual([pictureName]);
  });

  it("reports a story that was cut, wherever that is", async () => {
    const { path, bytes } = await aStory();
    for (let length = 0; length < bytes.length; length += 7) {
      await writeFile(path, bytes.subarray(0, length));
      const failure = failureOf(await readStory(path));
      expect(failure.kind, `cut at ${length}`).toBe("damaged");
      expect(await readFile(path)).toEqual(bytes.subarray(0, length));
    }
  }, 30_000);

  it("never takes a flipped bit for text", async () => {
    const { path, bytes } = await aStory();
    const kinds = new Set<string>();
    const before = valueOf(await readStory(path)).article;
    for (let bit = 3; bit < bytes.length * 8; bit += 37) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await writeFile(path, flipped);
      const result = await readStory(path);
      // A bit of a picture, of the readable page or of a date leaves the text as it was.
      if (result.ok) expect(result.value.article, `bit ${bit}`).toEqual(before);
      else kinds.add(result.failure.kind);
      expect(await readFile(path)).toEqual(flipped);
    }
    expect([...kinds]).toEqual(["damaged"]);
  }, 30_000);

  it("reports any flipped bit of the text itself", async () => {
    const { path, bytes } = await aStory();
    const start = bytes.indexOf('{"format"');
    const end = bytes.indexOf("]}}", start);
    for (let at = start; at < end; at += 5) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      await writeFile(path, flipped);
      expect(failureOf(await readStory(path)).kind).toBe("damaged");
    }
  });

  it("says what stands at the path instead of a story, without waiting for it", async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, "folder.stet"));
    execFileSync("mkfifo", [join(folder, "fifo.stet")]);
    await symlink("nowhere", join(folder, "link.stet"));
    await symlink("loop.stet", join(folder, "loop.stet"));
    const kindAt = async (name: string) => failureOf(await readStory(join(folder, name))).kind;
    expect(await kindAt("folder.stet")).toBe("foreign");
    expect(await kindAt("fifo.stet")).toBe("foreign");
    expect(await kindAt("link.stet")).toBe("missing");
    expect(await kindAt("none.stet")).toBe("missing");
    expect(await kindAt("folder.stet/inside.stet")).toBe("missing");
    expect(await kindAt("loop.stet")).toBe("unwritable");
  });

  it("names the file, never its path", async () => {
    const folder = await tempFolder();
    const failure = failureOf(await readStory(join(folder, "none.stet")));
    expect(failure.file).toBe("none.stet");
    expect(failure.reason).not.toContain(folder);
  });

  it("tells a story of a newer major version from a damaged one", async () => {
    const path = join(await tempFolder(), "newer.stet");
    const text = textOf(anArticle("x")).replace('"major":1', '"major":2');
    await writeFile(path, zip(mimetype, { ...article, bytes: Buffer.from(text) }));
    expect(failureOf(await readStory(path)).kind).toBe("newer");
    const seen = valueOf(await viewStory(path));
    expect(seen).toMatchObject({ newer: { kind: "newer" }, article: anArticle("x") });
  });

  it("refuses text that is not UTF-8", async () => {
    const path = join(await tempFolder(), "latin.stet");
    const bytes = Buffer.from(article.bytes);
    bytes[bytes.indexOf("fair")] = 0xe9;
    await writeFile(path, zip(mimetype, { ...article, bytes }));
    expect(failureOf(await readStory(path)).reason).toContain("UTF-8");
  });
});

describe("fingerprintOf", () => {
  it("tells one text from another and one picture from another", async () => {
    const folder = await tempFolder();
    const other = png(6, 6);
    const fingerprints = [
      await saved(join(folder, "a"), "One"),
      await saved(join(folder, "b"), "Two"),
      await saved(join(folder, "c"), "One", { sources: [sourceOf(pictureName, picture)] }),
      await saved(join(folder, "d"), "One", { sources: [sourceOf(nameOf(other, "png"), other)] }),
    ];
    expect(new Set(fingerprints).size).toBe(4);
    expect(await fingerprintOf(join(folder, "c"))).toBe(fingerprints[2]);
  });

  it("does not mind how a story is packed", async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, "a"), zip(mimetype, article, page));
    await writeFile(join(folder, "b"), zip(page, { ...article, deflate: true }, mimetype));
    expect(await fingerprintOf(join(folder, "a"))).toBe(await fingerprintOf(join(folder, "b")));
  });

  it("is null when there is no story (any more)", async () => {
    const path = join(await tempFolder(), "gone.stet");
    await saved(path, "Gone");
    await rm(path);
    expect(await fingerprintOf(path)).toBeNull();
    await writeFile(path, "something else");
    expect(await fingerprintOf(path)).toBeNull();
  });
});

describe("readMedia", () => {
  it("gives a picture's bytes", async () => {
    const { path } = await aStory();
    expect(Buffer.from(valueOf(await readMedia(path, pictureName)))).toEqual(picture);
  });

  it("refuses bytes that are not what their name says, though every checksum fits", async () => {
    const path = join(await tempFolder(), "swapped.stet");
    await saved(path, "Swapped", { sources: [sourceOf(pictureName, png(9, 9))] });
    expect(failureOf(await readMedia(path, pictureName)).kind).toBe("damaged");
  });

  it("reports a picture that the story does not hold", async () => {
    const { path } = await aStory();
    expect(failureOf(await readMedia(path, nameOf(png(7, 7), "png"))).kind).toBe("missing");
  });
});

describe("storySources", () => {
  it("passes a story's pictures on to the next save, unchanged", async () => {
    const { path } = await aStory();
    const sources = valueOf(await storySources(path, [pictureName, nameOf(png(7, 7), "png")]));
    expect(sources.map(({ name, size }) => [name, size])).toEqual([[pictureName, picture.length]]);
    await saved(`${path}2`, "Copied", { sources });
    expect(Buffer.from(valueOf(await readMedia(`${path}2`, pictureName)))).toEqual(picture);
  });

  it("unpacks a picture that someone deflated", async () => {
    const path = join(await tempFolder(), "deflated.stet");
    const entry = { name: `media/${pictureName}`, bytes: picture, deflate: true };
    await writeFile(path, zip(mimetype, article, entry));
    const sources = valueOf(await storySources(path, [pictureName]));
    await saved(`${path}2`, "Unpacked", { sources });
    expect(Buffer.from(valueOf(await readMedia(`${path}2`, pictureName)))).toEqual(picture);
  });

  it("stops at a picture that unpacks to more than it says", async () => {
    const path = join(await tempFolder(), "liar.stet");
    const entry = { name: `media/${pictureName}`, bytes: picture, deflate: true, size: 20 };
    await writeFile(path, zip(mimetype, article, entry));
    const [source] = valueOf(await storySources(path, [pictureName]));
    await expect(source?.open().then((stream) => buffer(stream))).rejects.toThrow("altered");
  });

  it("refuses pictures of a file that has changed since they were found", async () => {
    const { path } = await aStory();
    const sources = valueOf(await storySources(path, [pictureName]));
    await saved(path, "Another", { sources });
    const result = await saveStory(anOrder(`${path}2`, "Late", { sources }));
    expect(failureOf(result).kind).toBe("conflict");
  });

  it("says what to do about a picture that can no longer be found", async () => {
    const { path, bytes } = await aStory();
    const header = bytes.indexOf(`media/${pictureName}`) - 30;
    await writeFile(path, bytes.fill(0, header, header + 4));
    valueOf(await readStory(path));
    const failure = failureOf(await storySources(path, [pictureName]));
    expect(failure.kind).toBe("picture");
    expect(failure.reason).toContain("Insert it again");
  });
});

async function aStory(): Promise<{ readonly path: string; readonly bytes: Buffer }> {
  const path = join(await tempFolder(), "story.stet");
  await saved(path, "A story", { sources: [sourceOf(pictureName, picture)] });
  return { path, bytes: await readFile(path) };
}

/** Any sequence of UTF-16 units: lone surrogates, NUL, byte order marks, line separators. */
function anyText(): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.constantFrom(
      0,
      0xfeff,
      0x2028,
      0x2029,
      0xd800,
      0xdc00,
      0x0d,
      0x0a,
      0x202e,
      0x200d,
      0x22,
      0x5c,
    ),
    fc.integer({ min: 0, max: 0xffff }),
  );
  return fc.array(unit, { maxLength: 40 }).map((units) => String.fromCharCode(...units));
}

function content(): fc.Arbitrary<readonly StoryNode[]> {
  const text = anyText().map((value): StoryNode => ({ type: "text", text: `x${value}` }));
  const link = anyText().map((href) => ({ type: "link", attrs: { href } }));
  const linked = fc
    .tuple(text, link)
    .map(([node, mark]): StoryNode => ({ ...node, marks: [mark] }));
  const inline = fc.array(fc.oneof(text, linked), { minLength: 1, maxLength: 3 });
  const paragraph = inline.map((nodes): StoryNode => ({ type: "paragraph", content: nodes }));
  return fc.array(paragraph, { maxLength: 5 });
}
