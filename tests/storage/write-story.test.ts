import { execFileSync } from "node:child_process";
import { open as openFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { articleMimeType } from "../../article/format";
import { Refusal } from "../../electron/storage/failure";
import { readStory, storySources } from "../../electron/storage/read-story";
import { storyBytes, type MediaSource } from "../../electron/storage/write-story";
import { nameOf, png } from "./picture";
import { anArticle, sourceOf, tempFolder, textOf, valueOf } from "./story";

const parts = { text: '{"a":1}', html: "<p>", sources: [] };

describe("storyBytes", () => {
  it("begins as every program that looks for a type expects it", async () => {
    const bytes = await buffer(storyBytes(parts, "x.stet"));
    expect(bytes.toString("latin1", 0, 4)).toBe("PK\x03\x04");
    expect(bytes.toString("latin1", 30, 38 + articleMimeType.length)).toBe(
      `mimetype${articleMimeType}`,
    );
  });

  it("stores the text as it is, before any picture, so that a cut file shows it", async () => {
    const source = sourceOf(nameOf(png(2, 2), "png"), png(2, 2));
    const bytes = await buffer(storyBytes({ ...parts, sources: [source] }, "x.stet"));
    const text = bytes.indexOf(parts.text);
    expect(text).toBeGreaterThan(0);
    expect(bytes.indexOf(png(2, 2))).toBeGreaterThan(text);
  });

  it("holds no trace of the day", async () => {
    const day = await buffer(storyBytes(parts, "x.stet"));
    expect(day.readUInt16LE(10)).toBe(0);
    expect(day.readUInt16LE(12)).toBe((1 << 5) | 1);
  });

  it("opens a picture only when its turn comes, and one at a time", async () => {
    let open = 0;
    let most = 0;
    const sources = [1, 2, 3].map((side): MediaSource => {
      const bytes = png(side, side);
      const counted = (): Promise<Readable> => {
        most = Math.max(most, ++open);
        return Promise.resolve(Readable.from([bytes]).on("end", () => (open -= 1)));
      };
      return { ...sourceOf(nameOf(bytes, "png"), bytes), open: counted };
    });
    await buffer(storyBytes({ ...parts, sources }, "x.stet"));
    expect([open, most]).toEqual([0, 1]);
  });

  it("lets go of a picture when nobody reads on", async () => {
    const stream = Readable.from(endless());
    const source = {
      name: nameOf(png(1, 1), "png"),
      size: 1e9,
      crc: 0,
      open: () => Promise.resolve(stream),
    };
    let taken = 0;
    for await (const piece of storyBytes({ ...parts, sources: [source] }, "x.stet")) {
      taken += piece.length;
      if (taken > 100_000) break;
    }
    expect(stream.destroyed).toBe(true);
  });

  it("tells size and CRC before the bytes, so that a file can be read from its beginning", async () => {
    const source = sourceOf(nameOf(png(2, 2), "png"), png(2, 2));
    const bytes = await buffer(storyBytes({ ...parts, sources: [source] }, "x.stet"));
    const names: string[] = [];
    let at = 0;
    while (bytes.readUInt32LE(at) === 0x04034b50) {
      const size = bytes.readUInt32LE(at + 22);
      const start = at + 30 + bytes.readUInt16LE(at + 26);
      names.push(bytes.toString("latin1", at + 30, start));
      expect(bytes.readUInt16LE(at + 6)).toBe(0x800);
      expect(bytes.readUInt32LE(at + 14)).toBe(crc32(bytes.subarray(start, start + size)));
      at = start + size;
    }
    expect(names).toEqual(["mimetype", "article.json", "article.html", `media/${source.name}`]);
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
  });

  it("passes a picture on that rotted, and keeps what was said of it", async () => {
    const rotten = { ...sourceOf(nameOf(png(2, 2), "png"), png(2, 2)), crc: 7 };
    const crcs = new Map<string, number>();
    const bytes = await buffer(storyBytes({ ...parts, sources: [rotten] }, "x.stet", crcs));
    expect(bytes.indexOf(png(2, 2))).toBeGreaterThan(0);
    expect(bytes.readUInt32LE(bytes.indexOf("media/") - 30 + 14)).toBe(7);
    expect(crcs.get(`media/${rotten.name}`)).toBe(crc32(png(2, 2)));
  });

  it("refuses a picture that reads differently each time", async () => {
    let side = 1;
    const open = () => Promise.resolve(Readable.from([png(2, side++).subarray(0, 60)]));
    const source = { name: nameOf(png(2, 2), "png"), size: 60, crc: 7, open };
    const bytes = buffer(storyBytes({ ...parts, sources: [source] }, "x.stet"));
    await expect(bytes).rejects.toThrow(Refusal);
  });

  it("writes more than 4 GB so that other programs find every entry", async () => {
    const path = join(await tempFolder(), "large.stet");
    const piece = Buffer.alloc(1024 * 1024);
    const count = 50;
    const crc = Array.from({ length: count }).reduce<number>((sum) => crc32(piece, sum), 0);
    const open = () => Promise.resolve(Readable.from(Array.from({ length: count }, () => piece)));
    const sources = Array.from({ length: 84 }, (_, index) => {
      const name = `${String(index).padStart(64, "0")}.png`;
      return { name, size: count * piece.length, crc, open };
    });
    const text = textOf(anArticle("Large"));
    // Pieces of zeros are left out: the disk makes a hole of them.
    const handle = await openFile(path, "w");
    let at = 0;
    for await (const bytes of storyBytes({ ...parts, text, sources }, "x.stet")) {
      if (bytes !== piece) await handle.write(bytes, 0, bytes.length, at);
      at += bytes.length;
    }
    await handle.close();
    expect(at).toBeGreaterThan(4 * 1024 ** 3);
    expect(valueOf(await readStory(path)).media).toHaveLength(84);
    const last = valueOf(await storySources(path, [sources[83]?.name ?? ""]));
    expect(last).toMatchObject([{ size: count * piece.length, crc }]);
    const script =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); i = z.infolist()[-1]; z.open(i).read(9); print(len(z.namelist()), i.header_offset > 2**32)";
    const seen = execFileSync("python3", ["-c", script, path], { encoding: "utf8" }).trim();
    expect(seen).toBe("87 True");
  }, 60_000);
});

function* endless(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(1000);
}
