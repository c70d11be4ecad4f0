// One slot of a recovery copy: a header line, then JSON. The header tells whether the rest arrived.

import { createHash } from "node:crypto";
import { join } from "node:path";
import * as v from "valibot";
import { maxArticleBytes } from "../../article/format";
import { readBounded, type Disk } from "./disk";
import { isSystemError, Refusal } from "./failure";

/** A state of a story that is not (known to be) in its file. */
export interface Backup {
  /** The story's file, null as long as it has none. */
  readonly path: string | null;
  /** The file's fingerprint when it was opened or last saved. */
  readonly fingerprint: string | null;
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

/** JSON in JSON: at worst each byte of the text becomes six. */
const maxSlotBytes = 6 * maxArticleBytes + 64 * 1024;

const headerPattern = /^stet-recovery 1 (\d{1,15}) (\d{1,15}) ([0-9a-f]{64})$/;

const backupSchema = v.object({
  path: v.nullable(v.string()),
  fingerprint: v.nullable(v.string()),
  revision: v.number(),
  time: v.string(),
  text: v.string(),
});

export function encodeSlot({ sequence, backup }: Slot): Buffer {
  const { path, fingerprint, revision, time, text } = backup;
  const body = Buffer.from(JSON.stringify({ path, fingerprint, revision, time, text }));
  const header = `stet-recovery 1 ${sequence} ${body.length} ${sha256(body)}\n`;
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
  const lineEnd = bytes.subarray(0, 200).indexOf("\n");
  const header = headerPattern.exec(bytes.toString("latin1", 0, Math.max(lineEnd, 0)));
  const body = bytes.subarray(lineEnd + 1);
  if (header === null || Number(header[2]) !== body.length || header[3] !== sha256(body))
    return null;
  const backup = v.safeParse(
    v.pipe(v.string(), v.parseJson(), backupSchema),
    body.toString("utf8"),
  );
  return backup.success ? { sequence: Number(header[1]), backup: backup.output } : null;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
