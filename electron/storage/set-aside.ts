import type { Disk } from "./disk";
import { isSystemError } from "./failure";

/**
 * Renames what cannot be read to `<name>.damaged-<n>`: kept for whoever can make something of it, and
 * out of the way of the next start. If even that fails, it stays and is found damaged again.
 */
export async function setAside(path: string, disk: Disk): Promise<void> {
  for (let n = 1; n <= 1000; n += 1) {
    const place = `${path}.damaged-${n}`;
    if (!(await isFree(place, disk))) continue;
    return tryTo(() => disk.rename(path, place));
  }
}

/** For what may fail without a word, because nothing of the writer's hangs on it. */
export async function tryTo(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}

async function isFree(path: string, disk: Disk): Promise<boolean> {
  try {
    await disk.lstat(path);
    return false;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return true;
  }
}
