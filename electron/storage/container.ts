// What a story file may hold, and how much of it. docs/format.md describes the file for strangers.

import type { Entry } from "yauzl";
import { maxArticleBytes } from "../../article/format";
import { isMediaName, maxPictureBytes, maxPictures, type MediaName } from "../../article/media";

export const mimetypeEntry = "mimetype";
export const articleEntry = "article.json";
export const pageEntry = "article.html";
/** `zip -r` adds it when someone packs a story anew; it holds nothing. */
export const mediaFolder = "media/";

export const maxPageBytes = 64 * 1024 * 1024;
export const maxEntries = maxPictures + 4;

/** Only for entries that someone deflated: we store them. */
export const maxRatio = 100;
export const maxInflatedBytes = 4 * 1024 ** 3;

const stored = 0;
const deflated = 8;

export function mediaEntry(name: MediaName): string {
  return mediaFolder + name;
}

/** The picture that an entry holds; null for any other entry. */
export function mediaOf(entryName: string): MediaName | null {
  const name = entryName.slice(mediaFolder.length);
  return entryName.startsWith(mediaFolder) && isMediaName(name) ? name : null;
}

export function isDeflated(entry: Entry): boolean {
  return entry.compressionMethod === deflated;
}

export type EntryFault = { readonly kind: "damaged" | "tooLarge"; readonly why: string };

/** What forbids this entry by its directory record alone; null if it may stay. */
export function entryFault(entry: Entry): EntryFault | null {
  const maxBytes = bytesAllowed(entry.fileName);
  // A second name in an extra field (0x7075) could tell other programs a different story.
  const isPlain = entry.fileNameRaw.toString("latin1") === entry.fileName;
  if (maxBytes === null || !isPlain) {
    return damaged("it holds a part that does not belong in a story");
  }
  if (entry.isEncrypted()) return damaged("a part of it is encrypted");
  if (entry.compressionMethod !== stored && !isDeflated(entry)) {
    return damaged("a part of it is packed in a way that Stet does not read");
  }
  if (Math.max(entry.uncompressedSize, entry.compressedSize) > maxBytes) {
    return tooLarge(`${entry.fileName} is larger than a story's may be`);
  }
  if (entry.uncompressedSize > entry.compressedSize * maxRatio) {
    return tooLarge(`${entry.fileName} would grow more than ${maxRatio} times when unpacked`);
  }
  return null;
}

function bytesAllowed(entryName: string): number | null {
  switch (entryName) {
    case mimetypeEntry:
      return 1024;
    case articleEntry:
      return maxArticleBytes;
    case pageEntry:
      return maxPageBytes;
    case mediaFolder:
      return 16;
    default:
      return mediaOf(entryName) === null ? null : maxPictureBytes;
  }
}

function damaged(why: string): EntryFault {
  return { kind: "damaged", why };
}

function tooLarge(why: string): EntryFault {
  return { kind: "tooLarge", why };
}
