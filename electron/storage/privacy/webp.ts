// WebP (RFC 9649): a RIFF file of chunks, each padded to an even length.

import { latin1, Parts, pieceOf, Untold } from "./bytes";
import { reducedExif } from "./exif";
import { reducedXmp } from "./xmp";

const kept = new Set(["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ICCP"]);
const inFrame = new Set(["VP8 ", "VP8L", "ALPH"]);
const exifFlag = 0x08;
const xmpFlag = 0x04;

interface Chunk {
  readonly type: string;
  readonly body: Buffer;
}

export function cleanWebp(bytes: Buffer): Buffer {
  const size = pieceOf(bytes, 0, 12).readUInt32LE(4);
  const chunks = chunksOf(pieceOf(bytes, 12, size - 4));
  const isExtended = chunks[0]?.type === "VP8X" && chunks[0].body.length >= 10;
  const seen = new Set<string>();
  const clean = chunks.flatMap(({ type, body }) => {
    if (kept.has(type)) return { type, body };
    if (type === "ANMF") return { type, body: cleanFrame(body) };
    // Without the extended header nobody looks for these.
    if (!isExtended || seen.has(type)) return [];
    seen.add(type);
    const left = type === "EXIF" ? exifOf(body) : type === "XMP " ? xmpOf(body) : null;
    return left ? { type, body: left } : [];
  });
  if (clean.length === 0) throw new Untold("cut short or altered");
  const has = (type: string): boolean => clean.some((chunk) => chunk.type === type);
  const flags = (has("EXIF") ? exifFlag : 0) | (has("XMP ") ? xmpFlag : 0);
  const out = clean.map(({ type, body }) =>
    chunkBytes(type, type === "VP8X" ? flagged(body, flags) : body),
  );
  const whole = Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBP", "latin1"), ...out]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}

function chunksOf(bytes: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  const parts = new Parts();
  for (let at = 0; at < bytes.length;) {
    parts.next();
    const size = pieceOf(bytes, at, 8).readUInt32LE(4);
    const body = pieceOf(bytes, at + 8, size + (size % 2)).subarray(0, size);
    chunks.push({ type: latin1(bytes, at, at + 4), body });
    at += 8 + size + (size % 2);
  }
  return chunks;
}

/** A frame of an animation holds chunks of its own after 16 bytes. */
function cleanFrame(body: Buffer): Buffer {
  const head = pieceOf(body, 0, 16);
  const chunks = chunksOf(body.subarray(16)).filter(({ type }) => inFrame.has(type));
  return Buffer.concat([head, ...chunks.map((chunk) => chunkBytes(chunk.type, chunk.body))]);
}

function flagged(body: Buffer, flags: number): Buffer {
  const out = Buffer.from(body.subarray(0, 10));
  if (out.length > 0) out.writeUInt8((out.readUInt8() & ~(exifFlag | xmpFlag)) | flags);
  return out;
}

/** Some programs put JPEG's name before it. */
function exifOf(body: Buffer): Buffer | null {
  const hasName = latin1(body, 0, 6) === "Exif\0\0";
  return reducedExif(hasName ? body.subarray(6) : body);
}

function xmpOf(packet: Buffer): Buffer | null {
  return reducedXmp(packet, ({ length }) => length <= packet.length);
}

function chunkBytes(type: string, body: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}
