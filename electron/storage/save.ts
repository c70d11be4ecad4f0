// Saving a story: the protocol that docs/format.md describes under “How Stet saves”. Success is
// reported only for bytes that were read back from the disk.

import { constants, type BigIntStats } from "node:fs";
import { basename } from "node:path";
import { maxArticleBytes, parseArticle } from "../../article/format";
import { maxPictureBytes, maxPictures } from "../../article/media";
import type { Result } from "../../article/result";
import { maxPageBytes } from "./container";
import { hashFile, kindOf, nodeDisk, stampOf, statOrNull, type Disk } from "./disk";
import { attempt, Refusal, refuse } from "./failure";
import { Queue } from "./queue";
import { fingerprintAt } from "./read-story";
import { realPlace } from "./real-place";
import { replaceFile } from "./replace";
import { storyBytes, type StoryParts } from "./write-story";

export interface SaveOrder extends StoryParts {
  readonly path: string;
  /**
   * The fingerprint of what was opened or last saved there, or `nothing`; null for a place just chosen,
   * where whatever stands may be replaced.
   */
  readonly base: string | null;
}

/** The fingerprint of a place where no file is. */
export const nothing = "";

export interface Saved {
  /** The `base` of the next save. */
  readonly fingerprint: string;
  /** Where the bytes are: `path` with every link followed. */
  readonly path: string;
}

/** By the path as given, so that one window's saves stay in order while their links are followed. */
const byPath = new Queue();
const byPlace = new Queue();

/**
 * Our own text at a place whose save failed after the rename (the folder could not be synced, say).
 * The next save finds it instead of its base and must not call it somebody else's change.
 */
const unacknowledged = new Map<string, string>();

/**
 * Up to the rename every failure leaves the old file as it was. A base that does not match what stands
 * there gives “conflict”, or “gone” where nothing does: the writer may have moved the file.
 */
export function saveStory(order: SaveOrder, disk: Disk = nodeDisk): Promise<Result<Saved>> {
  const file = basename(order.path);
  return attempt(file, "write", async () => {
    refuseUnopenable(order, file);
    return byPath.run(order.path, async () => {
      const place = await realPlace(order.path, disk);
      return byPlace.run(place, () => saveAt(place, order, disk));
    });
  });
}

async function saveAt(place: string, order: SaveOrder, disk: Disk): Promise<Saved> {
  const file = basename(place);
  const before = await stateOf(place, disk);
  const known = [order.base, unacknowledged.get(place)];
  if (order.base !== null && !known.includes(before.mark)) {
    if (before.mark === nothing) refuseGone(file);
    refuseConflict(file);
  }
  let fingerprint = "";
  const written = await replaceFile(
    place,
    {
      bytes: storyBytes(order, file),
      old: before.stat,
      beforeRename: async (temp) => {
        fingerprint = await proven(temp, file, disk);
        const now = await stateOf(place, disk);
        if (now.mark !== before.mark) refuseConflict(file);
        unacknowledged.set(place, fingerprint);
      },
    },
    disk,
  );
  if ((await hashFile(place, disk)) !== written.sha256) refuseFailing(file);
  unacknowledged.delete(place);
  return { fingerprint, path: place };
}

/** Reads what was written as a reader would: a good file is never replaced by one that does not open. */
async function proven(temp: string, file: string, disk: Disk): Promise<string> {
  try {
    return await fingerprintAt(temp, disk);
  } catch (error) {
    if (error instanceof Refusal) refuseFailing(file);
    throw error;
  }
}

interface State {
  /** Null when nothing stands there. */
  readonly stat: BigIntStats | null;
  /** The fingerprint of a story, the stamp of any other file. */
  readonly mark: string;
}

async function stateOf(place: string, disk: Disk): Promise<State> {
  const stat = await statOrNull(place, disk);
  if (stat === null) return { stat, mark: nothing };
  if (!stat.isFile()) {
    const file = basename(place);
    refuse("unwritable", file, `“${file}” is now ${kindOf(stat)}. Save under another name.`);
  }
  // The rename asks the folder only, so it would replace a file that its owner has write-protected.
  await disk.access(place, constants.W_OK);
  try {
    return { stat, mark: await fingerprintAt(place, disk) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { stat, mark: stampOf(stat) };
  }
}

/** What we would not open again must not replace what we can. */
function refuseUnopenable(order: SaveOrder, file: string): void {
  const tooLarge = (what: string): never =>
    refuse("tooLarge", file, `“${file}” was not saved: ${what}. Divide the story into several.`);
  if (Buffer.byteLength(order.text) > maxArticleBytes) tooLarge("its text is larger than 32 MB");
  if (Buffer.byteLength(order.html) > maxPageBytes) tooLarge("its page is larger than 64 MB");
  if (order.sources.length > maxPictures) tooLarge(`it has more than ${maxPictures} pictures`);
  if (order.sources.some(({ size }) => size > maxPictureBytes)) {
    tooLarge("one of its pictures is larger than 50 MB");
  }
  const article = parseArticle(order.text, file);
  if (!article.ok) throw new Refusal(article.failure);
}

function refuseFailing(file: string): never {
  refuse(
    "unwritable",
    file,
    `“${file}” does not read back as it was written: the disk may be failing. Save on another disk.`,
  );
}

function refuseGone(file: string): never {
  refuse("gone", file, `“${file}” is not where it was: it was moved, renamed or deleted.`);
}

function refuseConflict(file: string): never {
  refuse(
    "conflict",
    file,
    `“${file}” was changed by another program since it was opened. Save under another name to keep both.`,
  );
}
