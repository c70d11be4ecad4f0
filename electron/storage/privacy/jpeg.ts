// JPEG (ITU-T T.81, annex B): segments, each with a marker, and scans of image data between them. What
// draws the picture goes through byte for byte; of the rest only what is known to be harmless.

import { latin1, Parts, pieceOf, Untold } from "./bytes";
import { reducedExif } from "./exif";
import { reducedResources } from "./iim";
import { reducedXmp } from "./xmp";

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;

const exifName = "Exif\0\0";
const xmpName = "http://ns.adobe.com/xap/1.0/\0";
const photoshopName = "Photoshop 3.0\0";

/** Comments, makers' notes, thumbnails, further pictures and what follows the image's end go. */
export function cleanJpeg(bytes: Buffer): Buffer {
  const out: Buffer[] = [pieceOf(bytes, 0, 2)];
  const seen = new Set<string>();
  const photoshop = photoshopIn(bytes);
  let hasScan = false;
  for (const { marker, segment, scan } of partsOf(bytes)) {
    if (marker === endOfImage) return Buffer.concat([...out, segment]);
    const clean = cleanSegment(marker, segment, photoshop, seen);
    if (clean) out.push(clean, scan);
    hasScan ||= marker === startOfScan;
  }
  // Browsers draw a picture whose end was lost on the way as far as it goes.
  if (!hasScan) throw new Untold("cut short or altered");
  return Buffer.concat(out);
}

interface Part {
  readonly marker: number;
  /** From the marker to the end of what its length says. */
  readonly segment: Buffer;
  /** The image data that follow a start of scan. */
  readonly scan: Buffer;
}

function* partsOf(bytes: Buffer): Generator<Part> {
  const parts = new Parts();
  let hasScan = false;
  let at = bytes.indexOf(0xff, 2);
  for (; at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at)) {
    parts.next();
    const marker = bytes.readUInt8(at + 1);
    if (marker === endOfImage) {
      yield { marker, segment: pieceOf(bytes, at, 2), scan: Buffer.alloc(0) };
      return;
    }
    if (!hasLength(marker)) {
      // Fill bytes, and what has no business between segments.
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const length = at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0;
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) {
      if (hasScan) return;
      throw new Untold("cut short or altered");
    }
    const scanEnd = marker === startOfScan ? endOfScan(bytes, end) : end;
    hasScan ||= marker === startOfScan;
    const segment = bytes.subarray(at, end);
    yield { marker, segment, scan: bytes.subarray(end, scanEnd) };
    at = scanEnd;
  }
}

function hasLength(marker: number): boolean {
  const standsAlone = marker <= 0x01 || (marker >= 0xd0 && marker <= startOfImage);
  return !standsAlone && marker !== 0xff;
}

/** At the next marker that is neither a stuffed zero, a restart nor a fill byte. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes.readUInt8(at + 1);
    if (next !== 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** `seen` holds what may be there only once: a second one would be read by some programs. */
function cleanSegment(
  marker: number,
  segment: Buffer,
  photoshop: Buffer,
  seen: Set<string>,
): Buffer | null {
  if (marker >= 0xc0 && marker <= 0xdf) return segment;
  const body = segment.subarray(4);
  const isFirst = (name: string): boolean => {
    if (!latin1(body, 0, name.length).startsWith(name) || seen.has(name)) return false;
    seen.add(name);
    return true;
  };
  switch (marker) {
    case 0xe0:
      return isFirst("JFIF\0") && body.length >= 14 ? cleanJfif(body) : null;
    case 0xe1:
      if (isFirst(exifName)) return named(marker, exifName, reducedExif(after(body, exifName)));
      if (!isFirst(xmpName)) return null;
      return named(marker, xmpName, xmpOf(after(body, xmpName)));
    case 0xe2:
      return latin1(body, 0, 12) === "ICC_PROFILE\0" ? segment : null;
    case 0xed:
      if (!isFirst(photoshopName)) return null;
      return named(marker, photoshopName, reducedResources(photoshop));
    case 0xee:
      return isFirst("Adobe") && body.length >= 12 ? segmentOf(marker, body.subarray(0, 12)) : null;
    default:
      return null;
  }
}

function xmpOf(packet: Buffer): Buffer | null {
  return reducedXmp(packet, ({ length }) => length <= packet.length);
}

/** Without the thumbnail, whose width and height are the last two of these bytes. */
function cleanJfif(body: Buffer): Buffer {
  return segmentOf(0xe0, Buffer.concat([body.subarray(0, 12), Buffer.alloc(2)]));
}

/** One list of resources may go on in a second segment. */
function photoshopIn(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (const { marker, segment } of partsOf(bytes)) {
    if (marker !== 0xed || !latin1(segment, 4, 18).startsWith(photoshopName)) continue;
    parts.push(segment.subarray(4 + photoshopName.length));
  }
  return Buffer.concat(parts);
}

function after(body: Buffer, name: string): Buffer {
  return body.subarray(name.length);
}

function named(marker: number, name: string, content: Buffer | null): Buffer | null {
  if (content === null || content.length + name.length > 0xffff - 2) return null;
  return segmentOf(marker, Buffer.concat([Buffer.from(name, "latin1"), content]));
}

function segmentOf(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
