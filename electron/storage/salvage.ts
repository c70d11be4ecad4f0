// What can still be read of a damaged story, as a new one. The file itself is never written to.

import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { constants, createInflateRaw, crc32 } from "node:zlib";
import { nothingCarried, type Article } from "../../article/article";
import { maxArticleBytes, mediaIn, parseArticle } from "../../article/format";
import { maxPictures } from "../../article/media";
import { emptyMetadata } from "../../article/metadata";
import { ok, type Result } from "../../article/result";
import { articleEntry, maxPageBytes, mediaOf, pageEntry } from "./container";
import {
  crcIn,
  nodeDisk,
  openRegular,
  readRange,
  stampOf,
  type Disk,
  type FileHandle,
} from "./disk";
import { attempt, refuse } from "./failure";
import { takePicture } from "./media";
import type { Extent } from "./read-container";
import { openExtent } from "./read-story";
import { mendedStory } from "./salvage-blocks";
import { pageBlocks } from "./salvage-page";
import { findParts, pictureEnd, type Found, type Part } from "./salvage-parts";
import { readLoosely, type FoundText } from "./salvage-text";
import type { MediaSource } from "./write-story";

export interface Salvaged {
  /** A whole story, whatever is missing: the editor's schema takes its content. */
  readonly article: Article;
  /** One sentence for the writer: what could not be saved. */
  readonly lost: string;
  /** The pictures whose bytes are what their name says; they are read from the damaged file. */
  readonly media: readonly MediaSource[];
}

/** “damaged” if there is nothing in the file that could be saved. */
export function salvageStory(path: string, disk: Disk = nodeDisk): Promise<Result<Salvaged>> {
  const file = basename(path);
  return attempt(file, "read", async () => {
    const { handle, stat } = await openRegular(path, disk);
    try {
      const size = Number(stat.size);
      const found = await findParts(handle, size);
      const media = await picturesIn(
        handle,
        found.parts,
        (extent) => openExtent(path, extent, disk),
        stampOf(stat),
      );
      const text = (await storyText(handle, found, size)) ?? (await pageText(handle, found.parts));
      if (text === null) {
        return refuse("damaged", file, `In “${file}” there is no text that could be saved.`);
      }
      return { ...articleFrom(text, media), media };
    } finally {
      await handle.close();
    }
  });
}

/** The same, with the pictures taken into the pool: those that the pool does not take are lost too. */
export async function salvageInto(
  path: string,
  pool: string,
  disk: Disk = nodeDisk,
): Promise<Result<Omit<Salvaged, "media">>> {
  const salvaged = await salvageStory(path, disk);
  if (!salvaged.ok) return salvaged;
  const { article, lost, media } = salvaged.value;
  let missing = 0;
  for (const { name, open } of media) {
    const taken = await takePicture(pool, await buffer(await open()), name, disk);
    if (!taken.ok) missing += 1;
  }
  const more = missing === 0 ? "" : ` ${missing} of its pictures could not be kept.`;
  return ok({ article, lost: `${lost}${more}` });
}

interface Text extends FoundText {
  /** Where the text is known to be what was saved. */
  readonly proven: Article | null;
  readonly isPage: boolean;
}

async function storyText(handle: FileHandle, found: Found, size: number): Promise<Text | null> {
  for (const { start, part, isPlain } of textPlaces(found)) {
    const end = Math.min(part?.end ?? nextPart(found.parts, start, size), start + maxArticleBytes);
    const stored = await readRange(handle, start, Math.max(0, end - start));
    const bytes = isPlain ? stored : await inflated(stored, maxArticleBytes);
    const text = readLoosely(new TextDecoder().decode(bytes));
    if (text.blocks.length === 0) continue;
    const proven = part?.start === start ? provenArticle(bytes, part) : null;
    return { ...text, proven, isPage: false };
  }
  return null;
}

interface Place {
  readonly start: number;
  readonly part: Part | null;
  readonly isPlain: boolean;
}

/** Where the text may begin, the likeliest first. A damaged header can point anywhere. */
function textPlaces({ parts, textStart }: Found): readonly Place[] {
  const part = parts.find(({ name }) => name === articleEntry) ?? null;
  const isInside = part !== null && textStart >= 0 && textStart < part.end;
  // Words that stand there plainly are not packed, whatever the header says.
  const byWords = { start: textStart, part: isInside ? part : null, isPlain: true };
  const byHeader = part && { start: part.start, part, isPlain: !part.isDeflated };
  const places = [
    ...(isInside ? [byWords] : []),
    ...(byHeader === null ? [] : [byHeader]),
    ...(isInside || textStart < 0 ? [] : [byWords]),
  ];
  const hasPage = parts.some(({ name }) => name === pageEntry);
  // The lines of a text whose beginning is gone say more than nothing, but less than a whole page.
  return hasPage || places.length > 0
    ? places
    : [...places, { start: 0, part: null, isPlain: true }];
}

