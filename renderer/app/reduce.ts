import { assertNever, type Failure } from "../../article/result";
import type { Version } from "../../article/version";
import type { StoryFile } from "../../electron/contract";
import {
  isQuestion,
  waits,
  type Action,
  type Dialog,
  type Save,
  type State,
  type Toast,
} from "./state";

export function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case "edited": {
      const isChanged = action.editor.doc !== state.editor.doc;
      const revision = isChanged ? state.revision + 1 : state.revision;
      return { ...state, editor: action.editor, revision };
    }
    case "file":
      return { ...state, file: action.file };
    case "saving":
      return { ...state, save: { kind: "saving" } };
    case "saved": {
      const { slippedIn, historyFailure, ...file } = action.file;
      return {
        ...state,
        file,
        historyFailure,
        savedDoc: action.doc,
        historyTurn: state.historyTurn + 1,
        save: { kind: "saved", at: action.at },
        toast: slippedIn ? slippedInToast(file) : withoutOffer(state.toast),
      };
    }
    case "saveFailed": {
      const { failure, isTold } = action;
      const save: Save = { kind: "failed", failure };
      if (isTold) return { ...state, save, dialog: { kind: "saveFailed", failure } };
      // Who is writing would answer a dialog that opens by itself with the next letters.
      return { ...state, save, toast: isQuestion(failure) ? undecidedToast(failure) : state.toast };
    }
    case "saveCancelled":
      return { ...state, save: beforeSaving(state) };
    case "backedUp":
      return { ...state, backupFailure: action.failure };
    case "asked":
      return { ...state, dialog: beside(state.dialog, action.dialog) };
    case "answered":
      return { ...state, dialog: null };
    case "toasted":
      return { ...state, toast: action.toast };
    case "told":
      if (state.toast && waits(state.toast)) return state;
      return { ...state, toast: { text: action.text, offer: null } };
    case "settings":
      return { ...state, settings: action.settings };
    case "comparing":
      return { ...state, comparing: action.comparing };
    case "finding":
      return { ...state, find: action.find };
    case "renamed":
      return {
        ...state,
        historyTurn: state.historyTurn + 1,
        comparing: state.comparing && { ...state.comparing, version: action.version },
      };
    case "filed":
      return {
        ...state,
        historyTurn: state.historyTurn + 1,
        toast: { text: `Filed. Its checksum begins ${shortSum(action.version)}.`, offer: null },
      };
    default:
      return assertNever(action);
  }
}

/** Of failures that come together, each is told: no later one takes the place of one before. */
function beside(open: Dialog | null, asked: Dialog): Dialog {
  if (asked.kind !== "failure") return asked;
  if (open?.kind === "failures") return { ...open, all: [...open.all, asked] };
  return open?.kind === "failure" ? { kind: "failures", all: [open, asked] } : asked;
}

function slippedInToast({ name }: StoryFile): Toast {
  return {
    text: `Another program changed “${name}” while it was saved. Its text is in the history.`,
    offer: null,
  };
}

function undecidedToast(failure: Failure): Toast {
  const text =
    failure.kind === "gone"
      ? `“${failure.file}” is not where it was.`
      : `“${failure.file}” was changed by another program, and you have changed it too.`;
  return { text, offer: { kind: "decide", failure } };
}

/** What another program did is settled by a save. */
function withoutOffer(toast: Toast | null): Toast | null {
  return toast?.offer?.kind === "showExport" ? toast : null;
}

/** Enough of a checksum to compare it by eye. */
export function shortSum({ sha256 }: Version): string {
  return sha256.slice(0, 8);
}

function beforeSaving(state: State): Save {
  return state.file === null ? { kind: "never" } : { kind: "saved", at: null };
}
