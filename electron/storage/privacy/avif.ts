// AVIF: boxes that point into each other by offsets. Metadata are items of their own; they keep their
// place and length and are filled up with nothing.

import { Parts, Untold } from "./bytes";
import { blank, blankAllBut, boxAt, boxesIn, type Box } from "./boxes";
import { reducedExif } from "./exif";
import { itemsIn, type Item } from "./items";
import { reducedXmp } from "./xmp";

const ofFile = ["ftyp", "meta", "mdat", "moov"];
const ofMeta = ["hdlr", "pitm", "iloc", "iinf", "iprp", "iref", "idat", "dinf", "grpl"];

export function cleanAvif(bytes: Buffer): Buffer {
  const boxes = fileBoxes(Buffer.from(bytes));
  const end = boxes.reduce((sum, { whole }) => sum + whole.length, 0);
  // All boxes are views of one copy, the first one from its beginning.
  const first = boxes[0]?.whole;
  if (!first) throw new Untold("cut short or altered");
  const file = Buffer.from(first.buffer, first.byteOffset, end);
  blankAllBut(boxes, ofFile);
  let hasMeta = false;
  for (const box of boxes) {
    if (box.type === "moov") cleanMovie(box.body);
    if (box.type !== "meta") continue;
    if (hasMeta) blank(box);
    else cleanMeta(file, box.body);
    hasMeta = true;
  }
  return file;
}

/** Up to where boxes follow each other: what comes then belongs to no picture. */
function fileBoxes(bytes: Buffer): readonly Box[] {
  const boxes: Box[] = [];
  const parts = new Parts();
  for (let at = 0; ;) {
    parts.next();
    const box = boxAt(bytes, at);
    if (!box) return boxes;
    boxes.push(box);
    at += box.whole.length;
  }
}

function cleanMeta(file: Buffer, body: Buffer): void {
  const parts = boxesIn(body.subarray(4));
  blankAllBut(parts, ofMeta);
  const items = itemsIn(file, parts);
  const extentsOf = (isWanted: (item: Item) => boolean): readonly Buffer[] =>
    items.filter(isWanted).flatMap(({ extents }) => extents);
  const drawn = extentsOf(({ kind }) => kind === "image");
  const told = extentsOf(({ kind }) => kind !== "image");
  const isDrawnOver = told.some((one) => drawn.some((other) => overlap(one, other)));
  const length = told.reduce((sum, extent) => sum + extent.length, 0);
  if (isDrawnOver || length > file.length) throw new Untold("cut short or altered");
  for (const { kind, extents } of items) {
    if (kind === "image") continue;
    const content = Buffer.concat(extents);
    scatter(kind === "exif" ? cleanExif(content) : cleanText(content, kind), extents);
  }
}

function overlap(one: Buffer, other: Buffer): boolean {
  const [start, otherStart] = [one.byteOffset, other.byteOffset];
  return start < otherStart + other.length && otherStart < start + one.length;
}

function scatter(content: Buffer, extents: readonly Buffer[]): void {
  let at = 0;
  for (const extent of extents) {
    content.copy(extent, 0, at, at + extent.length);
    at += extent.length;
  }
}

const emptyTiff = Buffer.from("MM\0*\0\0\0\x08\0\0\0\0\0\0", "latin1");

/** Before the TIFF stands how far from there it begins. */
function cleanExif(content: Buffer): Buffer {
  const out = Buffer.alloc(content.length);
  if (content.length < 4 + emptyTiff.length) return out;
  const tiff = content.subarray(4 + content.readUInt32BE());
  const clean = reducedExif(tiff, content.length - 4) ?? emptyTiff;
  clean.copy(out, 4);
  return out;
}

function cleanText(content: Buffer, kind: Item["kind"]): Buffer {
  const out = Buffer.alloc(content.length, kind === "xmp" ? " " : 0);
  if (kind === "xmp") reducedXmp(content, ({ length }) => length <= out.length)?.copy(out);
  return out;
}

/** An animation is a film: tracks of pictures and nothing else, made at no time. */
function cleanMovie(movie: Buffer): void {
  const parts = boxesIn(movie);
  blankAllBut(parts, ["mvhd", "trak"]);
  for (const { type, body } of parts) {
    if (type === "mvhd") clearTimes(body);
    if (type === "trak") cleanTrack(body);
  }
}

function cleanTrack(track: Buffer): void {
  const parts = boxesIn(track);
  blankAllBut(parts, ["tkhd", "mdia", "edts", "tref"]);
  for (const { type, body } of parts) {
    if (type === "tkhd") clearTimes(body);
    if (type !== "mdia") continue;
    const media = boxesIn(body);
    blankAllBut(media, ["mdhd", "hdlr", "minf"]);
    const handler = media.find((box) => box.type === "hdlr")?.body.toString("latin1", 8, 12);
    if (handler !== "pict" && handler !== "auxv") throw new Untold("of a rare make");
    for (const box of media) if (box.type === "mdhd") clearTimes(box.body);
  }
}

/** When it was made and changed: two numbers after the version and its flags. */
function clearTimes(body: Buffer): void {
  body.subarray(4, 4 + (body[0] === 1 ? 16 : 8)).fill(0);
}
