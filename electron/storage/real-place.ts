import { basename, dirname, join, resolve } from "node:path";
import type { Disk } from "./disk";
import { hasCode } from "./failure";

const maxHops = 40;

/**
 * Where writing to `path` has to end: every link followed, also one whose target is gone, so that the
 * link itself is never replaced. Throws ENOENT if the folder is missing.
 */
export async function realPlace(path: string, disk: Disk, hops = 0): Promise<string> {
  try {
    return await disk.realpath(path);
  } catch (error) {
    if (!hasCode(error, "ENOENT") || hops > maxHops) throw error;
  }
  const folder = await disk.realpath(dirname(path));
  const place = join(folder, basename(path));
  const target = await linkTarget(place, disk);
  return target === null ? place : realPlace(resolve(folder, target), disk, hops + 1);
}

/** Null when `path` is nothing or no link. */
async function linkTarget(path: string, disk: Disk): Promise<string | null> {
  try {
    return await disk.readlink(path);
  } catch (error) {
    if (hasCode(error, "ENOENT", "EINVAL")) return null;
    throw error;
  }
}
