import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Result } from "../../article/result";
import { readStory, type OpenedStory } from "../../electron/storage/read-story";
import { nameOf, png } from "./picture";
import { doc, failureOf, tempFolder, valueOf } from "./story";
import { article, mimetype, page, zip, type ZipEntry } from "./zip";

describe("withContainer", () => {
  it("opens the honest zip that the others here are made of", async () => {
    const story = valueOf(await opened(zip(mimetype, article, page)));
    expect(story.article.content).toEqual(doc("A fair story"));
  });

  it("opens a story that someone packed anew, deflated, in another order and with a folder entry", async () => {
    const picture: ZipEntry = { name: `media/${nameOf(png(3, 2), "png")}`, bytes: png(3, 2) };
    const folder: ZipEntry = { name: "media/", bytes: Buffer.alloc(0) };
    const entries = [folder, picture, { ...article, deflate: true }, page, mimetype];
    expect(valueOf(await opened(zip(...entries))).media).toEqual([nameOf(png(3, 2), "png")]);
  });

  it.each([
    ["another zip", zip({ name: "word/document.xml", bytes: Buffer.from("<w/>") })],
    ["an empty zip", zip()],
    [
      "a zip of another type",
      zip({ ...mimetype, bytes: Buffer.from("application/epub+zip") }, article),
    ],
    ["a huge type", zip({ ...mimetype, bytes: Buffer.alloc(5000, 32) }, article)],
    [
      "a type behind which more is packed",
      zip({ ...mimetype, deflate: true, junk: Buffer.alloc(2000) }, article),
    ],
    [
      "a cut zip of another kind",
      zip({ name: "word.xml", bytes: Buffer.alloc(99) }).subarray(0, 80),
    ],
    ["a word", Buffer.from("word")],
    ["a text", Buffer.from("A plain text file, by no means a zip of any kind.")],
    ["a picture", png(4, 4)],
  ])("calls %s foreign", async (_, bytes) => {
    expect(failureOf(await opened(bytes)).kind).toBe("foreign");
  });

  it("calls a story damaged, not foreign, whose directory has lost its type", async () => {
    const bytes = zip(mimetype, article, page);
    bytes.write("n", bytes.lastIndexOf("mimetype"));
    expect(failureOf(await opened(bytes)).kind).toBe("damaged");
  });

  it.each([
    ["a name with dots", { ...page, name: "../article.html" }],
    ["a name deeper in", { ...page, name: "media/../../x.png" }],
    ["an absolute name", { ...page, name: "/etc/passwd" }],
    ["a backslash", { ...page, name: "media\\x.png" }],
    ["a drive", { ...page, name: "C:x.png" }],
    ["a name outside the table", { ...page, name: "script.js" }],
    ["a picture that is not named by content", { ...page, name: "media/cat.png" }],
    ["another case", { ...page, name: "Article.html" }],
    ["an encrypted part", { ...page, flags: 0x801 }],
    ["an unknown way to pack", { ...page, method: 93 }],
  ])("refuses %s", async (_, entry: ZipEntry) => {
    const failure = failureOf(await opened(zip(mimetype, article, entry)));
    expect(failure).toMatchObject({ kind: "damaged", file: "x.stet" });
  });

  it("refuses a part that an extra field gives a second name", async () => {
    const entry: ZipEntry = {
      ...page,
      name: "run.sh",
      extra: unicodeName("run.sh", "article.html"),
    };
    expect(failureOf(await opened(zip(mimetype, article, entry))).kind).toBe("damaged");
  });

  it("refuses two parts of one name, whichever of them other programs would take", async () => {
    const twice = zip(mimetype, article, { ...article, bytes: Buffer.from("{}") });
    expect(failureOf(await opened(twice)).reason).toContain("the same part twice");
  });

  it.each([
    ["name", { name: "article.jsom" }],
    ["size", { size: 3 }],
    ["checksum", { crc: 7 }],
  ])("refuses a local header with another %s than the directory", async (_, local) => {
    const failure = failureOf(await opened(zip(mimetype, { ...article, local }, page)));
    expect(failure.reason).toContain("contradict");
  });

  it("refuses text whose bytes do not match a checksum that both headers agree on", async () => {
    const failure = failureOf(await opened(zip(mimetype, { ...article, crc: 1234 })));
    expect(failure.reason).toContain("checksum");
  });

  it("refuses a deflated text that is larger than it says", async () => {
    const liar = { ...article, deflate: true, size: article.bytes.length - 10 };
    expect(failureOf(await opened(zip(mimetype, liar))).kind).toBe("damaged");
  });

  it("refuses a deflated text that is no deflated text", async () => {
    const garbled = { ...article, method: 8 };
    expect(failureOf(await opened(zip(mimetype, garbled))).kind).toBe("damaged");
  });

  it("refuses a deflate bomb by its ratio, before unpacking it", async () => {
    const bomb = { ...article, bytes: Buffer.alloc(8 * 1024 * 1024, 32), deflate: true };
    expect(failureOf(await opened(zip(mimetype, bomb))).kind).toBe("tooLarge");
  });

  it.each([
    ["text", { ...article, size: 33 * 1024 * 1024 }],
    ["page", { ...page, size: 65 * 1024 * 1024 }],
    ["picture", { name: `media/${"0".repeat(64)}.png`, bytes: png(1, 1), size: 0xfffffff0 }],
  ])("refuses a %s that is declared larger than its cap", async (_, entry: ZipEntry) => {
    expect(failureOf(await opened(zip(mimetype, entry))).kind).toBe("tooLarge");
  });

  it("refuses text that is declared longer than the file", async () => {
    const long = { ...article, size: 1024 * 1024 };
    expect(failureOf(await opened(zip(mimetype, long))).kind).toBe("damaged");
  });

  it.each([0x7fffffff, 0xfffffffe])(
    "refuses a directory that lies beyond the end, at %i",
    async (offset) => {
      const bytes = zip(mimetype, article);
      bytes.writeUInt32LE(offset, bytes.length - 6);
      expect(failureOf(await opened(bytes)).kind).toBe("damaged");
    },
  );

  it("refuses more parts than a story may have", async () => {
    const pictures = Array.from({ length: 1010 }, (_, index) => ({
      name: `media/${index.toString(16).padStart(64, "0")}.png`,
      bytes: Buffer.alloc(0),
    }));
    const failure = failureOf(await opened(zip(mimetype, article, ...pictures)));
    expect(failure.reason).toContain("too many parts");
  });

  it("refuses a story without its text", async () => {
    expect(failureOf(await opened(zip(mimetype, page))).reason).toContain("its text is missing");
  });
});

/** Info-ZIP's Unicode Path field, which some programs prefer to the plain name. */
function unicodeName(plain: string, name: string): Buffer {
  const field = Buffer.alloc(9 + name.length);
  field.writeUInt16LE(0x7075, 0);
  field.writeUInt16LE(5 + name.length, 2);
  field.writeUInt8(1, 4);
  field.writeUInt32LE(crc32(Buffer.from(plain)), 5);
  field.write(name, 9);
  return field;
}

async function opened(bytes: Buffer): Promise<Result<OpenedStory>> {
  const path = join(await tempFolder(), "x.stet");
  await writeFile(path, bytes);
  const result = await readStory(path);
  expect(await readFile(path)).toEqual(bytes);
  return result;
}
