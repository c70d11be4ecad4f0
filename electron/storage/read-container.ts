// Opens a story's zip and reads entries out of it. yauzl finds its way in the directory; what the
// directory, the local headers and the bytes claim is held against each other here.

import type { BigIntStats } from "node:fs";
import { basename } from "node:path";
import { crc32, inflateRawSync } from "node:zlib";
import { fromRandomAccessReaderPromise, type Entry, type ZipFile } from "yauzl";
import { articleMimeType } from "../../article/format";
import { entryFault, isDeflated, maxEntries, maxInflatedBytes, mimetypeEntry } from "./container";
import { crcIn, openRegular, readRange, stampOf, type Disk, type FileHandle } from "./disk";
import { isSystemError, Refusal, refuse } from "./failure";
import { HandleReader } from "./handle-reader";

/** Encrypted, sizes after the bytes, UTF-8 name. The others only tell how hard a packer tried. */
const tellingFlags = 0x809;

/** Where an entry's bytes lie, as long as the file keeps its `stamp`. */
export interface Extent {
  readonly stamp: string;
  readonly start: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly deflated: boolean;
}

export interface Container {
  /** Of the whole file. */
  readonly bytes: number;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Refuses an entry whose local header says something else than the directory. */
  locate(entry: Entry): Promise<Extent>;
  /** The entry's bytes, their size and CRC checked. */
  read(entry: Entry): Promise<Buffer>;
  /** The CRC that a stored entry's bytes have, whatever the directory says; holds no more than a piece. */
  sum(entry: Entry): Promise<number>;
}

/** Opens the container at `path` for as long as `use` runs. Throws Refusals; never writes. */
export async function withContainer<T>(
  path: string,
  disk: Disk,
  use: (container: Container) => Promise<T>,
): Promise<T> {
  const { handle, stat } = await openRegular(path, disk);
  try {
    return await inContainer({ handle, stat, file: basename(path) }, use);
  } finally {
    await handle.close();
  }
}

/** A regular file that somebody else opened and will close; `file` names it in messages. */
export interface OpenedFile {
  readonly handle: FileHandle;
  readonly stat: BigIntStats;
  readonly file: string;
}

/** The same in a file that is open: it may have lost its name since. */
export async function inContainer<T>(
  { handle, stat, file }: OpenedFile,
  use: (container: Container) => Promise<T>,
): Promise<T> {
  const zip = await openZip(handle, Number(stat.size), file);
  const container = containerIn(zip.file, zip.entries, { handle, stat, file });
  // The type comes first: of another program's zip there is nothing more to say than that.
  const mimetype = zip.entries.get(mimetypeEntry);
  if (mimetype === undefined || entryFault(mimetype) !== null) {
    return zip.isOurs ? refuseDamaged(file, "it is cut short or altered") : refuseForeign(file);
  }
  const type = await container.read(mimetype);
  if (type.toString("latin1") !== articleMimeType) refuseForeign(file);
  for (const entry of zip.entries.values()) {
    const fault = entryFault(entry);
    if (fault?.kind === "damaged") refuseDamaged(file, fault.why);
    if (fault !== null) refuse("tooLarge", file, `“${file}” cannot be opened: ${fault.why}.`);
  }
  return use(container);
}

export function refuseDamaged(file: string, why: string): never {
  refuse("damaged", file, `The story in “${file}” is damaged: ${why}.`);
}

function refuseForeign(file: string): never {
  refuse("foreign", file, `“${file}” is not a Stet story.`);
}

interface OpenedZip {
  readonly file: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
  /** By its first bytes, whatever its directory says. */
  readonly isOurs: boolean;
}

async function openZip(handle: FileHandle, size: number, file: string): Promise<OpenedZip> {
  const entries = new Map<string, Entry>();
  const isOurs = await startsAsStory(handle, size);
  const blame = (why: string): never => (isOurs ? refuseDamaged(file, why) : refuseForeign(file));
  try {
    const reader = await HandleReader.over(handle, size);
    const options = { autoClose: false, strictFileNames: true };
    const zip = await fromRandomAccessReaderPromise(reader, size, options);
    let inflated = 0;
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) blame("it holds the same part twice");
      if (isDeflated(entry)) inflated += entry.uncompressedSize;
      if (entries.size >= maxEntries) blame("it holds too many parts");
      if (inflated > maxInflatedBytes) blame("it would unpack to more than 4 GB");
      entries.set(entry.fileName, entry);
    }
    return { file: zip, entries, isOurs };
  } catch (error) {
    if (error instanceof Refusal || isSystemError(error)) throw error;
    return blame("it is cut short or altered");
  }
}

/** A story that we wrote is known by its first bytes, so that a cut one is not called foreign. */
async function startsAsStory(handle: FileHandle, size: number): Promise<boolean> {
  const nameStart = 30;
  const expected = mimetypeEntry + articleMimeType;
  const start = await readRange(handle, 0, Math.min(size, nameStart + expected.length));
  const isZip = "PK\u0003\u0004".startsWith(start.toString("latin1", 0, 4));
  return isZip && expected.startsWith(start.toString("latin1", nameStart));
}

function containerIn(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  { handle, stat, file }: OpenedFile,
): Container {
  const stamp = stampOf(stat);

  async function locate(entry: Entry): Promise<Extent> {
    const header = await orDamaged(file, () => zip.readLocalFileHeaderPromise(entry));
    const agree =
      header.fileName.equals(entry.fileNameRaw) &&
      header.compressionMethod === entry.compressionMethod &&
      (header.generalPurposeBitFlag & tellingFlags) ===
        (entry.generalPurposeBitFlag & tellingFlags) &&
      sameOrLater(header.crc32, entry.crc32, entry) &&
      sameOrLater(header.compressedSize, entry.compressedSize, entry) &&
      sameOrLater(header.uncompressedSize, entry.uncompressedSize, entry);
    if (!agree) refuseDamaged(file, `its directory and ${entry.fileName} contradict each other`);
    return {
      stamp,
      start: header.fileDataStart,
      packedBytes: entry.compressedSize,
      bytes: entry.uncompressedSize,
      deflated: isDeflated(entry),
    };
  }

  async function read(entry: Entry): Promise<Buffer> {
    const extent = await locate(entry);
    // Both lengths are capped by `entryFault`, so a lie costs no more memory than the truth may.
    const packed = await readRange(handle, extent.start, extent.packedBytes);
    const bytes = extent.deflated
      ? await orDamaged(file, () => inflateRawSync(packed, { maxOutputLength: extent.bytes + 1 }))
      : packed;
    if (bytes.length !== extent.bytes || crc32(bytes) !== entry.crc32) {
      refuseDamaged(file, `${entry.fileName} is altered (its checksum does not match)`);
    }
    return bytes;
  }

  async function sum(entry: Entry): Promise<number> {
    const { start, packedBytes } = await locate(entry);
    return crcIn(handle, start, packedBytes);
  }

  return { bytes: Number(stat.size), entries, locate, read, sum };
}

/** Bit 3: the value follows the bytes, the header has 0. All ones: it stands in a zip64 field. */
function sameOrLater(inHeader: number, inDirectory: number, entry: Entry): boolean {
  const follows = (entry.generalPurposeBitFlag & 8) !== 0 && inHeader === 0;
  return inHeader === inDirectory || follows || inHeader === 0xffffffff;
}

async function orDamaged<T>(file: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal || isSystemError(error)) throw error;
    return refuseDamaged(file, "it is cut short or altered");
  }
}
