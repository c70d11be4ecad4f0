// Everything the window knows, in one immutable value. The story's text lives in the EditorState and
// nowhere else; panels read it from there.

import type { Node } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import type { Carried } from "../../article/article";
import type { Failure } from "../../article/result";
import type { Version } from "../../article/version";
import type {
  DocumentId,
  ExportTarget,
  Recovered,
  Settings,
  SavedFile,
  StoryFile,
} from "../../electron/contract";
import type { Wanted } from "../editor/search";

export interface State {
  readonly documentId: DocumentId;
  readonly articleId: string;
  readonly carried: Carried;
  readonly file: StoryFile | null;
  readonly editor: EditorState;
  /** Counts the changes of the document. */
  readonly revision: number;
  /** Why the story may be looked at and not changed; null if it may. */
  readonly viewOnly: string | null;
  /** The document as the file has it; null for recovered text, which no file has. */
  readonly savedDoc: Node | null;
  readonly save: Save;
  /** Why the last recovery copy could not be made, or null while all is well. */
  readonly backupFailure: Failure | null;
  /** Why the last save could not keep the words that it replaced. */
  readonly historyFailure: Failure | null;
  readonly dialog: Dialog | null;
  readonly toast: Toast | null;
  readonly settings: Settings;
  /** The version that is held against the story instead of the editor; null while writing. */
  readonly comparing: Comparing | null;
  readonly find: Find;
  /** Counts what happened to the history, so that whoever shows it knows to look again. */
  readonly historyTurn: number;
}

/** What stands in the find bar; it keeps its words while it is closed. */
export interface Find extends Wanted {
  readonly isOpen: boolean;
  readonly isReplacing: boolean;
  /** Counts how often it was asked for: each time the keys go to it. */
  readonly asked: number;
}

export const noFind: Find = {
  search: "",
  replace: "",
  caseSensitive: false,
  wholeWord: false,
  regexp: false,
  isOpen: false,
  isReplacing: false,
  asked: 0,
};

export interface Comparing {
  readonly version: Version;
  readonly doc: Node;
}

/** What the status bar says of the file; `edited` is told by comparing documents, not kept. */
export type Save =
  | { readonly kind: "never" }
  | { readonly kind: "saved"; readonly at: string | null }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly failure: Failure };

export type Dialog =
  | { readonly kind: "closing" }
  | { readonly kind: "recovered"; readonly recovered: Recovered }
  | FailureDialog
  | { readonly kind: "notOpened"; readonly failure: Failure }
  /** Recovered text that the editor cannot show. */
  | { readonly kind: "notRecovered"; readonly failure: Failure; readonly recovered: Recovered }
  | { readonly kind: "salvaged"; readonly lost: string }
  | { readonly kind: "failures"; readonly all: readonly FailureDialog[] }
  | { readonly kind: "saveFailed"; readonly failure: Failure }
  | { readonly kind: "link"; readonly href: string }
  /** Main is about to show another text in this window: nothing more can be written here. */
  | { readonly kind: "leaving" };

export interface FailureDialog {
  readonly kind: "failure";
  /** What was not done. */
  readonly title: string;
  readonly failure: Failure;
}

/** A short word at the window's foot. It goes by itself unless it waits for what it offers. */
export interface Toast {
  readonly text: string;
  readonly offer: Offer | null;
}

export type Offer =
  | { readonly kind: "showExport"; readonly target: ExportTarget }
  | { readonly kind: "loadTheirs" }
  /** To say how a save that stands still is to go on. */
  | { readonly kind: "decide"; readonly failure: Failure };

/** Whether it stays until the writer answers. */
export function waits({ offer }: Toast): boolean {
  return offer?.kind === "loadTheirs" || offer?.kind === "decide";
}

export type Action =
  | { readonly kind: "edited"; readonly editor: EditorState }
  | { readonly kind: "file"; readonly file: StoryFile }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly file: SavedFile; readonly doc: Node; readonly at: string }
  | { readonly kind: "saveFailed"; readonly failure: Failure; readonly isTold: boolean }
  | { readonly kind: "saveCancelled" }
  | { readonly kind: "backedUp"; readonly failure: Failure | null }
  | { readonly kind: "asked"; readonly dialog: Dialog }
  | { readonly kind: "answered" }
  | { readonly kind: "toasted"; readonly toast: Toast | null }
  /** A sentence for the toast, unless one is there that waits for the writer's answer. */
  | { readonly kind: "told"; readonly text: string }
  | { readonly kind: "settings"; readonly settings: Settings }
  | { readonly kind: "comparing"; readonly comparing: Comparing | null }
  | { readonly kind: "finding"; readonly find: Find }
  | { readonly kind: "renamed"; readonly version: Version }
  | { readonly kind: "filed"; readonly version: Version };

/**
 * Whether the story is one that Stet saves by itself, and there is something to save. Not where the
 * writer has to say first which of two texts is to stay.
 */
export function autosaves(state: State): boolean {
  const { settings, file, save } = state;
  const isOpen = save.kind === "failed" && isQuestion(save.failure);
  return settings.autosave && file?.readOnly === false && !isOpen && isEdited(state);
}

/** Whether only the writer can say how a save that failed so is to go on. */
export function isQuestion({ kind }: Failure): boolean {
  return kind === "conflict" || kind === "gone";
}

/** Whether the story differs from its file. Unchanged blocks are the same objects, so this is cheap. */
export function isEdited(state: State): boolean {
  return state.savedDoc === null || !state.editor.doc.eq(state.savedDoc);
}
