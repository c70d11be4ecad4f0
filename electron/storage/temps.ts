// Our temps tell in their name whose they are: `.stet-<host>-<pid>-<random>.tmp`. So what a killed
// process left goes at the next start, however young, and another machine's work on a shared disk stays.

import { createHash, randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { nodeDisk, type Disk } from "./disk";
import { hasCode, isSystemError } from "./failure";
import { tryTo } from "./set-aside";

const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const tempPattern = /^\.stet-([0-9a-f]{8})-([0-9]{1,10})-[0-9a-f]{16}\.tmp$/;
const dayMs = 24 * 60 * 60 * 1000;

/** Those of this process that are neither renamed nor removed yet. */
const open = new Set<string>();

/** A new name in the same folder, short whatever the file's own name is. */
export function tempPath(path: string): string {
  const random = randomBytes(8).toString("hex");
  return join(dirname(path), `.stet-${host}-${process.pid}-${random}.tmp`);
}

export function openTemp(temp: string): void {
  open.add(temp);
}

export function closeTemp(temp: string): void {
  open.delete(temp);
}

/** For a process that ends at once: what is still being written goes, what was renamed stays. */
export function removeOpenTemps(): void {
  for (const temp of open) {
    try {
      rmSync(temp, { force: true });
    } catch (error) {
      // `sweepTemps` gets it at the next start.
      if (!isSystemError(error)) throw error;
    }
  }
}

/**
 * Removes the temps in `folder` whose process on this machine is gone, and any that is more than a day
 * old (its process number may be in use again, or its machine gone). A folder that cannot be read is
 * left alone: nothing here is worth a message.
 */
export async function sweepTemps(folder: string, disk: Disk = nodeDisk): Promise<void> {
  await tryTo(async () => {
    for (const name of await disk.readdir(folder)) {
      const path = join(folder, name);
      await tryTo(async () => {
        if (await isLeftOver(path, name, disk)) await disk.unlink(path);
      });
    }
  });
}

async function isLeftOver(path: string, name: string, disk: Disk): Promise<boolean> {
  const parts = tempPattern.exec(name);
  if (parts === null) return false;
  const { mtimeMs } = await disk.lstat(path);
  if (Date.now() - mtimeMs > dayMs) return true;
  return parts[1] === host && !isRunning(Number(parts[2]));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, "ESRCH");
  }
}
