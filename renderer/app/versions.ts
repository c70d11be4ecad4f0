// The history of this window's story. Main keeps the texts; the page reads one at a time and never
// holds on to them.

import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { Selection, type Command } from "prosemirror-state";
import type { Result } from "../../article/result";
import type { Version } from "../../article/version";
import type { Api } from "../../electron/contract";
import { docOf, metadataOf } from "../blocks/document";
import { firstDifference } from "../compare/difference";
import { unforeseen } from "./unforeseen";

/** A version as a document, or why it cannot be read. */
export async function versionDoc(api: Api, { id }: Version): Promise<Result<Node>> {
  const article = await api.readVersion(id).catch(unforeseen);
  return article.ok ? docOf(article.value, "the history") : article;
}

/** Enough of a line to know it by. */
const maxQuoted = 200;

/**
 * Puts a correction at the story's end that tells what the filed version said where the two first
 * differ; what is right is the writer's to add. The caret goes there.
 */
export function correctSince(filed: Node, today: string): Command {
  return (state, dispatch) => {
    const said = shortened(firstDifference(state.doc, filed));
    const type = state.schema.nodes["correction"];
    if (said === "" || !type) return false;
    const { language } = metadataOf(state.doc);
    const text = language.startsWith("es")
      ? `Una versión anterior decía: «${said}». `
      : `An earlier version of this story said: “${said}” `;
    const tr = state.tr.insert(
      state.doc.content.size,
      type.create({ date: today }, state.schema.text(text)),
    );
    dispatch?.(tr.setSelection(Selection.atEnd(tr.doc)).scrollIntoView());
    return true;
  };
}

function shortened(line: string): string {
  if (line.length <= maxQuoted) return line;
  return `${line.slice(0, line.lastIndexOf(" ", maxQuoted))} …`;
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