function nextPart(parts: readonly Part[], from: number, size: number): number {
  return parts.find(({ start, name }) => start > from && name !== articleEntry)?.start ?? size;
}

function provenArticle(bytes: Buffer, part: Part | null): Article | null {
  if (part === null || part.bytes === 0 || part.bytes > bytes.length) return null;
  const text = bytes.subarray(0, part.bytes);
  if (crc32(text) !== part.crc) return null;
  const article = parseArticle(text.toString(), "");
  return article.ok ? article.value : null;
}

async function pageText(handle: FileHandle, parts: readonly Part[]): Promise<Text | null> {
  const part = parts.find(({ name }) => name === pageEntry);
  if (part === undefined) return null;
  const end = Math.min(part.end, part.start + maxPageBytes);
  const stored = await readRange(handle, part.start, Math.max(0, end - part.start));
  const bytes = part.isDeflated ? await inflated(stored, maxPageBytes) : stored;
  const blocks = pageBlocks(new TextDecoder().decode(bytes));
  if (blocks.length === 0) return null;
  const facts = { id: null, metadata: emptyMetadata, isMetadataWhole: false };
  return { ...facts, blocks, broken: 0, isCut: false, proven: null, isPage: true };
}

/** What can be unpacked of the beginning, at most `maxBytes`. */
async function inflated(packed: Buffer, maxBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  const inflate = createInflateRaw({ finishFlush: constants.Z_SYNC_FLUSH });
  try {
    for await (const piece of Readable.from([packed]).pipe(inflate)) {
      pieces.push(piece as Buffer);
      bytes += (piece as Buffer).length;
      if (bytes >= maxBytes) break;
    }
  } catch {
    // Cut or altered from here on, which is what this is for.
  }
  return Buffer.concat(pieces).subarray(0, maxBytes);
}

async function picturesIn(
  handle: FileHandle,
  parts: readonly Part[],
  openAt: (extent: Extent) => ReturnType<MediaSource["open"]>,
  stamp: string,
): Promise<readonly MediaSource[]> {
  const sources = new Map<string, MediaSource>();
  for (const part of parts) {
    const name = mediaOf(part.name);
    if (name === null || sources.has(name) || sources.size >= maxPictures) continue;
    const end = await pictureEnd(handle, part, name);
    if (end === null) continue;
    const bytes = end - part.start;
    const crc = await crcIn(handle, part.start, bytes);
    const extent = { stamp, start: part.start, packedBytes: bytes, bytes, deflated: false };
    sources.set(name, { name, size: bytes, crc, open: () => openAt(extent) });
  }
  return [...sources.values()];
}

function articleFrom(
  text: Text,
  media: readonly MediaSource[],
): Pick<Salvaged, "article" | "lost"> {
  const { content, changed } = mendedStory(text.proven?.content.content ?? text.blocks);
  const article: Article = {
    id: text.id ?? randomUUID(),
    metadata: text.metadata,
    carried: nothingCarried,
    ...text.proven,
    content,
  };
  const kept = new Set(media.map(({ name }) => name));
  const pictures = mediaIn(content).filter((name) => !kept.has(name)).length;
  const isTextProven = text.proven !== null && changed === 0;
  return { article, lost: sentence(text, text.broken + changed, pictures, isTextProven) };
}

function sentence(text: Text, changed: number, pictures: number, isTextProven: boolean): string {
  const missing = [
    ...(text.isPage ? ["all but the plain words"] : []),
    ...(text.isCut ? ["the end of the text"] : []),
    ...(changed > 0 && !text.isPage ? [`the form of ${counted(changed, "block")}`] : []),
    ...(text.isMetadataWhole || text.isPage ? [] : ["some of the details"]),
    ...(pictures > 0 ? [counted(pictures, "picture")] : []),
  ];
  if (missing.length > 0) return `What could not be saved: ${listed(missing)}.`;
  return isTextProven
    ? "Nothing of the story is lost."
    : "All of the story could be read, but single letters may have changed.";
}

function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
