import type { Failure } from "../../article/result";
import { readingMinutes } from "../../article/text";
import { wordCountOf } from "../app/counts";
import { isEdited, type State } from "../app/state";
import { metadataOf } from "../blocks/document";

/** Always tells the truth about the file: "Saved" is said only when it is on the disk. */
export function StatusBar({ state }: { readonly state: State }) {
  const { doc } = state.editor;
  const words = wordCountOf(doc);
  const { language } = metadataOf(doc);
  return (
    <footer class="status-bar">
      <span>
        {words.toLocaleString("en")} {words === 1 ? "word" : "words"}
      </span>
      <span>{readingMinutes(words)} min</span>
      <span class="status-language" title={`Language of the story: ${language}`}>
        {language.toUpperCase()}
      </span>
      {state.viewOnly !== null && (
        <span class="status-warning" role="status" title={state.viewOnly}>
          Made by a newer Stet: to look at only
        </span>
      )}
      {state.file?.readOnly && state.viewOnly === null && (
        <span class="status-read-only" title="Save asks for another place">
          Read-only
        </span>
      )}
      <Warning what="No safety copy" failure={state.backupFailure} />
      <Warning what="No history" failure={state.historyFailure} />
      <span class="status-save" role="status" data-save={saveState(state)}>
        {saveText(state)}
      </span>
    </footer>
  );
}

/** Lasts as long as its cause. */
function Warning({ what, failure }: { readonly what: string; readonly failure: Failure | null }) {
  if (!failure) return null;
  return (
    <span class="status-warning" role="status" title={failure.reason}>
      {what}: {failure.reason}
    </span>
  );
}

function saveState(state: State): string {
  const { kind } = state.save;
  if (kind === "saving" || kind === "failed") return kind;
  return isEdited(state) ? "edited" : kind;
}

function saveText(state: State): string {
  const { save } = state;
  if (save.kind === "saving") return "Saving…";
  if (save.kind === "failed") return `Could not save: ${save.failure.reason}`;
  if (isEdited(state)) return save.kind === "never" ? "Not saved yet" : "Edited";
  if (save.kind === "never") return "New story";
  return save.at === null ? "Saved" : `Saved ${timeOfDay(save.at)}`;
}

function timeOfDay(time: string): string {
  return new Date(time).toLocaleTimeString(undefined, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}
