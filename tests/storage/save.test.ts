import { execFileSync } from "node:child_process";
import {
  chmod,
  link,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { StoryNode } from "../../article/article";
import { maxArticleBytes } from "../../article/format";
import { nodeDisk, type Disk } from "../../electron/storage/disk";
import { readStory } from "../../electron/storage/read-story";
import { nothing, saveStory } from "../../electron/storage/save";
import { nameOf, png } from "./picture";
import {
  anArticle,
  anOrder,
  doc,
  failureOf,
  saved,
  sourceOf,
  tempFolder,
  tempsIn,
  textOf,
  valueOf,
} from "./story";

const picture = png(5, 4);
const pictureName = nameOf(picture, "png");

describe("saveStory", () => {
  it("writes a new story and then the next state of it", async () => {
    const path = await aPlace();
    const base = await saved(path, "One");
    const next = valueOf(await saveStory(anOrder(path, "Two", { base })));
    const fingerprint = expect.any(String) as unknown;
    expect(next).toEqual({ fingerprint, path, slippedIn: false, historyFailure: null });
    expect(await headlineAt(path)).toEqual(doc("Two"));
    expect(valueOf(await readStory(path)).fingerprint).toBe(next.fingerprint);
    expect(await tempsIn(dirname(path))).toEqual([]);
  });

  it("gives the same bytes for the same story, in whatever order its pictures come", async () => {
    const folder = await tempFolder();
    const one = sourceOf(pictureName, picture);
    const other = sourceOf(nameOf(png(8, 1), "png"), png(8, 1));
    await saved(join(folder, "a"), "Same", { sources: [one, other] });
    await saved(join(folder, "b"), "Same", { sources: [other, one] });
    expect(await readFile(join(folder, "a"))).toEqual(await readFile(join(folder, "b")));
  });

  it("puts the type first and the text before the pictures, as every zip reader sees them", async () => {
    const path = await aPlace();
    await saved(path, "Listed", { sources: [sourceOf(pictureName, picture)] });
    const script =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), *z.namelist())";
    const listed = execFileSync("python3", ["-c", script, path], { encoding: "utf8" }).trim();
    expect(listed).toBe(`None mimetype article.json article.html media/${pictureName}`);
  });

  it("reports a conflict and writes nothing when the file has changed since", async () => {
    const path = await aPlace();
    const base = await saved(path, "Mine");
    await saved(path, "Theirs");
    const before = await readFile(path);
    expect(failureOf(await saveStory(anOrder(path, "Mine, later", { base }))).kind).toBe(
      "conflict",
    );
    expect(await readFile(path)).toEqual(before);
    expect(await tempsIn(dirname(path))).toEqual([]);
  });

  it("reports a conflict for a file that is no story any more", async () => {
    const path = await aPlace();
    const base = await saved(path, "Mine");
    await writeFile(path, "not a story");
    expect(failureOf(await saveStory(anOrder(path, "x", { base }))).kind).toBe("conflict");
    expect(await readFile(path, "utf8")).toBe("not a story");
  });

  it("sees a change of the same size and the same time", async () => {
    const path = await aPlace();
    const base = await saved(path, "AAAA");
    const { mtime } = await stat(path);
    await saved(path, "BBBB");
    execFileSync("touch", ["-d", mtime.toISOString(), path]);
    expect(failureOf(await saveStory(anOrder(path, "x", { base }))).kind).toBe("conflict");
  });

  it("reports a conflict when the file changes while the new one is being written", async () => {
    const path = await aPlace();
    const base = await saved(path, "Mine");
    const slow = {
      ...sourceOf(pictureName, picture),
      open: async () => {
        await saved(`${path}2`, "Theirs");
        await rename(`${path}2`, path);
        return Readable.from([picture]);
      },
    };
    const result = await saveStory(anOrder(path, "Mine", { base, sources: [slow] }));
    expect(failureOf(result).kind).toBe("conflict");
    expect(await headlineAt(path)).toEqual(doc("Theirs"));
    expect(await tempsIn(dirname(path))).toEqual([]);
  });

  it("R11 says that the file is gone, and writes it again only when that is wanted", async () => {
    const path = await aPlace();
    const base = await saved(path, "Gone");
    await rm(path);
    const failure = failureOf(await saveStory(anOrder(path, "Gone", { base })));
    expect(failure).toMatchObject({ kind: "gone", file: "story.stet" });
    expect(await readdir(dirname(path))).toEqual([]);
    expect(await saved(path, "Gone", { base: nothing })).toBe(base);
  });

  it("R11 writes nothing over what took the place that was thought empty", async () => {
    const path = await aPlace();
    await saved(path, "Theirs");
    const before = await readFile(path);
    const failure = failureOf(await saveStory(anOrder(path, "Mine", { base: nothing })));
    expect(failure.kind).toBe("conflict");
    expect(await readFile(path)).toEqual(before);
  });

  it("R11 takes a link to where the file was moved for the file", async () => {
    const path = await aPlace();
    const base = await saved(path, "Moved");
    await rename(path, `${path}.moved`);
    await symlink("story.stet.moved", path);
    await saved(path, "Moved on", { base });
    expect(await readlink(path)).toBe("story.stet.moved");
    expect(await headlineAt(`${path}.moved`)).toEqual(doc("Moved on"));
    await rm(`${path}.moved`);
    expect(failureOf(await saveStory(anOrder(path, "x", { base }))).kind).toBe("gone");
  });

  it("replaces whatever file the writer chose by name", async () => {
    const path = await aPlace();
    await writeFile(path, "an old note");
    await saved(path, "Chosen");
    expect(await headlineAt(path)).toEqual(doc("Chosen"));
  });

  it("refuses a folder and a FIFO that took the file's place", async () => {
    const path = await aPlace();
    const base = await saved(path, "Mine");
    await rm(path);
    await mkdir(path);
    const failure = failureOf(await saveStory(anOrder(path, "Mine", { base })));
    expect(failure).toMatchObject({ kind: "unwritable", file: "story.stet" });
    expect(failure.reason).toContain("a folder");
    await rm(path, { recursive: true });
    execFileSync("mkfifo", [path]);
    expect(failureOf(await saveStory(anOrder(path, "Mine", { base }))).kind).toBe("unwritable");
  });

  it("says that the folder is missing", async () => {
    const path = join(await tempFolder(), "none", "story.stet");
    expect(failureOf(await saveStory(anOrder(path, "x"))).kind).toBe("missing");
  });

  it("writes through a link and keeps the link", async () => {
    const path = await aPlace();
    const base = await saved(path, "One");
    const linked = join(dirname(path), "linked.stet");
    await symlink("story.stet", linked);
    const result = await saveStory(anOrder(linked, "Two", { base }));
    expect(valueOf(result).path).toBe(path);
    expect(await readlink(linked)).toBe("story.stet");
    expect(await headlineAt(path)).toEqual(doc("Two"));
  });

  it("writes the missing target of a link, and fails when not even its folder is there", async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, "there"));
    await symlink("there/story.stet", join(folder, "a.stet"));
    await symlink("nowhere/story.stet", join(folder, "b.stet"));
    await saved(join(folder, "a.stet"), "New");
    expect(await headlineAt(join(folder, "there/story.stet"))).toEqual(doc("New"));
    expect(failureOf(await saveStory(anOrder(join(folder, "b.stet"), "x"))).kind).toBe("missing");
    expect(await readlink(join(folder, "b.stet"))).toBe("nowhere/story.stet");
  });

  it("leaves the other name of a hard link as it was", async () => {
    const path = await aPlace();
    const base = await saved(path, "One");
    await link(path, `${path}-other`);
    await saved(path, "Two", { base });
    expect(await headlineAt(`${path}-other`)).toEqual(doc("One"));
  });

  it.each([
    ["255 bytes", `${"é".repeat(125)}.stet`],
    ["a newline, quotes and a leading dash", "-a\n\"b'\\#?% .stet"],
    ["letters that run the other way", "\u202egnp.stet"],
    ["marks that stand alone", "e\u0301\u{1f5de}.stet"],
  ])("takes a name with %s", async (_, name) => {
    const path = join(await tempFolder(), name);
    const base = await saved(path, "One");
    await saved(path, "Two", { base });
    expect(await headlineAt(path)).toEqual(doc("Two"));
    expect(await tempsIn(dirname(path))).toEqual([]);
  });

  it("says that a name is too long", async () => {
    const path = join(await tempFolder(), "x".repeat(256));
    expect(failureOf(await saveStory(anOrder(path, "x"))).reason).toContain("too long");
  });

  it("keeps the file's mode and owner", async () => {
    const path = await aPlace();
    const base = await saved(path, "One");
    await chmod(path, 0o640);
    if (process.getuid?.() === 0) execFileSync("chown", ["65534:65534", path]);
    const before = await stat(path);
    await saved(path, "Two", { base });
    const after = await stat(path);
    expect(after.ino).not.toBe(before.ino);
    expect([after.mode, after.uid, after.gid]).toEqual([before.mode, before.uid, before.gid]);
  });

  it("gives a new file the mode that the system gives new files", async () => {
    const path = await aPlace();
    await writeFile(`${path}-plain`, "");
    await saved(path, "New");
    expect((await stat(path)).mode).toBe((await stat(`${path}-plain`)).mode);
  });

  it("lets one of two windows win and tells the other, by whatever name they know the file", async () => {
    const path = await aPlace();
    const base = await saved(path, "Base");
    await symlink(path, `${path}-link`);
    const orders = [anOrder(path, "First", { base }), anOrder(`${path}-link`, "Second", { base })];
    const results = await Promise.all(orders.map((order) => saveStory(order)));
    const [winner, ...others] = results.flatMap(({ ok }, index) => (ok ? [orders[index]] : []));
    expect(others).toEqual([]);
    expect(textOf(valueOf(await readStory(path)).article)).toBe(winner?.text);
  });

  it("saves one after the other to one place, by whatever name", async () => {
    const path = await aPlace();
    await saved(path, "Base");
    await symlink(path, `${path}-link`);
    const saves = [1, 2, 3, 4, 5, 6, 7, 8].map((n) =>
      saveStory(anOrder(n % 2 === 0 ? path : `${path}-link`, `Save ${n}`)),
    );
    expect((await Promise.all(saves)).map(({ ok }) => ok)).toEqual(saves.map(() => true));
  });

  it("lets the later of two saves stand, though finding the place took the first one longer", async () => {
    const path = await aPlace();
    const slow: Disk = {
      ...nodeDisk,
      realpath: (async (given: string) => {
        for (let n = 0; n < 50; n += 1) await stat(tmpdir());
        return nodeDisk.realpath(given);
      }) as Disk["realpath"],
    };
    const saves = [saveStory(anOrder(path, "First"), slow), saveStory(anOrder(path, "Second"))];
    expect((await Promise.all(saves)).map(({ ok }) => ok)).toEqual([true, true]);
    expect(await headlineAt(path)).toEqual(doc("Second"));
  });

  it("refuses a story that it would not open again, and keeps the old one", async () => {
    const path = await aPlace();
    const base = await saved(path, "Good");
    const kindOf = async (change: object) =>
      failureOf(await saveStory(anOrder(path, "Bad", { base, ...change }))).kind;
    let deep: StoryNode = { type: "paragraph" };
    for (let depth = 0; depth < 120; depth += 1) deep = { type: "quote", content: [deep] };
    expect(await kindOf({ text: "{}" })).toBe("foreign");
    expect(await kindOf({ text: textOf(anArticle("", { content: deep })) })).toBe("damaged");
    expect(await kindOf({ text: "x".repeat(maxArticleBytes + 1) })).toBe("tooLarge");
    const huge = { ...sourceOf(pictureName, picture), size: 51 * 1024 * 1024 };
    expect(await kindOf({ sources: [huge] })).toBe("tooLarge");
    expect(await headlineAt(path)).toEqual(doc("Good"));
  });

  it.each([
    ["ends early", () => Promise.resolve(Readable.from([picture.subarray(0, 9)]))],
    ["runs on", () => Promise.resolve(Readable.from([picture, picture]))],
    ["cannot be opened", () => Promise.reject(new Error("gone"))],
    ["breaks", () => Promise.resolve(Readable.from(breaking()))],
  ])("refuses a picture that %s, and keeps the old file", async (_, open) => {
    const path = await aPlace();
    const base = await saved(path, "Good");
    const sources = [{ ...sourceOf(pictureName, picture), open }];
    const failure = failureOf(await saveStory(anOrder(path, "Bad", { base, sources })));
    expect(failure).toMatchObject({ kind: "damaged", file: "story.stet" });
    expect(await headlineAt(path)).toEqual(doc("Good"));
    expect(await tempsIn(dirname(path))).toEqual([]);
  });
});

async function aPlace(): Promise<string> {
  return join(await tempFolder(), "story.stet");
}

async function headlineAt(path: string): Promise<StoryNode> {
  return valueOf(await readStory(path)).article.content;
}

function* breaking(): Generator<Buffer> {
  yield picture.subarray(0, 9);
  throw new Error("the disk was pulled out");
}
