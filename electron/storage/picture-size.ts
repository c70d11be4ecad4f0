// A picture's kind and size, by its own first bytes. Pictures come from anywhere: image-size 2.1 walks
// through garbage byte by byte (5 s for a false JPEG of 50 MB), compares AVIF boxes each with each, and
// reads past the end of a view into the memory behind it. So it is only ever given a small copy.

import { imageSize } from "image-size";

export type PictureKind = "jpg" | "png" | "gif" | "webp" | "avif";

export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Enough for every header but JPEG's. */
const headerBytes = 64 * 1024;

/** The kind that the signature tells, or the name of what we do not keep; null if it tells nothing. */
export function pictureKind(
  bytes: Uint8Array,
): { readonly kind: PictureKind } | { readonly refused: string } | null {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (start.startsWith("\xff\xd8\xff")) return { kind: "jpg" };
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return { kind: "png" };
  if (/^GIF8[79]a/.test(start)) return { kind: "gif" };
  if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) return { kind: "webp" };
  if (start.startsWith("ftyp", 4)) return brandKind(start);
  if (/^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/.test(start)) return { refused: "a TIFF or raw picture" };
  if (/<svg[\s>]/i.test(start)) return { refused: "an SVG drawing" };
  if (start.startsWith("%PDF-")) return { refused: "a PDF" };
  if (start.startsWith("8BPS")) return { refused: "a Photoshop picture" };
  if (start.startsWith("BM")) return { refused: "a BMP picture" };
  return null;
}

/** ISO base media files (ISO/IEC 14496-12, 4.3): the brands in the first box tell AVIF from its kin. */
function brandKind(start: string): ReturnType<typeof pictureKind> {
  const length = Buffer.from(start.slice(0, 4), "latin1").readUInt32BE();
  const brands: readonly string[] = start.slice(8, length).match(/[^]{4}/g) ?? [];
  if (brands.includes("avif") || brands.includes("avis")) return { kind: "avif" };
  const isHeic = brands.some((brand) => /^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand));
  return { refused: isHeic ? "a HEIC picture" : "a video" };
}

/** The size as it is to be shown, a turned JPEG turned upright; null when the header does not tell. */
export function pixelSize(bytes: Uint8Array, kind: PictureKind): PixelSize | null {
  if (kind !== "jpg") return sizeIn(bytes.subarray(0, headerBytes));
  const segments = jpegSegments(bytes);
  if (segments === null) return null;
  const { exif, frame } = segments;
  const upright = exif === null ? null : sizeIn(Buffer.concat([jpegStart, exif, frame]));
  // Exif that cannot be read is no reason to refuse a picture that every browser draws.
  return upright ?? sizeIn(Buffer.concat([jpegStart, frame]));
}

function sizeIn(header: Uint8Array): PixelSize | null {
  try {
    const { width, height, orientation } = imageSize(new Uint8Array(header));
    const isTurned = orientation !== undefined && orientation >= 5 && orientation <= 8;
    const [widthPx, heightPx] = isTurned ? [height, width] : [width, height];
    return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : null;
  } catch {
    // Its errors are TypeErrors and RangeErrors alike; all mean that the header is cut or altered.
    return null;
  }
}

/** image-size never looks at the first segment, so an empty APP0 goes before the ones that matter. */
const jpegStart = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2]);

/**
 * The segments that tell orientation and size: the first Exif and the frame header (ITU-T T.81,
 * B.1.1.4). Null when the segments do not follow each other up to a frame header of a kind that
 * browsers draw (SOF0 to SOF2).
 */
function jpegSegments(
  bytes: Uint8Array,
): { readonly exif: Uint8Array | null; readonly frame: Uint8Array } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let exif: Uint8Array | null = null;
  for (let at = 2; at + 4 <= bytes.length;) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff) return null;
    if (marker === 0xff) {
      at += 1; // a fill byte
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return null;
    const segment = bytes.subarray(at, end);
    if (marker >= 0xc0 && marker <= 0xc2) {
      return segment.length < 10 ? null : { exif, frame: segment };
    }
    if (marker === 0xe1 && isExif(segment)) exif ??= segment;
    const isOtherFrame = marker > 0xc2 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isOtherFrame || marker < 0xc0 || (marker >= 0xd0 && marker <= 0xda)) return null;
    at = end;
  }
  return null;
}

function isExif(segment: Uint8Array): boolean {
  return Buffer.from(segment.subarray(4, 10)).toString("latin1") === "Exif\0\0";
}
