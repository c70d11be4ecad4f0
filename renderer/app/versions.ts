// The history of this window's story. Main keeps the texts; the page reads one at a time and never
// holds on to them.

import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import type { Result } from "../../article/result";
import type { Api, Version } from "../../electron/contract";
import { docOf } from "../blocks/document";
import { unforeseen } from "./unforeseen";

/** A version as a document, or why it cannot be read. */
export async function versionDoc(api: Api, { id }: Version): Promise<Result<Node>> {
  const article = await api.readVersion(id).catch(unforeseen);
  return article.ok ? docOf(article.value, "the history") : article;
}

const keptFacts: readonly string[] = ["created", "modified"];

/** Makes the story what it was, as one change that undo takes back. */
export function restoreVersion(version: Node): Command {
  return (state, dispatch) => {
    if (version.eq(state.doc)) return false;
    const tr = state.tr.replaceWith(0, state.doc.content.size, version.content);
    for (const [field, value] of Object.entries(version.attrs)) {
      if (!keptFacts.includes(field)) tr.setDocAttribute(field, value);
    }
    dispatch?.(closeHistory(tr));
    return true;
  };
}
