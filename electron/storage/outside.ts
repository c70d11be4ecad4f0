// Whether another program has changed a story's file since we knew it. Asked every two seconds, so the
// answer costs one stat as long as nobody touches the file; when somebody does, what it holds decides.

import { basename } from "node:path";
import type { Failure } from "../../article/result";
import { nodeDisk, openRegular, stampOf, statOrNull, type Disk } from "./disk";
import { attempt, hasCode, Refusal } from "./failure";
import { readAtRest } from "./old-file";

export interface Known {
  /** As `stateAt` gave it last; "" for a file that it was not asked about yet. */
  readonly stamp: string;
  /** Of the story that was opened or last saved. */
  readonly fingerprint: string;
}

export type Outside =
  /** The same story, perhaps touched or packed anew: `stamp` is to be remembered. */
  | { readonly kind: "same"; readonly stamp: string }
  /**
   * `fingerprint` is null where no readable story stands (yet: it may be half written). `stamp` belongs
   * to it, and never to the fingerprint that was known before.
   */
  | { readonly kind: "changed"; readonly stamp: string; readonly fingerprint: string | null }
  | { readonly kind: "missing" }
  /** A folder, a FIFO or the like has taken its place. */
  | { readonly kind: "notFile" }
  /** The disk does not tell just now. */
  | { readonly kind: "unknown"; readonly failure: Failure };

/**
 * Compares what stands at `path`, every link followed, with what is known. Only reads. `now` is the
 * clock: see `lasting`.
 */
export async function stateAt(
  path: string,
  known: Known,
  disk: Disk = nodeDisk,
  now: () => number = Date.now,
): Promise<Outside> {
  const state = await attempt(basename(path), "read", () => look(path, known, disk, now));
  return state.ok ? state.value : { kind: "unknown", failure: state.failure };
}

async function look(path: string, known: Known, disk: Disk, now: () => number): Promise<Outside> {
  try {
    const stat = await statOrNull(path, disk);
    if (stat === null) return { kind: "missing" };
    if (!stat.isFile()) return { kind: "notFile" };
    if (stampOf(stat) === known.stamp) return { kind: "same", stamp: known.stamp };
    const { handle } = await openRegular(path, disk);
    try {
      const found = await readAtRest(handle, basename(path));
      const stamp = lasting(stampOf(found.stat), Number(found.stat.ctimeMs), now());
      if (found.mark === known.fingerprint) return { kind: "same", stamp };
      return { kind: "changed", stamp, fingerprint: found.text === null ? null : found.mark };
    } finally {
      await handle.close();
    }
  } catch (error) {
    // It went, or became something else, while it was looked at; or a link leads nowhere.
    if (hasCode(error, "ENOENT", "ENOTDIR", "ELOOP")) return { kind: "missing" };
    if (error instanceof Refusal || hasCode(error, "EISDIR", "ENXIO")) return { kind: "notFile" };
    throw error;
  }
}

/**
 * The stamp of a file that was written only now is worth nothing: written once more within the same
 * tick of its disk's clock (up to two seconds), it would keep it. "" asks for another look.
 */
function lasting(stamp: string, changedMs: number, nowMs: number): string {
  return Math.abs(nowMs - changedMs) <= 2000 ? "" : stamp;
}
