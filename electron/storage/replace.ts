// One way to put a file in its place: write it beside, make sure of it, rename it over. Whoever reads
// the place, before or after a crash, finds the old bytes or the new ones and never a mix.

import type { BigIntStats } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { lostWrite, nodeDisk, statOrNull, writeAll, type Disk, type FileHandle } from "./disk";
import { hasCode } from "./failure";
import { closeTemp, openTemp, tempPath } from "./temps";

export interface Replacement {
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** What stands there now: the new file takes its mode and owner. Null if nothing does. */
  readonly old: BigIntStats | null;
  /** The last moment to refuse (by throwing): `temp` is complete, on the disk and closed. */
  readonly beforeRename?: (temp: string) => Promise<void>;
}

/**
 * Resolves to the number of bytes. Throws the system's error, or what `bytes` or `beforeRename` threw; no temp is left then, and up to
 * the rename the old file is untouched.
 */
export async function replaceFile(
  path: string,
  replacement: Replacement,
  disk: Disk = nodeDisk,
): Promise<number> {
  const temp = tempPath(path);
  // A file that takes nobody's place gets what the umask leaves of 0666, as any new file does.
  const handle = await disk.open(temp, "wx", replacement.old === null ? 0o666 : 0o600);
  openTemp(temp);
  let written: number;
  try {
    try {
      written = await writePieces(handle, replacement.bytes);
      if (replacement.old !== null) await takeOver(handle, replacement.old);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await replacement.beforeRename?.(temp);
    await renameOver(temp, path, disk);
  } catch (error) {
    await disk.rm(temp, { force: true }).catch(ignoreLeftover);
    throw error;
  } finally {
    closeTemp(temp);
  }
  await syncFolder(dirname(path), disk);
  return written;
}

async function writePieces(handle: FileHandle, pieces: Replacement["bytes"]): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) {
    await writeAll(handle, piece);
    bytes += piece.length;
  }
  const { size } = await handle.stat();
  if (size !== bytes) throw lostWrite(`${size} of ${bytes} bytes arrived`);
  return bytes;
}

async function takeOver(handle: FileHandle, old: BigIntStats): Promise<void> {
  const own = await handle.stat({ bigint: true });
  if (own.uid !== old.uid || own.gid !== old.gid) {
    try {
      await handle.chown(Number(old.uid), Number(old.gid));
    } catch (error) {
      // Only root may give files away. The text is worth more than its owner's name.
      if (!hasCode(error, "EPERM", "EINVAL", "ENOSYS", "ENOTSUP")) throw error;
    }
  }
  try {
    await handle.chmod(Number(old.mode) & 0o777);
  } catch (error) {
    // FAT and some network disks know no modes.
    if (!hasCode(error, "EPERM", "EINVAL", "ENOSYS", "ENOTSUP")) throw error;
  }
}

const renameRetryMs = [50, 100, 200, 400, 800, 1500, 1950];

/** On Windows a virus scanner or a search index may hold the file open for a moment. */
async function renameOver(from: string, to: string, disk: Disk): Promise<void> {
  const pauses = process.platform === "win32" ? renameRetryMs : [];
  for (const pauseMs of pauses) {
    try {
      return await disk.rename(from, to);
    } catch (error) {
      if (!hasCode(error, "EPERM", "EBUSY", "EACCES")) throw error;
      await wait(pauseMs);
    }
  }
  await disk.rename(from, to);
}

/** Without it a power cut undoes finished renames: on ext4 it did so four times out of four. */
export async function syncFolder(folder: string, disk: Disk): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await disk.open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    // Some network and FUSE disks cannot; they promise nothing that we could wait for.
    if (!hasCode(error, "EINVAL", "ENOTSUP", "ENOSYS")) throw error;
  } finally {
    await handle.close();
  }
}

/** Makes a folder of the profile, and those above it, so that no power cut takes them away again. */
export async function makeFolder(path: string, disk: Disk): Promise<void> {
  const first = await makeMissing(path, disk);
  if (first === null) return;
  // Each new folder is known for certain only once the one above it is on the disk.
  for (let made = path; ; made = dirname(made)) {
    await syncParent(made, disk);
    if (made === first || dirname(made) === made) return;
  }
}

/**
 * The highest folder that had to be made, null if all were there. Node's recursive mkdir would say of a
 * disk that is full or read-only that a folder is missing.
 */
async function makeMissing(path: string, disk: Disk): Promise<string | null> {
  try {
    return (await makeOne(path, disk)) ? path : null;
  } catch (error) {
    if (!hasCode(error, "ENOENT") || dirname(path) === path) throw error;
  }
  const first = await makeMissing(dirname(path), disk);
  const isMade = await makeOne(path, disk);
  return first ?? (isMade ? path : null);
}

/** False if somebody made it before. */
async function makeOne(path: string, disk: Disk): Promise<boolean> {
  try {
    await disk.mkdir(path, { mode: 0o700 });
    return true;
  } catch (error) {
    if (hasCode(error, "ENOENT")) throw error;
    const stat = await statOrNull(path, disk).catch(() => null);
    if (stat?.isDirectory() !== true) throw error;
    return false;
  }
}

async function syncParent(path: string, disk: Disk): Promise<void> {
  try {
    await syncFolder(dirname(path), disk);
  } catch (error) {
    // A folder above the profile may be closed to us; it was there before.
    if (!hasCode(error, "EACCES", "EPERM")) throw error;
  }
}

/** `sweepTemps` gets it at the next start; the first error is the one that the writer must hear of. */
function ignoreLeftover(): void {}
