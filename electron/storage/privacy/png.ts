// PNG (ISO/IEC 15948): a signature and chunks.

import { crc32, deflateSync, inflateSync } from "node:zlib";
import { latin1, Parts, pieceOf, Untold } from "./bytes";
import { reducedExif } from "./exif";
import { reducedXmp } from "./xmp";

/** Image, colours, animation. */
const kept = new Set(
  "IHDR PLTE IDAT IEND gAMA cHRM sRGB iCCP sBIT cICP mDCV cLLI pHYs tRNS bKGD acTL fcTL fdAT".split(
    " ",
  ),
);

const xmpKeyword = "XML:com.adobe.xmp\0";
const textKeywords = ["Author\0", "Copyright\0"];
const maxTextBytes = 4 * 1024 * 1024;

export function cleanPng(bytes: Buffer): Buffer {
  const out: Buffer[] = [pieceOf(bytes, 0, 8)];
  const seen = new Set<string>();
  const parts = new Parts();
  for (let at = 8; ;) {
    parts.next();
    const length = pieceOf(bytes, at, 8).readUInt32BE();
    const chunk = pieceOf(bytes, at, 12 + length);
    const type = latin1(chunk, 4, 8);
    const clean = kept.has(type) ? chunk : cleanChunk(type, chunk.subarray(8, 8 + length), seen);
    if (clean) out.push(clean);
    if (type === "IEND") return Buffer.concat(out);
    at += chunk.length;
  }
}

function cleanChunk(type: string, body: Buffer, seen: Set<string>): Buffer | null {
  const isFirst = (name: string): boolean => !seen.has(name) && Boolean(seen.add(name));
  switch (type) {
    case "eXIf":
      return isFirst(type) ? chunkOf(type, reducedExif(body)) : null;
    case "iTXt":
      if (!latin1(body, 0, xmpKeyword.length).startsWith(xmpKeyword)) return cleanText(type, body);
      return isFirst(xmpKeyword) ? chunkOf(type, cleanXmp(body)) : null;
    case "tEXt":
    case "zTXt":
      return cleanText(type, body);
    default:
      // A capital begins the name of what a picture cannot be drawn without.
      if (/^[A-Z]/.test(type)) throw new Untold("of a rare make");
      return null;
  }
}

/** Author and copyright as they are, but for what stands after the end of packed text. */
function cleanText(type: string, body: Buffer): Buffer | null {
  const keyword = textKeywords.find((name) => latin1(body, 0, name.length) === name);
  if (keyword === undefined) return null;
  if (type === "tEXt") return chunkOf(type, body);
  const packedAt = keyword.length + 1;
  if (type === "iTXt") return body[keyword.length] === 0 ? chunkOf(type, body) : null;
  const unpacked = unpack(body.subarray(packedAt));
  return unpacked && chunkOf(type, body.subarray(0, packedAt + unpacked.taken));
}

/** Packed again if it came packed, so that it never grows. */
function cleanXmp(body: Buffer): Buffer | null {
  const isPacked = body[xmpKeyword.length] === 1;
  const languageEnd = body.indexOf(0, xmpKeyword.length + 2);
  const textAt = body.indexOf(0, languageEnd + 1) + 1;
  if (languageEnd < 0 || textAt === 0) return null;
  const content = body.subarray(textAt);
  const packet = isPacked ? unpack(content)?.bytes : content;
  if (!packet) return null;
  const asWritten = (text: Buffer): Buffer => (isPacked ? deflateSync(text) : text);
  const clean = reducedXmp(packet, (text) => asWritten(text).length <= content.length);
  const head = Buffer.from(`${xmpKeyword}${isPacked ? "\x01" : "\0"}\0\0\0`, "latin1");
  return clean && Buffer.concat([head, asWritten(clean)]);
}

function unpack(packed: Buffer): { readonly bytes: Buffer; readonly taken: number } | null {
  try {
    const { buffer, engine } = inflateSync(packed, {
      maxOutputLength: maxTextBytes,
      info: true,
    }) as unknown as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    return { bytes: buffer, taken: engine.bytesWritten };
  } catch {
    // Damaged or a bomb; either way no text that anyone could read.
    return null;
  }
}

function chunkOf(type: string, body: Buffer | null): Buffer | null {
  if (body === null) return null;
  const bytes = Buffer.alloc(12 + body.length);
  bytes.writeUInt32BE(body.length);
  bytes.write(type, 4, "latin1");
  body.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + body.length)), 8 + body.length);
  return bytes;
}
