import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { withoutTraces } from "../../electron/storage/picture-privacy";
import { pictureKind, pixelSize, type PictureKind } from "../../electron/storage/picture-size";
import { pictureFolder } from "../../scripts/samples/build-story";
import { avifPicture, gifPicture, jpegPicture, webpPicture } from "../app/pictures";
import { embedded } from "../assets/embedded";
import { avif, chunk, gif, jpeg, png, segment, webp } from "./picture";
import {
  aiSource,
  creator,
  credit,
  notice,
  profile,
  resources,
  riff,
  telling,
  terms,
  tiff,
  xmpPacket,
} from "./telling-picture";

const clean = (bytes: Uint8Array): Buffer => Buffer.from(withoutTraces(bytes));
const kinds = Object.keys(telling) as readonly PictureKind[];
const samples = readdirSync(pictureFolder).filter((file) => extname(file) !== "");

describe.each(kinds)("withoutTraces of a %s that tells everything", (kind) => {
  const bytes = telling[kind];

  it("leaves nothing that could give a source away", () => {
    expect(bytes.toString("latin1")).toContain("SECRET");
    expect(clean(bytes).toString("latin1")).not.toMatch(/SECRET|<script/);
  });

  it("never makes it longer, and does nothing more a second time", () => {
    expect(clean(bytes).length).toBeLessThanOrEqual(bytes.length);
    expect(clean(clean(bytes))).toEqual(clean(bytes));
  });

  it("is the same picture to whoever looks", () => {
    const shown = pixelSize(bytes, kind);
    expect(pictureKind(clean(bytes))).toEqual({ kind });
    expect(pixelSize(clean(bytes), kind)).toEqual(shown);
  });
});

