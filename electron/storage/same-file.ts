import { nodeDisk, statOrNull, type Disk } from "./disk";
import { isSystemError } from "./failure";

/**
 * Whether two paths lead to one file, by a hard link or another spelling of its name as well. False
 * where either cannot be looked at.
 */
export async function isSameFile(one: string, other: string, disk = nodeDisk): Promise<boolean> {
  if (one === other) return true;
  const [a, b] = await Promise.all([lookAt(one, disk), lookAt(other, disk)]);
  // Some network disks number no files: there is nothing to tell them by then.
  return a !== null && b !== null && a.ino !== 0n && a.ino === b.ino && a.dev === b.dev;
}

async function lookAt(path: string, disk: Disk): ReturnType<typeof statOrNull> {
  try {
    return await statOrNull(path, disk);
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}
