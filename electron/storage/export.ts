// Writes an exported page: HTML in parts, with pictures put in as data or beside it as files. The
// pictures go out without what could give a source away; the story keeps them as they came.

import { constants } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { isMediaName, mediaType, type MediaName, type PagePart } from "../../article/media";
import type { Result } from "../../article/result";
import type { ExportKind } from "../contract";
import { sha256 } from "./checksum";
import { hashFile, kindOf, nodeDisk, statOrNull, type Disk } from "./disk";
import { attempt, hasCode, Refusal, refuse } from "./failure";
import { shortened } from "./paths";
import { withoutTraces } from "./picture-privacy";
import { Untold } from "./privacy/bytes";
import { realPlace } from "./real-place";
import { replaceFile } from "./replace";
import { tryTo } from "./set-aside";

export interface PageOrder {
  readonly path: string;
  readonly kind: ExportKind;
  readonly parts: readonly PagePart[];
  readonly readPicture: (name: MediaName) => Promise<Result<Uint8Array>>;
}

/** The reader's word, since it stands beside the page in the reader's folder. */
const folderSuffix = "-pictures";

/**
 * Resolves to the paths that were written, the page last; pictures that were there already, byte for
 * byte, are not among them. On failure the page's place is as it was and the pictures just written go.
 */
export function writePage(
  order: PageOrder,
  disk: Disk = nodeDisk,
): Promise<Result<readonly string[]>> {
  return attempt(basename(order.path), "write", () =>
    order.kind === "page" ? writeWhole(order, disk) : writeWithFolder(order, disk),
  );
}

async function writeWhole(order: PageOrder, disk: Disk): Promise<readonly string[]> {
  await place(order.path, pieces(order, dataUrl), disk);
  return [order.path];

  async function dataUrl(name: MediaName): Promise<string> {
    const bytes = Buffer.from(await pictureBytes(order, name));
    return `data:${mediaType(name)};base64,${bytes.toString("base64")}`;
  }
}

async function writeWithFolder(order: PageOrder, disk: Disk): Promise<readonly string[]> {
  const folderName = picturesFolder(order.path);
  const folder = join(dirname(order.path), folderName);
  const names = picturesOf(order);
  const written: string[] = [];
  const isNew = names.size > 0 && (await makeFolder(folder, disk));
  try {
    for (const name of names) {
      const bytes = await pictureBytes(order, name);
      const path = join(folder, name);
      if (await holds(path, bytes, disk)) continue;
      await place(path, [bytes], disk);
      written.push(path);
    }
    const url = (name: MediaName): string => `${urlPart(folderName)}/${name}`;
    await place(order.path, pieces(order, url), disk);
  } catch (error) {
    for (const path of written) await tryTo(() => disk.unlink(path));
    if (isNew) await tryTo(() => disk.rmdir(folder));
    throw error;
  }
  return [...written, order.path];
}

/** Named after the page; a lone surrogate, which no URL can carry, becomes an underscore. */
export function picturesFolder(page: string): string {
  const base = basename(page, extname(page)).replace(/\p{Cs}/gu, "_");
  return shortened(base, 255 - folderSuffix.length) + folderSuffix;
}

/** A file name as one part of a relative URL, fit for an attribute in either kind of quotes. */
export function urlPart(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*!~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

async function* pieces(
  order: PageOrder,
  url: (name: MediaName) => string | Promise<string>,
): AsyncGenerator<Uint8Array> {
  for (const part of order.parts) {
    yield Buffer.from(typeof part === "string" ? part : await url(part.picture));
  }
}

function picturesOf({ parts }: PageOrder): ReadonlySet<MediaName> {
  return new Set(parts.flatMap((part) => (typeof part === "string" ? [] : part.picture)));
}

async function pictureBytes(order: PageOrder, name: MediaName): Promise<Uint8Array> {
  if (!isMediaName(name)) throw new Error(`not a media name: ${JSON.stringify(name)}`);
  const bytes = await order.readPicture(name);
  if (!bytes.ok) throw new Refusal(bytes.failure);
  try {
    return withoutTraces(bytes.value);
  } catch (error) {
    if (!(error instanceof Untold)) throw error;
    const number = [...picturesOf(order)].indexOf(name) + 1;
    const reason = `Nothing was exported: picture ${number} of the story (${name.slice(0, 8)}…) is ${error.why}, so that Stet cannot take out where and with what it was made. Save it anew in a picture program and insert that.`;
    return refuse("picture", name, reason);
  }
}

async function place(
  path: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  disk: Disk,
): Promise<void> {
  // As a save does: through a link to what it points to, and never over a write-protected file.
  const target = await realPlace(path, disk);
  const old = await statOrNull(target, disk);
  if (old !== null) {
    const file = basename(path);
    if (!old.isFile()) {
      refuse("unwritable", file, `“${file}” is ${kindOf(old)}. Choose another name.`);
    }
    await disk.access(target, constants.W_OK);
  }
  await replaceFile(target, { bytes, old }, disk);
}

/** True if it was not there before: only then may a failure take it away again. */
async function makeFolder(folder: string, disk: Disk): Promise<boolean> {
  try {
    await disk.mkdir(folder);
    return true;
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  }
  const stat = await disk.stat(folder);
  if (!stat.isDirectory()) {
    const file = basename(folder);
    refuse(
      "unwritable",
      file,
      `A file named “${file}” stands where the pictures are to go. Rename it.`,
    );
  }
  return false;
}

/** What cannot be looked at counts as different: writing it will tell why. */
async function holds(path: string, bytes: Uint8Array, disk: Disk): Promise<boolean> {
  try {
    return (await hashFile(path, disk)) === sha256(bytes);
  } catch (error) {
    if (error instanceof Refusal || hasCode(error, "ENOENT", "EACCES", "EPERM")) return false;
    throw error;
  }
}
