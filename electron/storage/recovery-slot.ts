// One slot of a recovery copy: a header line that tells whether the rest arrived, a line of JSON about
// the story, then its article.json as it is. Put into JSON once more it would cost three times as much.

import { join } from "node:path";
import * as v from "valibot";
import { maxArticleBytes } from "../../article/format";
import { sha256 } from "./checksum";
import { readBounded, type Disk } from "./disk";
import { isSystemError, Refusal } from "./failure";

/** A state of a story that is not (known to be) in its file. */
export interface Backup {
  /** The story's file, null as long as it has none. */
  readonly path: string | null;
  /** The file's fingerprint when it was opened or last saved. */
  readonly fingerprint: string | null;
  /**
   * The `sha256` of the article.json that was on its way to `path` when this copy was made: a file that
   * holds that was changed by us and by nobody else.
   */
  readonly saving: string | null;
  readonly revision: number;
  /** ISO 8601. */
  readonly time: string;
  /** article.json */
  readonly text: string;
}

export interface Slot {
  /** Counts the writes of one document: the intact slot with the higher one is the newer. */
  readonly sequence: number;
  readonly backup: Backup;
}

export const slotNames = ["slot-a", "slot-b"] as const;
export type SlotName = (typeof slotNames)[number];

/** No slot is larger. */
export const maxSlotBytes = maxArticleBytes + 64 * 1024;

const headerPattern = /^stet-recovery 2 (\d{1,15}) (\d{1,15}) ([0-9a-f]{64})$/;

const aboutSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    path: v.nullable(v.string()),
    fingerprint: v.nullable(v.string()),
    saving: v.optional(v.nullable(v.string()), null),
    revision: v.number(),
    time: v.string(),
  }),
);

export function encodeSlot({ sequence, backup }: Slot): Buffer {
  const { text, ...about } = backup;
  const body = Buffer.from(`${JSON.stringify(about)}\n${text}`);
  const header = `stet-recovery 2 ${sequence} ${body.length} ${sha256(body)}\n`;
  return Buffer.concat([Buffer.from(header), body]);
}

/** Null when there is no such slot, "torn" when its bytes are not those that were to be written. */
export async function readSlot(
  folder: string,
  name: SlotName,
  disk: Disk,
): Promise<Slot | "torn" | null> {
  let bytes: Buffer | null;
  try {
    bytes = await readBounded(join(folder, name), maxSlotBytes, disk);
  } catch (error) {
    if (error instanceof Refusal) return "torn";
    if (!isSystemError(error)) throw error;
    return error.code === "ENOENT" ? null : "torn";
  }
  return bytes === null ? "torn" : (decodeSlot(bytes) ?? "torn");
}

function decodeSlot(bytes: Buffer): Slot | null {
  const bodyAt = bytes.subarray(0, 200).indexOf("\n") + 1;
  const header = headerPattern.exec(bytes.toString("latin1", 0, Math.max(bodyAt - 1, 0)));
  const body = bytes.subarray(bodyAt);
  if (header === null || Number(header[2]) !== body.length || header[3] !== sha256(body))
    return null;
  const textAt = body.indexOf("\n") + 1;
  const about = v.safeParse(aboutSchema, body.toString("utf8", 0, textAt));
  if (!about.success) return null;
  const text = body.toString("utf8", textAt);
  return { sequence: Number(header[1]), backup: { ...about.output, text } };
}
