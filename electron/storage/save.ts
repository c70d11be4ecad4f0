// Saving a story: the protocol that docs/format.md describes under “How Stet saves”. Success is
// reported only for bytes that were read back from the disk.

import { basename } from "node:path";
import { maxArticleBytes, parseArticle } from "../../article/format";
import { maxPictureBytes, maxPictures } from "../../article/media";
import type { Failure, Result } from "../../article/result";
import { maxPageBytes } from "./container";
import { nodeDisk, type Disk } from "./disk";
import { attempt, Refusal, refuse } from "./failure";
import { hold, lookAt, nothing, timeOf, type HeldFile, type OldFile } from "./old-file";
import { Queue } from "./queue";
import { fingerprintAt, readsBack } from "./read-story";
import { realPlace } from "./real-place";
import { replaceFile } from "./replace";
import { storyBytes, type PictureSource, type StoryParts } from "./write-story";

export interface SaveOrder extends StoryParts {
  readonly path: string;
  /**
   * The fingerprint of what was opened or last saved there, or `nothing`; null for a place just chosen,
   * where whatever stands may be replaced.
   */
  readonly base: string | null;
  /**
   * Takes the words that the save replaces, and those that another program wrote in the last moment;
   * `time` is when the file that held them was written. No failure of it stops a save.
   */
  readonly keep?: (
    text: string,
    kind: "saved" | "outside",
    time: string,
  ) => Promise<Result<unknown>>;
  /** Takes the pictures that such last words came with and the saved story has not; as `keep`. */
  readonly keepPictures?: (pictures: readonly PictureSource[]) => Promise<Result<unknown>>;
}

export interface Saved {
  /** The `base` of the next save. */
  readonly fingerprint: string;
  /** Where the bytes are: `path` with every link followed. */
  readonly path: string;
  /** Another program wrote into the old file between the last look at it and the rename. */
  readonly slippedIn: boolean;
  /** Why words that went from the file were not kept, or perhaps not; null if they were. */
  readonly historyFailure: Failure | null;
}

export { nothing } from "./old-file";

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
  const before = await lookAt(place, disk);
  const known = [order.base, unacknowledged.get(place)];
  const isOurs = known.includes(before.mark);
  if (order.base !== null && !isOurs) {
    if (before.mark === nothing) refuseGone(file);
    refuseConflict(file);
  }
  const done: Progress = { fingerprint: "", held: null, historyFailure: null };
  const crcs = new Map<string, number>();
  try {
    const bytes = await replaceFile(
      place,
      {
        bytes: storyBytes(order, file, crcs),
        old: before.stat,
        beforeRename: async (temp) => {
          done.fingerprint = await proven(temp, file, disk);
          done.historyFailure = await keepText(order, before, isOurs ? "saved" : "outside");
          done.held = await hold(place, disk);
          if (done.held.mark !== before.mark) refuseConflict(file);
          unacknowledged.set(place, done.fingerprint);
          // Last of all: from here to the rename there is no more than one call.
          if (!(await done.held.isInPlace())) refuseConflict(file);
        },
      },
      disk,
    );
    const { fingerprint } = done;
    if (!(await readsBack(place, { bytes, fingerprint, crcs }, disk))) refuseFailing(file);
    unacknowledged.delete(place);
    return { path: place, fingerprint, ...(await afterwards(order, done)) };
  } finally {
    await done.held?.close();
  }
}

interface Progress {
  fingerprint: string;
  /** What stood there up to the rename, once that is near. */
  held: HeldFile | null;
  historyFailure: Failure | null;
}

/** Null when there is nothing to keep, or nobody to keep it. */
async function keepText(
  { keep }: SaveOrder,
  { text, stat }: OldFile,
  kind: "saved" | "outside",
): Promise<Failure | null> {
  if (keep === undefined || text === null || stat === null) return null;
  const kept = await keep(text, kind, timeOf(stat));
  return kept.ok ? null : kept.failure;
}

/** Looks into the old file, which has lost its name: what another program wrote there is kept. */
async function afterwards(
  { keep, keepPictures, sources }: SaveOrder,
  { held, historyFailure }: Progress,
): Promise<Pick<Saved, "slippedIn" | "historyFailure">> {
  const change = (await held?.change()) ?? { kind: "none" };
  switch (change.kind) {
    case "none":
      return { slippedIn: false, historyFailure };
    case "unknown":
      return { slippedIn: true, historyFailure: change.failure };
    case "story": {
      const text = await keep?.(change.text, "outside", change.time);
      const saved = new Set(sources.map(({ name }) => name));
      const lost = change.pictures.filter(({ name }) => !saved.has(name));
      const pictures = await keepPictures?.(lost);
      const failures = [text, pictures].map((kept) => (kept?.ok === false ? kept.failure : null));
      return {
        slippedIn: true,
        historyFailure: historyFailure ?? failures[0] ?? failures[1] ?? null,
      };
    }
  }
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
