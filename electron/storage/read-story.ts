// What opening, comparing and showing a story read of its file. None of it ever writes to it.

import { createHash } from "node:crypto";
import { basename } from "node:path";
import { pipeline } from "node:stream";
import { createInflateRaw } from "node:zlib";
import type { Entry } from "yauzl";
import type { Article } from "../../article/article";
import { formatVersion, parseArticle } from "../../article/format";
import type { MediaName } from "../../article/media";
import { ok, type Failure, type Result } from "../../article/result";
import { sha256 } from "./checksum";
import { articleEntry, mediaEntry, mediaFolder, mediaOf } from "./container";
import { nodeDisk, openRegular, piecesOf, stampOf, type Disk, type FileHandle } from "./disk";
import { attempt, Refusal, refuse } from "./failure";
import {
  inContainer,
  refuseDamaged,
  withContainer,
  type Container,
  type Extent,
  type OpenedFile,
} from "./read-container";
import type { MediaSource, PictureSource } from "./write-story";

export interface OpenedStory {
  readonly article: Article;
  /** Of the state that was read; `saveStory` wants it back as its `base`. */
  readonly fingerprint: string;
  /** The pictures that the file holds, whether or not the article shows them. */
  readonly media: readonly MediaName[];
}

/** Reads the directory, the type and the text, so opening costs what the text costs. */
export function readStory(
  path: string,
  disk: Disk = nodeDisk,
  maxMajor: number = formatVersion.major,
): Promise<Result<OpenedStory>> {
  const file = basename(path);
  return attempt(file, "read", () =>
    withContainer(path, disk, async (container) => {
      const bytes = await articleBytes(container, file);
      const article = parseArticle(decode(bytes, file), file, maxMajor);
      if (!article.ok) throw new Refusal(article.failure);
      const media = [...container.entries.keys()].map(mediaOf).filter((name) => name !== null);
      return { article: article.value, fingerprint: fingerprintFrom(container, bytes), media };
    }),
  );
}

export interface ViewedStory extends OpenedStory {
  /** Why it may only be looked at; null if it is one of ours. */
  readonly newer: Failure | null;
}

/** For a window: a story of a newer format is shown as far as it can be read. */
export async function viewStory(path: string, disk: Disk = nodeDisk): Promise<Result<ViewedStory>> {
  const read = await readStory(path, disk);
  if (read.ok) return ok({ ...read.value, newer: null });
  if (read.failure.kind !== "newer") return read;
  const seen = await readStory(path, disk, Infinity);
  return seen.ok ? ok({ ...seen.value, newer: read.failure }) : read;
}

/**
 * Tells what the story holds, however it is packed: the text's bytes, and every entry's name, size and
 * CRC. Null when there is no readable story at `path` (any more).
 */
export async function fingerprintOf(path: string, disk: Disk = nodeDisk): Promise<string | null> {
  const result = await attempt(basename(path), "read", () => fingerprintAt(path, disk));
  return result.ok ? result.value : null;
}

/** As `fingerprintOf`, but throws why there is none. */
export function fingerprintAt(path: string, disk: Disk): Promise<string> {
  return withContainer(path, disk, async (container) =>
    fingerprintFrom(container, await articleBytes(container, basename(path))),
  );
}

export interface StoryState {
  readonly fingerprint: string;
  /** article.json */
  readonly text: string;
}

/** What the story file at `path` holds, its pictures left aside. */
export function readState(path: string, disk: Disk): Promise<Result<StoryState>> {
  const file = basename(path);
  return attempt(file, "read", () =>
    withContainer(path, disk, (container) => stateOf(container, file)),
  );
}

/** What a story file that is open holds now. Throws why it cannot be read. */
export function stateIn(opened: OpenedFile): Promise<StoryState> {
  return inContainer(opened, (container) => stateOf(container, opened.file));
}

async function stateOf(container: Container, file: string): Promise<StoryState> {
  const bytes = await articleBytes(container, file);
  return { fingerprint: fingerprintFrom(container, bytes), text: decode(bytes, file) };
}

/** The pictures in a story file that is open, to be read as long as it is. Throws as `stateIn`. */
export function picturesIn(opened: OpenedFile): Promise<readonly PictureSource[]> {
  const { handle, file } = opened;
  return inContainer(opened, async ({ entries, locate }) =>
    [...entries.values()].flatMap((entry) => {
      const name = mediaOf(entry.fileName);
      if (name === null) return [];
      const open = async () => unpacked(handle, await locate(entry), file);
      return [{ name, open }];
    }),
  );
}

/** What a save wrote. */
export interface WrittenStory {
  readonly bytes: number;
  readonly fingerprint: string;
  /** Of each entry's bytes. */
  readonly crcs: ReadonlyMap<string, number>;
}