describe.each(["jpg", "png", "webp", "avif"] as const)("withoutTraces of a %s", (kind) => {
  const { xmp, exif, tags } = embedded(clean(telling[kind]));

  it("keeps what a reader is owed in XMP", () => {
    expect(xmp("creator")).toBe(creator);
    expect(xmp("Credit")).toBe(credit);
    expect(xmp("rights")).toBe(notice);
    expect(xmp("UsageTerms")).toBe(terms);
    expect(xmp("DigitalSourceType")).toBe(aiSource);
    expect(JSON.stringify(tags.xmp?.["Licensor"])).toMatch(/Stet.*https:\/\/stet\.example\.org\//s);
  });

  it("keeps orientation, author and copyright in Exif", () => {
    expect(exif("Orientation")).toBe("right-top");
    expect(exif("Artist")).toBe(creator);
    expect(exif("Copyright")).toBe(creator);
    expect(Object.keys(tags.exif ?? {}).sort()).toEqual(["Artist", "Copyright", "Orientation"]);
  });
});

describe("withoutTraces of a JPEG", () => {
  it("keeps by-line, credit and copyright in IIM, though it stood in two segments", () => {
    const { iim } = embedded(clean(telling.jpg));
    expect([iim("By-line"), iim("Credit"), iim("Copyright Notice")]).toEqual([
      creator,
      credit,
      notice,
    ]);
  });

  it("keeps colour profile, Adobe's mark and every byte of the image", () => {
    const out = clean(telling.jpg);
    expect(out.includes(profile)).toBe(true);
    expect(out.includes("Adobe\0\x64\0\0\0\0\x01")).toBe(true);
    expect(out.subarray(-jpegPicture.bytes.length + 20)).toEqual(jpegPicture.bytes.subarray(20));
  });

  it("cleans between scans, too", () => {
    const at = jpegPicture.bytes.length - 2;
    const between = Buffer.concat([
      jpegPicture.bytes.subarray(0, at),
      segment(0xe1, Buffer.from("SECRET")),
      jpegPicture.bytes.subarray(at),
    ]);
    expect(clean(between)).toEqual(jpegPicture.bytes);
  });

  it("keeps as far as it goes one whose end is missing", () => {
    const cut = jpegPicture.bytes.subarray(0, -10);
    expect(clean(cut)).toEqual(cut);
  });

  it("drops XMP that it does not understand and keeps the rest", () => {
    for (const packet of [
      "<!DOCTYPE x SYSTEM 'SECRET'><x/>",
      "<x:xmpmeta>SECRET",
      "<a>&SECRET;</a>",
    ]) {
      const xmp = segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`));
      const iim = segment(0xed, Buffer.concat([Buffer.from("Photoshop 3.0\0"), resources]));
      const { bytes } = jpegPicture;
      const out = clean(Buffer.concat([bytes.subarray(0, 2), xmp, iim, bytes.subarray(2)]));
      expect(out.includes("SECRET")).toBe(false);
      expect(embedded(out).iim("Credit")).toBe(credit);
    }
  });
});

describe("withoutTraces of a WebP", () => {
  it("says in its header what is left", () => {
    const flags = (bytes: Buffer): number => clean(bytes).readUInt8(20);
    expect(flags(telling.webp)).toBe(0x1c);
    const none = Buffer.from(telling.webp);
    none.write("none", none.indexOf("EXIF"));
    none.write("none", none.indexOf("XMP "));
    expect(flags(none)).toBe(0x10);
  });

  it("cleans the frames of an animation", () => {
    const frame = Buffer.concat([
      Buffer.alloc(16),
      riff("note", Buffer.from("SECRET")),
      riff("VP8L", tiff.subarray(0, 9)),
    ]);
    const chunks = Buffer.concat([riff("VP8X", Buffer.alloc(10, 2)), riff("ANMF", frame)]);
    const whole = Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBP", "latin1"), chunks]);
    whole.writeUInt32LE(whole.length - 8, 4);
    expect(clean(whole).includes("SECRET")).toBe(false);
    expect(clean(whole).includes(riff("VP8L", tiff.subarray(0, 9)))).toBe(true);
  });
});

describe("withoutTraces of a GIF", () => {
  it("goes on repeating its animation", () => {
    expect(clean(telling.gif).includes("NETSCAPE2.0\x03\x01\x05\0\0")).toBe(true);
  });
});

describe("withoutTraces of a PNG", () => {
  it("keeps author and copyright in its own texts, and refuses chunks that nobody knows", () => {
    const out = clean(telling.png).toString("latin1");
    expect(out).toMatch(/tEXtAuthor\0Ida Thornwick.*zTXtCopyright\0/s);
    const rare = Buffer.concat([
      png(2, 2).subarray(0, 33),
      chunk("RARE", tiff),
      png(2, 2).subarray(33),
    ]);
    expect(() => clean(rare)).toThrow("of a rare make");
  });
});

describe("withoutTraces of a PNG with packed XMP", () => {
  it("packs again what it keeps", () => {
    const head = "XML:com.adobe.xmp\0\x01\0\0\0";
    const xmp = chunk("iTXt", Buffer.concat([Buffer.from(head), deflateSync(xmpPacket)]));
    const out = clean(Buffer.concat([png(2, 2).subarray(0, 33), xmp, png(2, 2).subarray(33)]));
    const packet = inflateSync(out.subarray(out.indexOf(head) + head.length)).toString();
    expect(packet).toContain(creator);
    expect(packet).not.toContain("SECRET");
    expect(clean(out)).toEqual(out);
  });

  it("drops a bomb", () => {
    const head = Buffer.from("XML:com.adobe.xmp\0\x01\0\0\0");
    const bomb = chunk("iTXt", Buffer.concat([head, deflateSync(Buffer.alloc(50_000_000, " "))]));
    const bytes = Buffer.concat([png(2, 2).subarray(0, 33), bomb, png(2, 2).subarray(33)]);
    expect(clean(bytes)).toEqual(png(2, 2));
  });
});

describe("withoutTraces of an AVIF", () => {
  it("moves nothing, so that every offset still holds", () => {
    expect(clean(telling.avif).indexOf("the image")).toBe(telling.avif.indexOf("the image"));
  });

  it("refuses metadata that lie over the image or outside the file", () => {
    const bytes = Buffer.from(telling.avif);
    const place = bytes.indexOf("iloc") + 4 + 8 + 14 + 6;
    const image = bytes.indexOf("the image");
    for (const at of [image, bytes.length - 4, 0xffffffff]) {
      bytes.writeUInt32BE(at, place);
      expect(() => clean(bytes)).toThrow("cut short or altered");
    }
  });
});

describe("withoutTraces", () => {
  it("leaves alone what tells nothing", () => {
    const silent = [
      png(9, 9),
      gif(9, 9),
      webp(9, 9),
      avif(9, 9),
      gifPicture.bytes,
      webpPicture.bytes,
    ];
    for (const bytes of [...silent, avifPicture.bytes, jpegPicture.bytes]) {
      expect(clean(bytes)).toEqual(bytes);
    }
  });

  it("refuses what is no picture, and what ends before its image does", () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    for (const bytes of [svg, Buffer.alloc(0), Buffer.from("GIF8")]) {
      expect(() => clean(bytes)).toThrow("not a picture that Stet can show");
    }
    const ends = [
      jpeg(3, 3).subarray(0, 300),
      telling.png.subarray(0, -40),
      webp(3, 3).subarray(0, 29),
    ];
    for (const bytes of [
      ...ends,
      gifPicture.bytes.subarray(0, -5),
      telling.avif.subarray(0, 500),
    ]) {
      expect(() => clean(bytes)).toThrow("cut short or altered");
    }
  });

  it.each(samples.filter((file) => file !== "sources"))("keeps in %s whose it is", (file) => {
    const bytes = readFileSync(join(pictureFolder, file));
    const [before, after] = [embedded(bytes), embedded(clean(bytes))];
    for (const name of ["creator", "Credit", "rights", "UsageTerms", "WebStatement", "Source"]) {
      expect(after.xmp(name)).toBe(before.xmp(name));
      expect(after.xmp(name)).not.toBe("");
    }
    expect(after.xmp("DigitalSourceType")).toBe(before.xmp("DigitalSourceType"));
    expect([after.tags.gps, after.tags.Thumbnail, after.exif("BodySerialNumber")]).toEqual([
      undefined,
      undefined,
      "",
    ]);
    expect(clean(clean(bytes))).toEqual(clean(bytes));
  });

  it("reads no more of a packet than it was given room for", () => {
    // Single quotes around many double ones: the text grows when it is written anew.
    const quotes = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:p="http://ns.adobe.com/photoshop/1.0/" p:Credit='${'"'.repeat(500)}'/></rdf:RDF>`;
    const xmp = segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${quotes}`));
    const { bytes } = jpegPicture;
    expect(xmpPacket.length).toBeGreaterThan(quotes.length);
    expect(clean(Buffer.concat([bytes.subarray(0, 2), xmp, bytes.subarray(2)]))).toEqual(bytes);
  });
});
