import { fail, type Failure } from "../../article/result";

/**
 * A request that throws is a bug, of ours or of main's. The writer must hear of it all the same: else
 * the window says “Saving…” for ever, or makes no safety copy any more and does not tell.
 */
export function unforeseen(error: unknown): { readonly ok: false; readonly failure: Failure } {
  const why = error instanceof Error ? error.message : String(error);
  return fail({ kind: "unwritable", file: "", reason: `Stet made a mistake: ${why}.` });
}