/** Whether every byte that was written stands at `path`, and nothing else. */
export async function readsBack(path: string, written: WrittenStory, disk: Disk): Promise<boolean> {
  try {
    return await withContainer(path, disk, async (container) => {
      const { entries, bytes } = container;
      if (bytes !== written.bytes || entries.size !== written.crcs.size) return false;
      for (const [name, crc] of written.crcs) {
        const entry = entries.get(name);
        if (entry === undefined || (await container.sum(entry)) !== crc) return false;
      }
      return (await stateOf(container, basename(path))).fingerprint === written.fingerprint;
    });
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** One picture's bytes. They are what their name says, or the failure is “damaged”. */
export function readMedia(
  path: string,
  name: MediaName,
  disk: Disk = nodeDisk,
): Promise<Result<Uint8Array>> {
  const file = basename(path);
  return attempt(file, "read", () =>
    withContainer(path, disk, async (container) => {
      const entry = container.entries.get(mediaEntry(name));
      if (entry === undefined) refuse("missing", file, `“${file}” does not hold this picture.`);
      const bytes = await container.read(entry);
      if (!name.startsWith(sha256(bytes))) refuseDamaged(file, "a picture in it is altered");
      return bytes;
    }),
  );
}

/**
 * The pictures of the story at `path` for the next `saveStory`, those of `names` that it holds. Their
 * bytes are passed on as they are: a rotten picture must not keep the text from being saved, and it
 * goes on not matching its name.
 */
export function storySources(
  path: string,
  names: readonly MediaName[],
  disk: Disk = nodeDisk,
): Promise<Result<readonly MediaSource[]>> {
  return attempt(basename(path), "read", () =>
    withContainer(path, disk, async (container) => {
      const sources: MediaSource[] = [];
      for (const name of names) {
        const entry = container.entries.get(mediaEntry(name));
        if (entry === undefined) continue;
        const extent = await locatePicture(container, entry, basename(path));
        const open = (): ReturnType<MediaSource["open"]> => openExtent(path, extent, disk);
        sources.push({ name, size: extent.bytes, crc: entry.crc32, open });
      }
      return sources;
    }),
  );
}

async function locatePicture(container: Container, entry: Entry, file: string): Promise<Extent> {
  try {
    return await container.locate(entry);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const reason = `A picture in “${file}” cannot be read any more. Insert it again, or remove it.`;
    return refuse("picture", file, reason);
  }
}

/** Refuses when the file is not the one any more in which the extent was found. */
export async function openExtent(
  path: string,
  extent: Extent,
  disk: Disk,
): Promise<AsyncIterable<Uint8Array>> {
  const { handle, stat } = await openRegular(path, disk);
  if (stampOf(stat) !== extent.stamp) {
    await handle.close();
    const file = basename(path);
    refuse("conflict", file, `“${file}” was changed by another program while it was being read.`);
  }
  return piecesIn(handle, extent, basename(path));
}

async function* piecesIn(
  handle: FileHandle,
  extent: Extent,
  file: string,
): AsyncGenerator<Uint8Array> {
  try {
    yield* unpacked(handle, extent, file);
  } finally {
    await handle.close();
  }
}

function unpacked(
  handle: FileHandle,
  { start, packedBytes, bytes, deflated }: Extent,
  file: string,
): AsyncIterable<Uint8Array> {
  const packed = piecesOf(handle, start, packedBytes);
  return deflated ? inflated(packed, bytes, file) : packed;
}

/** The directory's word for a size is not enough: deflated bytes can grow a thousand times. */
async function* inflated(
  packed: AsyncIterable<Uint8Array>,
  bytes: number,
  file: string,
): AsyncGenerator<Buffer> {
  const pieces = pipeline(copies(packed), createInflateRaw(), () => undefined);
  let done = 0;
  for await (const piece of pieces as AsyncIterable<Buffer>) {
    done += piece.length;
    if (done > bytes) refuseDamaged(file, "a picture in it is altered");
    yield piece;
  }
}

/** For a reader that runs ahead: pieces that stay as they are. */
async function* copies(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(piece);
}

async function articleBytes(container: Container, file: string): Promise<Buffer> {
  const entry = container.entries.get(articleEntry);
  return entry === undefined ? refuseDamaged(file, "its text is missing") : container.read(entry);
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refuseDamaged(file, "its text is not valid UTF-8");
  }
}

/** In order of names, so that packing a story anew does not make it another one. */
function fingerprintFrom(container: Container, article: Buffer): string {
  const hash = createHash("sha256").update(article);
  const entries = [...container.entries.values()].filter((entry) => entry.fileName !== mediaFolder);
  const lines = entries.map(
    (entry) => `${entry.fileName} ${entry.uncompressedSize} ${entry.crc32}`,
  );
  return hash.update(lines.sort().join("\n")).digest("hex");
}
