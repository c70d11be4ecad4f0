import { constants } from "node:fs";
import { dirname } from "node:path";
import { nodeDisk, type Disk } from "./disk";
import { hasCode, isSystemError } from "./failure";

/**
 * Whether the file at `path`, its folder or its disk takes no writing. A place that cannot be asked,
 * one that is gone for instance, is left to the save, which knows more to say about it.
 */
export async function isReadOnly(path: string, disk: Disk = nodeDisk): Promise<boolean> {
  try {
    await disk.access(path, constants.W_OK);
    await disk.access(dirname(path), constants.W_OK | constants.X_OK);
    return false;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return hasCode(error, "EACCES", "EPERM", "EROFS");
  }
}
