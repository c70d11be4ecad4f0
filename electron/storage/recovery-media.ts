// The pictures of all recovery copies, also of those that wait for a newer Stet or were set aside. Such
// a copy cannot be parsed, so their names are looked for in its bytes.

import { join } from "node:path";
import { mediaNamesIn, type MediaName } from "../../article/media";
import { nodeDisk, openRegular, piecesOf, type Disk } from "./disk";
import { hasCode, Refusal } from "./failure";
import { maxSlotBytes } from "./recovery-slot";

/** Longer than any name of a picture, one of which two pieces may share. */
const overlap = 128;

/** Rejects when something cannot be read just now: its pictures are not known then. */
export async function mediaInCopies(
  profile: string,
  disk: Disk = nodeDisk,
): Promise<readonly MediaName[]> {
  const root = join(profile, "recovery");
  const names = new Set<MediaName>();
  for (const folder of await namesIn(root, disk)) {
    for (const file of await namesIn(join(root, folder), disk)) {
      for (const name of await mediaInFile(join(root, folder, file), disk)) names.add(name);
    }
  }
  return [...names];
}

/** None for what is no file. Of a larger file than any copy of ours the beginning is enough. */
async function mediaInFile(path: string, disk: Disk): Promise<readonly MediaName[]> {
  const opened = await openRegular(path, disk).catch(gone);
  if (opened === null) return [];
  const found: MediaName[] = [];
  let end = "";
  try {
    for await (const piece of piecesOf(opened.handle, 0, maxSlotBytes)) {
      const text =
        end + Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString("latin1");
      found.push(...mediaNamesIn(text));
      end = text.slice(-overlap);
    }
  } finally {
    await opened.handle.close();
  }
  return found;
}

/** Empty for what is no folder. */
async function namesIn(folder: string, disk: Disk): Promise<readonly string[]> {
  return (await disk.readdir(folder).catch(gone)) ?? [];
}

/** For what went meanwhile, or is something else than a copy has. */
function gone(error: unknown): null {
  if (error instanceof Refusal || hasCode(error, "ENOENT", "ENOTDIR")) return null;
  throw error;
}
