import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { createPictures } from "../../electron/pictures";
import { nodeDisk, type Disk } from "../../electron/storage/disk";
import { takePicture } from "../../electron/storage/media";
import type { OpenStory } from "../../electron/stories";
import { nameOf, png } from "../storage/picture";
import { failureOf, saved, sourceOf, tempFolder, valueOf } from "../storage/story";

const picture = png(5, 4);
const name = nameOf(picture, "png");
const other = png(8, 1);
const otherName = nameOf(other, "png");

describe("sources", () => {
  it("takes pictures from the story's file, one it came from, another open story and the pool", async () => {
    const names = [1, 2, 3, 4].map((width) => nameOf(png(width, 2), "png"));
    const desk = await aDesk();
    const holding = async (file: string, width: number): Promise<string> => {
      const bytes = png(width, 2);
      const path = join(desk.folder, file);
      await saved(path, file, { sources: [sourceOf(nameOf(bytes, "png"), bytes)] });
      return path;
    };
    const story = aStory(await holding("own.stet", 1), [await holding("origin.stet", 2)]);
    const neighbour = aStory(await holding("neighbour.stet", 3));
    valueOf(await takePicture(desk.pool, png(4, 2), "pooled"));

    const sources = valueOf(await desk.pictures([story, neighbour]).sources(story, names));

    expect(sources.map((source) => source.name)).toEqual(names);
    for (const [index, source] of sources.entries()) {
      expect(await buffer(await source.open())).toEqual(png(index + 1, 2));
    }
  });

  it.each(["EACCES", "EIO", "EMFILE"])(
    "fails and names the file when the story's own one gives %s",
    async (code) => {
      const { folder, pictures } = await aDesk();
      const path = await withPicture(join(folder, "own.stet"));
      const { sources } = pictures([], unreadable(path, code));

      const failure = failureOf(await sources(aStory(path), [name]));

      expect(failure.reason).toContain("“own.stet” cannot be read");
      expect(failure.reason).toContain("the story’s pictures are in it");
      const origin = failureOf(await sources(aStory(null, [path]), [name]));
      expect(origin.reason).toContain("“own.stet” cannot be read");
    },
  );

  it("needs no file for pictures that are elsewhere too", async () => {
    const { folder, pool, pictures } = await aDesk();
    const path = await withPicture(join(folder, "own.stet"));
    valueOf(await takePicture(pool, picture, "pooled"));
    const { sources } = pictures([], unreadable(path, "EIO"));

    expect(valueOf(await sources(aStory(path), [name]))).toHaveLength(1);
    expect(valueOf(await sources(aStory(path), []))).toEqual([]);
  });

  it("minds no other story's file", async () => {
    const { folder, pictures } = await aDesk();
    const path = await withPicture(join(folder, "theirs.stet"));
    const mine = aStory(null);
    const { sources } = pictures([mine, aStory(path)], unreadable(path, "EIO"));

    expect(valueOf(await sources(mine, [name]))).toEqual([]);
  });

  it.each<[string, (path: string) => Promise<unknown>]>([
    ["is gone", (path) => rm(path)],
    ["is a folder now", (path) => rm(path).then(() => mkdir(path))],
    ["is no story any more", (path) => writeFile(path, "Just words.")],
    ["was cut short", async (path) => writeFile(path, Buffer.alloc(100, "PK\x03\x04"))],
  ])("leaves pictures out that nobody can get: the file %s", async (_, spoil) => {
    const { folder, pictures } = await aDesk();
    const path = await withPicture(join(folder, "own.stet"));
    await spoil(path);

    expect(valueOf(await pictures([]).sources(aStory(path), [name]))).toEqual([]);
  });

  it("leaves a picture out that the story's file never held", async () => {
    const { folder, pictures } = await aDesk();
    const path = await withPicture(join(folder, "own.stet"));

    const sources = valueOf(await pictures([]).sources(aStory(path), [name, otherName]));
    expect(sources.map((source) => source.name)).toEqual([name]);
  });
});

describe("poolDropped", () => {
  it("keeps the pictures that the next save leaves out", async () => {
    const { folder, pool, pictures } = await aDesk();
    const path = join(folder, "own.stet");
    await saved(path, "Two", { sources: [sourceOf(name, picture), sourceOf(otherName, other)] });

    await pictures([]).poolDropped(aStory(path), [name], path);

    expect(await readdir(pool)).toEqual([otherName]);
  });

  it("keeps those of another story whose file the save replaces", async () => {
    const { folder, pool, pictures } = await aDesk();
    const target = await withPicture(join(folder, "target.stet"));

    await pictures([]).poolDropped(aStory(null), [], target);

    expect(await readdir(pool)).toEqual([name]);
  });
});

describe("read", () => {
  it("keeps what another window's story lent", async () => {
    const { folder, pool, pictures } = await aDesk();
    const lender = aStory(await withPicture(join(folder, "lender.stet")));
    const mine = aStory(null);

    const bytes = valueOf(await pictures([mine, lender]).read(mine, name));

    expect(Buffer.from(bytes)).toEqual(picture);
    expect(await readdir(pool)).toEqual([name]);
    expect(failureOf(await pictures([mine]).read(mine, otherName)).kind).toBe("missing");
  });
});

async function aDesk() {
  const folder = await tempFolder();
  const pool = join(folder, "pool");
  const pictures = (open: readonly OpenStory[], disk: Disk = nodeDisk) =>
    createPictures({ all: () => open }, pool, disk);
  return { folder, pool, pictures };
}

async function withPicture(path: string): Promise<string> {
  await saved(path, "With a picture", { sources: [sourceOf(name, picture)] });
  return path;
}

/** What a story's pictures depend on of it. */
function aStory(path: string | null, places: readonly string[] = []): OpenStory {
  const file = path === null ? null : { path, fingerprint: "", readOnly: false };
  return { file, places } as unknown as OpenStory;
}

/** A disk that opens everything but that one file. */
function unreadable(path: string, code: string): Disk {
  const open = (async (...args: Parameters<Disk["open"]>) => {
    if (args[0] !== path) return nodeDisk.open(...args);
    throw Object.assign(new Error(`${code}: made up, open`), { code, syscall: "open" });
  }) as Disk["open"];
  return { ...nodeDisk, open };
}
