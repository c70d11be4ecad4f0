// The media pool: a folder of the profile where pictures wait, each under the name of its content, until
// a save copies them into a story; a recovered text finds them there as well.

import { createHash } from "node:crypto";
import { join } from "node:path";
import {
  isMediaName,
  maxPictureBytes,
  maxPicturePixels,
  type MediaName,
  type Picture,
} from "../../article/media";
import type { Result } from "../../article/result";
import { sha256 } from "./checksum";
import {
  crcIn,
  hashFile,
  nodeDisk,
  openRegular,
  piecesOf,
  readBounded,
  statOrNull,
  type Disk,
} from "./disk";
import { attempt, hasCode, Refusal, refuse } from "./failure";
import { pictureKind, pixelSize } from "./picture-size";
import { Queue } from "./queue";
import { makeFolder, replaceFile, type Replacement } from "./replace";
import { setAside, tryTo } from "./set-aside";
import { sweepTemps } from "./temps";
import type { MediaSource, PictureSource } from "./write-story";

/** Takes a picture in, told by its bytes and never by its name; `name` is only for the message. */
export function takePicture(
  pool: string,
  bytes: Uint8Array,
  name: string,
  disk: Disk = nodeDisk,
): Promise<Result<Picture>> {
  return attempt(name, "keep", async () => {
    if (bytes.length > maxPictureBytes) {
      refuse(
        "tooLarge",
        name,
        `“${name}” is larger than 50 MB. Make it smaller and insert it again.`,
      );
    }
    const found = pictureKind(bytes);
    if (found === null || "refused" in found) {
      const what = found?.refused ?? "not a picture that Stet can show";
      const reason = `“${name}” is ${what}. Save it as JPEG or PNG in a picture program and insert that.`;
      return refuse("picture", name, reason);
    }
    const size = pixelSize(bytes, found.kind);
    if (size === null) {
      refuse(
        "picture",
        name,
        `“${name}” is cut short or altered. Fetch it again, or save it anew in a picture program.`,
      );
    }
    if (size.widthPx * size.heightPx > maxPicturePixels) {
      refuse(
        "tooLarge",
        name,
        `“${name}” has more than 100 megapixels. Make it smaller and insert it again.`,
      );
    }
    const media = `${sha256(bytes)}.${found.kind}`;
    await putIn(pool, media, { bytes: [bytes], old: null }, disk);
    return { media, ...size };
  });
}

/** Takes in piece by piece what a story holds; “damaged” if its bytes are not what its name says. */
export function poolPicture(
  pool: string,
  { name, open }: PictureSource,
  disk: Disk = nodeDisk,
): Promise<Result<null>> {
  const hash = createHash("sha256");
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const piece of await open()) {
      hash.update(piece);
      yield piece;
    }
  }
  const beforeRename = async (): Promise<void> => {
    const reason = "A picture of an earlier version is altered and was not kept.";
    if (!name.startsWith(hash.digest("hex"))) refuse("damaged", name, reason);
  };
  return attempt(name, "keep", async () => {
    await putIn(pool, name, { bytes: hashed(), old: null, beforeRename }, disk);
    return null;
  });
}

/** A pooled picture for the next `saveStory`. */
export function poolSource(
  pool: string,
  name: MediaName,
  disk: Disk = nodeDisk,
): Promise<Result<MediaSource>> {
  return attempt(name, "read", async () => {
    const path = pathIn(pool, name);
    if ((await statOrNull(path, disk)) === null) {
      refuse("missing", name, "This picture is not kept any more. Insert it again.");
    }
    const { handle, stat } = await openRegular(path, disk);
    const size = Number(stat.size);
    const crc = await crcIn(handle, 0, size).finally(() => handle.close());
    return { name, size, crc, open: async () => pooledPieces(path, disk) };
  });
}

async function* pooledPieces(path: string, disk: Disk): AsyncGenerator<Uint8Array> {
  const { handle, stat } = await openRegular(path, disk);
  try {
    yield* piecesOf(handle, 0, Number(stat.size));
  } finally {
    await handle.close();
  }
}

/** A pooled picture's bytes, which are what its name says. */
export function readPooled(
  pool: string,
  name: MediaName,
  disk: Disk = nodeDisk,
): Promise<Result<Uint8Array>> {
  return attempt(name, "read", async () => {
    const bytes = await readBounded(pathIn(pool, name), maxPictureBytes, disk);
    if (bytes === null || !name.startsWith(sha256(bytes))) {
      refuse("damaged", name, "This picture is altered on the disk. Insert it again.");
    }
    return bytes;
  });
}

/**
 * Deletes the pictures that lie there now and that no name in `keep` asks for, and what a killed process
 * left. What this run takes in stays: it is not in any text on the disk yet. What stands in the pool's
 * place and is no folder is set aside. Never fails, and deletes nothing if `keep` does: a picture too
 * many does no harm.
 */
export async function sweepPool(
  pool: string,
  keep: () => Promise<Iterable<MediaName>>,
  disk: Disk = nodeDisk,
): Promise<void> {
  const stat = await statOrNull(pool, disk).catch(() => null);
  if (stat?.isDirectory() === false) return setAside(pool, disk);
  await sweepTemps(pool, disk);
  // Asked also where there is no pool: who answers sweeps what it has itself.
  const wanted = await keep().catch(() => null);
  if (wanted === null) return;
  const kept = new Set(wanted);
  await tryTo(async () => {
    const names = (await disk.readdir(pool)).filter(isMediaName);
    for (const path of names.filter((name) => !kept.has(name)).map((name) => pathIn(pool, name))) {
      await turns.run(path, () =>
        tryTo(async () => {
          if (!taken.has(path)) await disk.unlink(path);
        }),
      );
    }
  });
}

/** A picture is taken in or swept, one after the other. */
const turns = new Queue();
/** The paths of what this run took in. */
const taken = new Set<string>();

async function putIn(
  pool: string,
  media: MediaName,
  picture: Replacement,
  disk: Disk,
): Promise<void> {
  await makeFolder(pool, disk);
  const path = pathIn(pool, media);
  await turns.run(path, async () => {
    taken.add(path);
    if (await isThere(pool, media, disk)) return;
    await replaceFile(path, picture, disk);
  });
}

/** Looks at the bytes, not only at the name: a disk may have lost them since. */
async function isThere(pool: string, media: MediaName, disk: Disk): Promise<boolean> {
  try {
    return media.startsWith(await hashFile(pathIn(pool, media), disk));
  } catch (error) {
    if (error instanceof Refusal || hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

/** A name that reaches this place with a path in it is a bug of the caller. */
function pathIn(pool: string, name: MediaName): string {
  if (!isMediaName(name)) throw new Error(`not a media name: ${JSON.stringify(name)}`);
  return join(pool, name);
}
