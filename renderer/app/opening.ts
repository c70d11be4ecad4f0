import { nothingCarried } from "../../article/article";
import type { Failure } from "../../article/result";
import type { Loaded } from "../../electron/contract";
import { docOf, newDoc } from "../blocks/document";
import { createEditorState, type EditorHost } from "../editor/state";
import { noFind, type Dialog, type State } from "./state";

/**
 * The first state of a window. A story that the editor cannot show gives a new one with the reason,
 * and `refused` is true: main must then let go of the file.
 */
export function openingState(
  loaded: Loaded,
  host: EditorHost,
  language: string,
): { readonly state: State; readonly refused: boolean } {
  const { documentId, articleId, article, recovered, salvaged, viewOnly, settings } = loaded;
  const origin = recovered ? "the recovered copy" : (loaded.file?.name ?? "this story");
  const opened = article && docOf(article, origin);
  const refused = opened !== null && !opened.ok;
  const doc = opened?.ok ? opened.value : newDoc(language, new Date().toISOString());
  const failure = opened && !opened.ok ? unshown(opened.failure, viewOnly) : loaded.problem;
  const file = refused ? null : loaded.file;
  const state: State = {
    documentId,
    articleId,
    carried: (!refused && article?.carried) || nothingCarried,
    file,
    editor: createEditorState(doc, host, viewOnly !== null && !refused),
    revision: 0,
    viewOnly: refused ? null : viewOnly,
    savedDoc: (recovered ?? salvaged) !== null && !refused ? null : doc,
    save: file === null ? { kind: "never" } : { kind: "saved", at: null },
    backupFailure: null,
    historyFailure: null,
    dialog: firstDialog(failure, loaded),
    toast: null,
    settings,
    comparing: null,
    find: noFind,
    historyTurn: 0,
  };
  return { state, refused };
}

/** A newer Stet's story that cannot be shown is not damaged. */
function unshown(failure: Failure, viewOnly: string | null): Failure {
  return viewOnly === null ? failure : { ...failure, kind: "newer", reason: viewOnly };
}

function firstDialog(failure: Failure | null, { recovered, salvaged }: Loaded): Dialog | null {
  if (failure && recovered) return { kind: "notRecovered", failure, recovered };
  if (failure) return { kind: "notOpened", failure };
  if (recovered) return { kind: "recovered", recovered };
  return salvaged === null ? null : { kind: "salvaged", lost: salvaged };
}
