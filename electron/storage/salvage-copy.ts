// A recovery copy whose bytes are whole and whose blocks are not what the editor takes: another Stet
// may have made it, or a hand.

import { randomUUID } from "node:crypto";
import type { Article } from "../../article/article";
import { parseArticle } from "../../article/format";
import { fail, ok, type Result } from "../../article/result";
import type { Recovery } from "./recovery";
import { mendedStory } from "./salvage-blocks";

const file = "recovered copy";

/** What can be read of a document's newest copy, as a new story. The copy stays as it is. */
export async function salvageCopy(
  recovery: Pick<Recovery, "newest">,
  documentId: string,
): Promise<Result<{ readonly article: Article; readonly lost: string }>> {
  const newest = await recovery.newest(documentId);
  if (!newest.ok) return newest;
  const reason = "The copy of this story is not kept any more.";
  if (newest.value === null) return fail({ kind: "missing", file, reason });
  const found = parseArticle(newest.value.text, file);
  if (!found.ok) return found;
  const { content, changed } = mendedStory(found.value.content.content ?? []);
  const lost = `What could not be saved: the form of ${changed === 1 ? "1 block" : `${changed} blocks`}.`;
  return ok({ article: { ...found.value, id: randomUUID(), content }, lost });
}
