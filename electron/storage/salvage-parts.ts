// Finds the parts of a story in the bytes of its file, without the zip's directory: as docs/format.md
// describes it under “Salvaging a damaged file”. One pass, in pieces, so a picture is never held whole.

import { createHash } from "node:crypto";
import { maxPictureBytes, type MediaName } from "../../article/media";
import { articleEntry, maxEntries, mediaOf, mimetypeEntry, pageEntry } from "./container";
import { pieceBytes, readRange, type FileHandle } from "./disk";

export interface Part {
  readonly name: string;
  /** Where its bytes begin, and where the next part does or the directory or the file's end is. */
  readonly start: number;
  end: number;
  readonly isDeflated: boolean;
  /** As its header says; 0 for “after the bytes”. */
  readonly bytes: number;
  readonly crc: number;
  /** Where data descriptors stand that agree with the distance. */
  readonly ends: number[];
}

export interface Found {
  readonly parts: readonly Part[];
  /** Where a story's text begins by its first words; -1 if they are nowhere. */
  readonly textStart: number;
}

const opening = '{"format":"stet"';
const names = new Set([mimetypeEntry, articleEntry, pageEntry]);

/** A directory record, the longer kind of header, with the longest name. */
const markBytes = 160;
const maxMarks = 1_000_000;
const maxEnds = 8;

export async function findParts(handle: FileHandle, size: number): Promise<Found> {
  const parts: Part[] = [];
  let textStart = -1;
  let marks = 0;
  let isOver = false;
  const close = (at: number): void => {
    const last = parts.at(-1);
    if (last?.end === size) last.end = at;
  };
  for (let from = 0; from < size && !isOver; from += pieceBytes) {
    const piece = await readRange(handle, from, Math.min(pieceBytes + markBytes, size - from));
    if (textStart < 0) {
      const at = piece.indexOf(opening, 0, "latin1");
      if (at >= 0) textStart = from + at;
    }
    for (
      let at = piece.indexOf("PK");
      at >= 0 && at < pieceBytes;
      at = piece.indexOf("PK", at + 1)
    ) {
      marks += 1;
      isOver = marks > maxMarks || parts.length > 2 * maxEntries;
      if (isOver) break;
      const header = headerAt(piece, at);
      if (header !== null) {
        close(from + at);
        parts.push({ ...header, start: from + at + header.start, end: size });
      } else if (isDirectoryAt(piece, at)) {
        close(from + at);
      } else if (isDescriptorAt(piece, at, from, parts.at(-1))) {
        parts.at(-1)?.ends.push(from + at);
      }
    }
  }
  return { parts, textStart };
}

/**
 * Where the picture in this part ends, if its bytes are what its name says; else null. One that somebody
 * deflated is not looked for.
 */
export async function pictureEnd(
  handle: FileHandle,
  part: Part,
  name: MediaName,
): Promise<number | null> {
  const descriptorBytes = 16;
  const guesses = [part.start + part.bytes, ...part.ends, part.end - descriptorBytes, part.end];
  const ends = [...new Set(guesses)]
    .filter((end) => end > part.start && end <= Math.min(part.end, part.start + maxPictureBytes))
    .sort((a, b) => a - b);
  const hash = createHash("sha256");
  let done = part.start;
  for (const end of ends) {
    while (done < end) {
      const piece = await readRange(handle, done, Math.min(pieceBytes, end - done));
      if (piece.length === 0) return null;
      hash.update(piece);
      done += piece.length;
    }
    if (name.startsWith(hash.copy().digest("hex"))) return end;
  }
  return null;
}

function headerAt(piece: Buffer, at: number): Omit<Part, "end"> | null {
  if (piece.length < at + 30 || piece.readUInt32LE(at) !== 0x04034b50) return null;
  const nameBytes = piece.readUInt16LE(at + 26);
  const name = piece.toString("latin1", at + 30, at + 30 + nameBytes);
  if (!isPartName(name)) return null;
  return {
    name,
    start: 30 + nameBytes + piece.readUInt16LE(at + 28),
    isDeflated: piece.readUInt16LE(at + 8) !== 0,
    bytes: piece.readUInt32LE(at + 22),
    crc: piece.readUInt32LE(at + 14),
    ends: [],
  };
}

/** By its name as well: in pictures of some size the four bytes of the mark stand by chance. */
function isDirectoryAt(piece: Buffer, at: number): boolean {
  if (piece.length < at + 46 || piece.readUInt32LE(at) !== 0x02014b50) return false;
  return isPartName(piece.toString("latin1", at + 46, at + 46 + piece.readUInt16LE(at + 28)));
}

function isDescriptorAt(piece: Buffer, at: number, from: number, part: Part | undefined): boolean {
  if (part === undefined || part.ends.length >= maxEnds || piece.length < at + 12) return false;
  return (
    piece.readUInt32LE(at) === 0x08074b50 && piece.readUInt32LE(at + 8) === from + at - part.start
  );
}

function isPartName(name: string): boolean {
  return names.has(name) || mediaOf(name) !== null;
}
