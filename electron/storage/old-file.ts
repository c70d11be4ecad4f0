// The file that a save replaces. It is held open through the rename: what another program writes into
// it after the last look can be read there although its name is gone.

import { constants, type BigIntStats } from "node:fs";
import { basename } from "node:path";
import type { Failure } from "../../article/result";
import { kindOf, openRegular, stampOf, statOrNull, type Disk, type FileHandle } from "./disk";
import { attempt, Refusal, refuse } from "./failure";
import { picturesIn, stateIn } from "./read-story";
import type { PictureSource } from "./write-story";

/** The mark of a place where no file is. */
export const nothing = "";

export interface OldFile {
  /** Null when nothing stands there. */
  readonly stat: BigIntStats | null;
  /** The fingerprint of a story, the stamp of any other file. */
  readonly mark: string;
  /** article.json; null when no readable story stands there. */
  readonly text: string | null;
}

/** One that stands there, or did when it was opened. */
export interface FoundFile extends OldFile {
  readonly stat: BigIntStats;
}

export interface HeldFile extends OldFile {
  /** Whether its place is still its own. */
  isInPlace(): Promise<boolean>;
  /** What was written into it since it was read. */
  change(): Promise<Change>;
  close(): Promise<void>;
}

export type Change =
  | { readonly kind: "none" }
  | {
      readonly kind: "story";
      readonly text: string;
      readonly time: string;
      /** What the file holds beside its text, to be read until it is closed. */
      readonly pictures: readonly PictureSource[];
    }
  | { readonly kind: "unknown"; readonly failure: Failure };

/** Windows renames nothing over a file that is open, not even over one opened to be shared. */
const canHold = process.platform !== "win32";

export async function lookAt(place: string, disk: Disk): Promise<OldFile> {
  const held = await hold(place, disk);
  await held.close();
  return held;
}

/** Reads the file at `place` and leaves it open. Refuses what no save may replace. */
export async function hold(place: string, disk: Disk): Promise<HeldFile> {
  const file = basename(place);
  const stat = await statOrNull(place, disk);
  if (stat === null) return heldPlace(place, disk);
  if (!stat.isFile()) {
    refuse("unwritable", file, `“${file}” is now ${kindOf(stat)}. Save under another name.`);
  }
  // The rename asks the folder only, so it would replace a file that its owner has write-protected.
  await disk.access(place, constants.W_OK);
  const opened = await openRegular(place, disk);
  try {
    const old = await read(opened.handle, opened.stat, file);
    if (!canHold) await opened.handle.close();
    return heldIn(place, old, opened.handle, disk);
  } catch (error) {
    await opened.handle.close();
    throw error;
  }
}

/** ISO 8601: when the file was last written, as its disk has it. */
export function timeOf(stat: BigIntStats): string {
  const lastMs = 8_640_000_000_000_000;
  return new Date(Math.max(-lastMs, Math.min(lastMs, Number(stat.mtimeMs)))).toISOString();
}

async function read(handle: FileHandle, stat: BigIntStats, file: string): Promise<FoundFile> {
  try {
    const { fingerprint, text } = await stateIn({ handle, stat, file });
    return { stat, mark: fingerprint, text };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { stat, mark: stampOf(stat), text: null };
  }
}

/** Reads again what was being written while it was read, but not for ever. */
export async function readAtRest(handle: FileHandle, file: string): Promise<FoundFile> {
  let stat = await handle.stat({ bigint: true });
  for (let tries = 1; ; tries += 1) {
    const found = await read(handle, stat, file);
    stat = await handle.stat({ bigint: true });
    if (stampOf(stat) === stampOf(found.stat) || tries === 5) return found;
  }
}

function heldIn(place: string, old: FoundFile, handle: FileHandle, disk: Disk): HeldFile {
  return {
    ...old,
    async isInPlace() {
      const now = await statOrNull(place, disk);
      return now !== null && now.dev === old.stat.dev && now.ino === old.stat.ino;
    },
    async change() {
      // Of what was no story, the writer chose the place, knowing that it goes.
      if (!canHold || old.text === null) return { kind: "none" };
      const file = basename(place);
      const now = await attempt(file, "history", () => readAtRest(handle, file));
      if (!now.ok) return { kind: "unknown", failure: now.failure };
      if (now.value.mark === old.mark) return { kind: "none" };
      const { text, stat } = now.value;
      if (text !== null) {
        const pictures = await attempt(file, "history", () => picturesIn({ handle, stat, file }));
        const found = pictures.ok ? pictures.value : [];
        return { kind: "story", text, time: timeOf(stat), pictures: found };
      }
      const reason = `Another program wrote into “${file}” while it was being saved. What it wrote is no whole story and could not be kept.`;
      return { kind: "unknown", failure: { kind: "damaged", file, reason } };
    },
    close: () => (canHold ? handle.close() : Promise.resolve()),
  };
}

/** A place where no file is. One that comes in the last moment is replaced. */
function heldPlace(place: string, disk: Disk): HeldFile {
  return {
    stat: null,
    mark: nothing,
    text: null,
    isInPlace: async () => (await statOrNull(place, disk)) === null,
    change: () => Promise.resolve({ kind: "none" }),
    close: () => Promise.resolve(),
  };
}
