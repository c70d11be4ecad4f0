import type { Result } from "../../article/result";
import { keepStory, type History } from "./history";
import type { Recovery } from "./recovery";

/**
 * The writer does not want these words: their recovery copies go, but for a week the history has them.
 * They go also when the history cannot take them; the failure tells why it could not.
 */
export async function giveUp(
  documentId: string,
  time: string,
  { recovery, history }: { readonly recovery: Recovery; readonly history: History },
): Promise<Result<unknown>> {
  const kept = await keepGivenUp(documentId, time, { recovery, history });
  const dropped = await recovery.drop(documentId);
  return kept.ok ? dropped : kept;
}

/** The newest recovery copy goes to the history; nothing is dropped. */
export async function keepGivenUp(
  documentId: string,
  time: string,
  { recovery, history }: { readonly recovery: Recovery; readonly history: History },
): Promise<Result<unknown>> {
  const newest = await recovery.newest(documentId);
  if (!newest.ok || newest.value === null) return newest;
  return keepStory(history, newest.value.text, "discarded", time);
}
