import { join } from "node:path";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { expect, it } from "vitest";
import { storySources } from "../../electron/storage/read-story";
import { saveStory } from "../../electron/storage/save";
import { faultyDisk } from "./faulty-disk";
import { anOrder, saved, tempFolder, valueOf } from "./story";

const megabyte = 1024 * 1024;

it("saves 200 MB of pictures in the memory of a few pieces", async () => {
  const path = join(await tempFolder(), "story.stet");
  const piece = Buffer.alloc(megabyte, "picture");
  const crc = Array.from({ length: 50 }).reduce<number>((sum) => crc32(piece, sum), 0);
  const open = () => Promise.resolve(Readable.from(Array.from({ length: 50 }, () => piece)));
  const names = ["a", "b", "c", "d"].map((letter) => `${letter.repeat(64)}.jpg`);
  const sources = names.map((name) => ({ name, size: 50 * megabyte, crc, open }));
  const base = await saved(path, "Old", { sources });

  const before = process.memoryUsage();
  const most = { arrayBuffers: 0, rss: 0 };
  const { disk, calls } = faultyDisk(null, () => {
    const now = process.memoryUsage();
    most.arrayBuffers = Math.max(most.arrayBuffers, now.arrayBuffers - before.arrayBuffers);
    most.rss = Math.max(most.rss, now.rss - before.rss);
    return Promise.resolve();
  });
  const own = valueOf(await storySources(path, names, disk));
  valueOf(await saveStory(anOrder(path, "New", { base, sources: own }), disk));

  expect(calls.length).toBeGreaterThan(600);
  expect(most.arrayBuffers).toBeLessThan(20 * megabyte);
  expect(most.rss).toBeLessThan(100 * megabyte);
}, 60_000);
