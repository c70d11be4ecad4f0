// The other half of read-container.ts: a story as the bytes of its zip, in the order that
// docs/format.md gives. The text comes before the pictures, so a cut file can still be salvaged.

import { crc32 } from "node:zlib";
import { articleMimeType } from "../../article/format";
import type { MediaName } from "../../article/media";
import { articleEntry, mediaEntry, mimetypeEntry, pageEntry } from "./container";
import { Refusal } from "./failure";
import { directoryEnd, directoryRecord, localHeader, type ZipEntry } from "./zip-records";

/** A picture that is to be copied into a story, opened only when its turn comes. */
export interface MediaSource extends PictureSource {
  readonly size: number;
  /** CRC-32: the zip wants it before the bytes. */
  readonly crc: number;
}

export interface PictureSource {
  readonly name: MediaName;
  /** Each piece is good until the next one is asked for. */
  open(): Promise<AsyncIterable<Uint8Array>>;
}

export interface StoryParts {
  /** article.json */
  readonly text: string;
  /** article.html */
  readonly html: string;
  readonly sources: readonly MediaSource[];
}

/**
 * Pictures go through in pieces, each good until the next is asked for. A source that cannot be read, or
 * has not `size` bytes, makes the iteration throw a Refusal that names `file`. `crcs` is filled with the
 * CRC of every entry's bytes as they were handed out.
 */
export async function* storyBytes(
  parts: StoryParts,
  file: string,
  crcs = new Map<string, number>(),
): AsyncGenerator<Uint8Array> {
  const records: Buffer[] = [];
  let offset = 0;
  const begin = (entry: ZipEntry): Buffer => {
    const header = localHeader(entry);
    records.push(directoryRecord(entry, offset));
    offset += header.length + entry.size;
    return header;
  };

  const texts = [
    [mimetypeEntry, articleMimeType],
    [articleEntry, parts.text],
    [pageEntry, parts.html],
  ] as const;
  for (const [name, text] of texts) {
    const bytes = Buffer.from(text);
    const crc = crc32(bytes);
    crcs.set(name, crc);
    yield begin({ name, size: bytes.length, crc });
    yield bytes;
  }
  for (const source of [...parts.sources].sort(byName)) {
    const { size, crc } = source;
    const name = mediaEntry(source.name);
    yield begin({ name, size, crc });
    crcs.set(name, yield* pictureBytes(source, file));
  }
  const directory = Buffer.concat(records);
  yield directory;
  yield directoryEnd(records.length, directory.length, offset);
}

/** Returns the CRC of what it gave. */
async function* pictureBytes(
  source: MediaSource,
  file: string,
): AsyncGenerator<Uint8Array, number> {
  let done = 0;
  let crc = 0;
  try {
    for await (const piece of await source.open()) {
      done += piece.length;
      if (done > source.size) throw new Error("it has more bytes than it should");
      crc = crc32(piece, crc);
      yield piece;
    }
    if (done < source.size) throw new Error("it has fewer bytes than it should");
    if (crc !== source.crc && crc !== (await crcOf(source))) throw new Error("it reads unsteadily");
  } catch (error) {
    throw unreadable(error, file);
  }
  return crc;
}

/**
 * A picture that rotted on the disk reads the same twice. It must not keep the text from being saved: it
 * goes on as it is, and goes on not matching its CRC and its name.
 */
async function crcOf(source: MediaSource): Promise<number> {
  let crc = 0;
  for await (const piece of await source.open()) crc = crc32(piece, crc);
  return crc;
}

function unreadable(error: unknown, file: string): Error {
  if (error instanceof Refusal) return error;
  const reason = `“${file}” was not saved: one of its pictures cannot be read. Insert that picture again, or remove it.`;
  return new Refusal({ kind: "damaged", file, reason });
}

function byName(a: MediaSource, b: MediaSource): number {
  return a.name < b.name ? -1 : 1;
}
