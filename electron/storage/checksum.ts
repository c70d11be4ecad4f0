import { createHash } from "node:crypto";

/** In hex; a text counts as its UTF-8. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
