import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { poolSource, readPooled, sweepPool, takePicture } from "../../electron/storage/media";
import { avif, gif, jpeg, nameOf, png, segment, webp } from "./picture";
import { failureOf, tempFolder, valueOf } from "./story";

describe("takePicture", () => {
  it.each([
    ["jpg", jpeg(300, 200)],
    ["png", png(300, 200)],
    ["gif", gif(300, 200)],
    ["webp", webp(300, 200)],
    ["avif", avif(300, 200)],
  ])("takes a %s in by its bytes, whatever its name says", async (extension, bytes) => {
    const pool = await aPool();
    const media = nameOf(bytes, extension);
    const picture = valueOf(await takePicture(pool, bytes, "cat.tiff"));
    expect(picture).toEqual({ media, widthPx: 300, heightPx: 200 });
    expect(await readFile(join(pool, media))).toEqual(bytes);
  });

  it.each([
    [
      "an SVG drawing",
      Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ["a TIFF or raw picture", Buffer.from("II*\0\x08\0\0\0", "latin1")],
    ["a TIFF or raw picture", Buffer.from("MM\0*\0\0\0\x08", "latin1")],
    ["a HEIC picture", avif(30, 20, "heic")],
    ["a video", avif(30, 20, "isom").fill("qt  ", 16, 20)],
    ["a PDF", Buffer.from("%PDF-1.7\n")],
    ["a Photoshop picture", Buffer.from("8BPS\0\x01")],
    ["a BMP picture", Buffer.from("BM\x40\0\0\0")],
    ["not a picture", Buffer.from("MZ\x90\0 a program")],
    ["not a picture", Buffer.alloc(0)],
  ])("refuses %s and says what to do", async (what, bytes) => {
    const pool = await aPool();
    const failure = failureOf(await takePicture(pool, bytes, "cat.jpg"));
    expect(failure).toMatchObject({ kind: "picture", file: "cat.jpg" });
    expect(failure.reason).toContain(what);
    expect(failure.reason).toContain("Save it as JPEG");
    expect(await readdir(join(pool, ".."))).toEqual([]);
  });

  it("refuses a picture of more than 50 MB", async () => {
    const large = Buffer.concat([png(3, 3), Buffer.alloc(50 * 1024 * 1024)]);
    expect(failureOf(await takePicture(await aPool(), large, "large.png")).kind).toBe("tooLarge");
  });

  it("refuses a picture of more than 100 megapixels, and takes one of just so many", async () => {
    const pool = await aPool();
    expect(failureOf(await takePicture(pool, gif(10_001, 10_000), "x")).kind).toBe("tooLarge");
    expect(valueOf(await takePicture(pool, gif(10_000, 10_000), "x")).widthPx).toBe(10_000);
  });

  it("refuses a picture without a size", async () => {
    const failure = failureOf(await takePicture(await aPool(), png(0, 20), "flat.png"));
    expect(failure).toMatchObject({ kind: "picture", file: "flat.png" });
  });

  it("writes the same picture once", async () => {
    const pool = await aPool();
    const first = valueOf(await takePicture(pool, png(4, 4), "a.png"));
    const { ino } = await stat(join(pool, first.media));
    expect(valueOf(await takePicture(pool, png(4, 4), "b.png"))).toEqual(first);
    expect((await stat(join(pool, first.media))).ino).toBe(ino);
    expect(await readdir(pool)).toEqual([first.media]);
  });

  it("writes it again if the disk has lost its bytes since", async () => {
    const pool = await aPool();
    const { media } = valueOf(await takePicture(pool, png(4, 4), "a.png"));
    await writeFile(join(pool, media), "lost");
    valueOf(await takePicture(pool, png(4, 4), "a.png"));
    expect(await readFile(join(pool, media))).toEqual(png(4, 4));
  });

  it("reports that the pool cannot be written", async () => {
    const pool = await aPool();
    await writeFile(pool, "a file in the way");
    expect(failureOf(await takePicture(pool, png(4, 4), "a.png")).file).toBe("a.png");
  });

  it("never throws, however a picture is cut or flipped", async () => {
    const pool = await aPool();
    const pictures = [jpeg(30, 20, 6), png(30, 20), gif(30, 20), webp(30, 20), avif(30, 20)];
    for (const bytes of pictures) {
      for (let length = 0; length < Math.min(bytes.length, 120); length += 1) {
        const cut = await takePicture(pool, bytes.subarray(0, length), "cut");
        if (length < 10) expect(cut.ok, `cut at ${length}`).toBe(false);
        const flipped = Buffer.from(bytes);
        flipped[length] = (flipped[length] ?? 0) ^ 0xff;
        await takePicture(pool, flipped, "flipped");
      }
    }
  });
});

describe("poolSource", () => {
  it("opens a pooled picture for a save", async () => {
    const pool = await aPool();
    const { media } = valueOf(await takePicture(pool, gif(3, 2), "a.gif"));
    const source = valueOf(await poolSource(pool, media));
    expect([source.name, source.size]).toEqual([media, gif(3, 2).length]);
    expect(await text(await source.open())).toContain("GIF89a");
  });

  it("reports a picture that is not there", async () => {
    const failure = failureOf(await poolSource(await aPool(), nameOf(png(1, 1), "png")));
    expect(failure.kind).toBe("missing");
    expect(failure.reason).toContain("Insert it again");
  });

  it("throws for a name that could be a path", async () => {
    await expect(poolSource("/etc", "../etc/passwd")).rejects.toThrow("not a media name");
  });
});

describe("readPooled", () => {
  it("gives a picture's bytes, and none that are not what the name says", async () => {
    const pool = await aPool();
    const { media } = valueOf(await takePicture(pool, png(3, 3), "a.png"));
    expect(Buffer.from(valueOf(await readPooled(pool, media)))).toEqual(png(3, 3));
    await writeFile(join(pool, media), png(4, 4));
    expect(failureOf(await readPooled(pool, media)).kind).toBe("damaged");
  });
});

describe("sweepPool", () => {
  const keep =
    (...names: readonly string[]) =>
    () =>
      Promise.resolve(names);

  it("deletes the pictures that no text refers to, and nothing else", async () => {
    const pool = await aPoolWith(png(1, 1), png(2, 2));
    const kept = nameOf(png(1, 1), "png");
    await writeFile(join(pool, "notes.txt"), "");
    await sweepPool(pool, keep(kept));
    expect((await readdir(pool)).sort()).toEqual([kept, "notes.txt"].sort());
  });

  it("leaves what this run took in, also while it looks for what is to be kept", async () => {
    const pool = await aPoolWith(png(1, 1), png(2, 2), png(3, 3));
    const before = valueOf(await takePicture(pool, png(1, 1), "a")).media;
    let during = "";
    await sweepPool(pool, async () => {
      during = valueOf(await takePicture(pool, png(2, 2), "b")).media;
      return [];
    });
    expect((await readdir(pool)).sort()).toEqual([before, during].sort());
  });

  it("deletes nothing when nobody can say what is to be kept", async () => {
    const pool = await aPoolWith(png(1, 1));
    await sweepPool(pool, () => Promise.reject(new Error("unreadable")));
    expect(await readdir(pool)).toHaveLength(1);
  });

  it("says nothing of a pool that was never made", async () => {
    await expect(sweepPool(await aPool(), keep())).resolves.toBeUndefined();
  });

  it("R19 sets a file aside that stands in the pool's place", async () => {
    const pool = await aPool();
    await writeFile(pool, "not a folder");
    await sweepPool(pool, async () => []);
    expect(await readFile(`${pool}.damaged-1`, "utf8")).toBe("not a folder");
    expect((await takePicture(pool, png(1, 1), "a")).ok).toBe(true);
  });

  it("leaves a folder that is named like a picture", async () => {
    const pool = await aPoolWith(...[1, 2, 3, 4, 5].map((side) => png(side, 1)));
    const name = nameOf(segment(1, Buffer.alloc(1)), "png");
    await mkdir(join(pool, name));
    await sweepPool(pool, keep());
    expect(await readdir(pool)).toEqual([name]);
  });
});

/** As an earlier run left it. */
async function aPoolWith(...pictures: readonly Buffer[]): Promise<string> {
  const pool = await aPool();
  await mkdir(pool);
  for (const bytes of pictures) await writeFile(join(pool, nameOf(bytes, "png")), bytes);
  return pool;
}

async function aPool(): Promise<string> {
  return join(await tempFolder(), "pool");
}
