import { describe, expect, it } from "vitest";
import { pictureKind, pixelSize, type PictureKind } from "../../electron/storage/picture-size";
import { avif, box, gif, jpeg, png, segment, webp } from "./picture";

const tall = { widthPx: 200, heightPx: 300 };
const wide = { widthPx: 300, heightPx: 200 };

describe("pictureKind", () => {
  it("knows AVIF by any of the brands that its first box lists", () => {
    expect(pictureKind(avif(3, 2, "avis"))).toEqual({ kind: "avif" });
    const mixed = box("ftyp", Buffer.from("mif1\0\0\0\0mif1avif"));
    expect(pictureKind(mixed)).toEqual({ kind: "avif" });
  });

  it("tells nothing of what it does not know", () => {
    expect(pictureKind(Buffer.from("hello"))).toBeNull();
  });
});

describe("pixelSize", () => {
  it.each([
    [1, wide],
    [3, wide],
    [5, tall],
    [6, tall],
    [7, tall],
    [8, tall],
  ])("turns a JPEG of orientation %i upright", (orientation, size) => {
    expect(pixelSize(jpeg(300, 200, orientation), "jpg")).toEqual(size);
  });

  it("reads a JPEG whose frame comes first, or after fill bytes and half a megabyte of notes", () => {
    const plain = jpeg(300, 200);
    const frame = plain.subarray(plain.indexOf(Buffer.from([0xff, 0xc0])));
    const start = Buffer.from([0xff, 0xd8]);
    const notes = Array.from({ length: 8 }, () => segment(0xed, Buffer.alloc(65_000, 0xff)));
    expect(pixelSize(Buffer.concat([start, frame]), "jpg")).toEqual(wide);
    const fill = Buffer.from([0xff, 0xff]);
    expect(pixelSize(Buffer.concat([start, ...notes, fill, frame]), "jpg")).toEqual(wide);
  });

  it("does not mind Exif that cannot be read", () => {
    const plain = jpeg(300, 200);
    const cut = Buffer.concat([
      Buffer.from("Exif\0\0II*\0\x08\0\0\0\x02\0", "latin1"),
      Buffer.alloc(13),
    ]);
    const bytes = Buffer.concat([plain.subarray(0, 2), segment(0xe1, cut), plain.subarray(2)]);
    expect(pixelSize(bytes, "jpg")).toEqual(wide);
  });

  it.each<[string, PictureKind, Buffer]>([
    ["a JPEG that ends before its frame", "jpg", jpeg(300, 200).subarray(0, 3000)],
    ["a JPEG that ends within its frame", "jpg", jpeg(300, 200).subarray(0, -8)],
    ["a JPEG whose pixels come first", "jpg", Buffer.from("ffd8ffda0008010100003f00", "hex")],
    ["a lossless JPEG, which no browser draws", "jpg", recoded(0xc3)],
    ["50 MB of nothing behind a JPEG's first bytes", "jpg", hollow("ffd8ffe00010")],
    ["a PNG that ends before its size", "png", png(3, 2).subarray(0, 20)],
    ["a PNG without a header chunk", "png", png(3, 2).fill("JUNK", 12, 16)],
    ["a GIF that ends before its size", "gif", gif(3, 2).subarray(0, 7)],
    ["a WebP of no known kind", "webp", webp(3, 2).fill("VP8?", 12, 16)],
    ["an AVIF without a size", "avif", avif(3, 2).fill("none", avif(3, 2).indexOf("ispe"))],
    ["an AVIF of nothing but sizes, thousands of them", "avif", manySizes()],
  ])("refuses %s", (_, kind, bytes) => {
    expect(pixelSize(bytes, kind)).toBeNull();
  });

  it("never reads past the end of what it is given", () => {
    const memory = Buffer.concat([png(3, 2).subarray(0, 16), png(500, 400).subarray(16)]);
    expect(pixelSize(memory.subarray(0, 18), "png")).toBeNull();
  });
});

function recoded(marker: number): Buffer {
  const bytes = jpeg(300, 200);
  bytes[bytes.indexOf(Buffer.from([0xff, 0xc0])) + 1] = marker;
  return bytes;
}

function hollow(start: string): Buffer {
  const bytes = Buffer.alloc(50 * 1024 * 1024);
  Buffer.from(start, "hex").copy(bytes);
  return bytes;
}

/** 2 MB that image-size by itself would compare each with each. */
function manySizes(): Buffer {
  const sizes = Array.from({ length: 100_000 }, () => box("ispe", Buffer.alloc(12, 1)));
  const properties = box("iprp", box("ipco", Buffer.concat(sizes)));
  return Buffer.concat([
    box("ftyp", Buffer.from("avif\0\0\0\0mif1avif")),
    box("meta", Buffer.concat([Buffer.alloc(4), properties])),
  ]);
}
