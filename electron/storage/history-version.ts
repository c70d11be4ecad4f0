// One version of a story's text as a file: a header line that tells whether the rest arrived, a line of
// JSON about the version, then its article.json as it is. The file's name has the sha256 of that text,
// so a list needs no more than each file's beginning.

import { join } from "node:path";
import * as v from "valibot";
import { maxArticleBytes } from "../../article/format";
import { versionKinds, type Version, type VersionKind } from "../../article/version";
import { isMediaName, type MediaName } from "../../article/media";
import { sha256 } from "./checksum";
import { openRegular, readBounded, readRange, type Disk } from "./disk";
import { isSystemError, Refusal } from "./failure";

export type { Version, VersionKind };

/** What the history itself wants to know of a version. */
export interface KeptVersion extends Version {
  /** Counts the versions of one story: clocks go wrong, this does not. */
  readonly sequence: number;
  /** When it came here: `time` may be that of a file which lay untouched for years. */
  readonly kept: string;
  /** `time` of the first of the versions that gave it their place one after the other. */
  readonly since: string;
  /** The pictures that it shows. */
  readonly media: readonly MediaName[];
}

const fileEnding = ".version";
const idPattern = /^(\d{8,15})-([0-9a-f]{64})$/;
const headerPattern = /^stet-version 1 (\d{1,15}) ([0-9a-f]{64})$/;
const headerBytes = 200;
/** Header and facts: a thousand pictures' names need less than 80,000. */
const maxHeadBytes = 128 * 1024;

const time = v.pipe(
  v.string(),
  v.check((text) => Number.isFinite(Date.parse(text))),
);
const factsSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    time,
    kept: time,
    since: time,
    kind: v.picklist(versionKinds),
    words: v.number(),
    name: v.string(),
    media: v.array(v.custom<MediaName>(isMediaName)),
  }),
);

export function versionId(sequence: number, textSha256: string): string {
  return `${String(sequence).padStart(8, "0")}-${textSha256}`;
}

/** Null for what names no version, a path above all. */
export function partsOfId(
  id: string,
): { readonly sequence: number; readonly sha256: string } | null {
  const [, sequence, hash] = idPattern.exec(id) ?? [];
  return sequence === undefined || hash === undefined
    ? null
    : { sequence: Number(sequence), sha256: hash };
}

export function fileOf(id: string): string {
  return id + fileEnding;
}

/** The id of the version in a file of that name; null for a file that is none. */
export function idOf(fileName: string): string | null {
  const id = fileName.slice(0, -fileEnding.length);
  return fileName.endsWith(fileEnding) && partsOfId(id) !== null ? id : null;
}

export function encodeVersion(version: KeptVersion, text: string): Buffer {
  const { time, kept, since, kind, words, name, media } = version;
  const facts = Buffer.from(`${JSON.stringify({ time, kept, since, kind, words, name, media })}\n`);
  const body = Buffer.from(text);
  const header = `stet-version 1 ${facts.length + body.length} ${sha256(facts)}\n`;
  return Buffer.concat([Buffer.from(header), facts, body]);
}

/** Reads a file's beginning only. Null when it cannot be read just now, or is gone. */
export async function readVersion(
  folder: string,
  id: string,
  disk: Disk,
): Promise<KeptVersion | "damaged" | null> {
  try {
    const { handle, stat } = await openRegular(join(folder, fileOf(id)), disk);
    try {
      const size = Number(stat.size);
      const head = await readRange(handle, 0, Math.min(size, maxHeadBytes));
      return decodeHead(head, size, id)?.version ?? "damaged";
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Refusal) return "damaged";
    if (!isSystemError(error)) throw error;
    return null;
  }
}

/** A version with its text; null when a byte of it is not as it was written. Throws the system's errors. */
export async function readWhole(
  folder: string,
  id: string,
  disk: Disk,
): Promise<{ readonly version: KeptVersion; readonly text: string } | null> {
  const path = join(folder, fileOf(id));
  const bytes = await readBounded(path, maxHeadBytes + maxArticleBytes, disk);
  const head = bytes && decodeHead(bytes, bytes.length, id);
  if (!head) return null;
  const text = bytes.subarray(head.textAt);
  return sha256(text) === head.version.sha256
    ? { version: head.version, text: text.toString("utf8") }
    : null;
}

/** `size` is the whole file's: one that was cut has not what its header says. */
function decodeHead(
  head: Buffer,
  size: number,
  id: string,
): { readonly version: KeptVersion; readonly textAt: number } | null {
  const parts = partsOfId(id);
  const factsAt = head.subarray(0, headerBytes).indexOf("\n") + 1;
  const textAt = head.indexOf("\n", factsAt) + 1;
  const header = headerPattern.exec(head.toString("latin1", 0, Math.max(factsAt - 1, 0)));
  const factsLine = head.subarray(factsAt, textAt);
  if (
    parts === null ||
    header === null ||
    Number(header[1]) !== size - factsAt ||
    header[2] !== sha256(factsLine)
  ) {
    return null;
  }
  const facts = v.safeParse(factsSchema, factsLine.toString("utf8"));
  return facts.success ? { version: { id, ...parts, ...facts.output }, textAt } : null;
}
