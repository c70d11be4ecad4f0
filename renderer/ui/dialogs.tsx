import type { Effects, SaveKind } from "../app/effects";
import type { Dialog, State } from "../app/state";
import { titleOf } from "../blocks/document";
import { assertNever } from "../../article/result";
import { Question, useModal, type Answer } from "./dialog";
import { LinkDialog } from "./link-dialog";

interface DialogsProps {
  readonly state: State;
  readonly dialog: Dialog;
  readonly effects: Effects;
  readonly onAnswered: () => void;
  readonly onLink: (address: string) => void;
}

/** The one question that is open, if any. */
export function Dialogs({ state, dialog, effects, onAnswered, onLink }: DialogsProps) {
  const name = titleOf(state.editor.doc) || state.file?.name || "New story";
  const saving = (label: string, how: SaveKind): Answer => ({
    label,
    run: () => {
      onAnswered();
      void effects.save(how);
    },
  });
  switch (dialog.kind) {
    case "closing":
      return (
        <Question
          title={`Save “${name}” before closing?`}
          answers={[
            { label: "Save", run: () => void effects.saveAndClose() },
            { label: "Don’t save", run: () => void effects.closeWithoutSaving() },
            { label: "Cancel", run: () => void effects.keepOpen() },
          ]}
          onEscape={() => void effects.keepOpen()}
        >
          <p>Without saving, what you wrote since the last save is lost.</p>
        </Question>
      );
    case "recovered":
      return (
        <Question
          title="Unsaved text was recovered"
          answers={[
            { label: "Keep the recovered text", run: onAnswered },
            {
              label: dialog.recovered.hasFile ? "Open the saved version" : "Throw it away",
              run: () => void effects.discardRecovered(),
            },
          ]}
        >
          <p>
            Stet stopped before “{name}” was saved. This window shows it as it was at{" "}
            {shownTime(dialog.recovered.time)}; it is not in a file yet.
          </p>
        </Question>
      );
    case "failure":
      return (
        <Question title={dialog.title} answers={[{ label: "OK", run: onAnswered }]}>
          <p>{dialog.failure.reason}</p>
        </Question>
      );
    case "notOpened":
      return (
        <Question
          title="The story was not opened"
          answers={[
            { label: "OK", run: onAnswered },
            ...(dialog.failure.kind === "damaged"
              ? [{ label: "Open what can be read", run: () => void effects.salvage() }]
              : []),
          ]}
        >
          <p>{dialog.failure.reason}</p>
        </Question>
      );
    case "notRecovered":
      return (
        <Question
          title="Unsaved text was recovered, but cannot be shown"
          answers={[
            { label: "OK", run: onAnswered },
            { label: "Open what can be read", run: () => void effects.salvage() },
          ]}
        >
          <p>{dialog.failure.reason}</p>
          <p>
            The copy is from {shownTime(dialog.recovered.time)}. Stet keeps it and offers it again
            at the next start.
            {dialog.recovered.hasFile && " The saved story is in its file as before."}
          </p>
        </Question>
      );
    case "salvaged":
      return (
        <Question title="This is what could be read" answers={[{ label: "OK", run: onAnswered }]}>
          <p>{dialog.lost}</p>
          <p>
            It is a new story and in no file yet. Save it under a name of its own; what is damaged
            was left as it is.
          </p>
        </Question>
      );
    case "failures":
      return (
        <Question
          title={`${dialog.all.length} things could not be done`}
          answers={[{ label: "OK", run: onAnswered }]}
        >
          {dialog.all.map(({ title, failure }, index) => (
            <p key={index}>
              <strong>{title}.</strong> {failure.reason}
            </p>
          ))}
        </Question>
      );
    case "saveFailed":
      return dialog.failure.kind === "conflict" ? (
        <Question
          title={`“${dialog.failure.file}” was changed by another program`}
          answers={[
            saving("Save both", "saveBeside"),
            saving("Keep my version", "saveOver"),
            {
              label: "Load their version",
              run: () => void effects.loadTheirs(),
            },
            { label: "Go on writing", run: onAnswered },
          ]}
          onEscape={onAnswered}
        >
          <p>
            You have changed the story too. “Save both” puts yours in a file beside it. Otherwise
            one of the two takes the file, and the history keeps the other.
          </p>
        </Question>
      ) : (
        <Question
          title="The story was not saved"
          answers={[
            ...(dialog.failure.kind === "gone" ? [saving("Save here again", "saveAgain")] : []),
            saving("Save as…", "saveAs"),
            { label: "Go on writing", run: onAnswered },
          ]}
          onEscape={onAnswered}
        >
          <p>{dialog.failure.reason}</p>
          <p>Your text is still here, and its safety copy is kept.</p>
        </Question>
      );
    case "link":
      return (
        <LinkDialog
          href={dialog.href}
          onCancel={onAnswered}
          onLink={onLink}
          onOpen={(address) => void effects.openLink(address)}
        />
      );
    case "leaving":
      return <Leaving />;
    default:
      return assertNever(dialog);
  }
}

/** Holds the keys back. Says so only where it takes longer than an eye needs to notice. */
function Leaving() {
  const dialog = useModal(undefined);
  return (
    <dialog class="dialog dialog-leaving" ref={dialog} aria-label="Loading">
      <p>Loading…</p>
    </dialog>
  );
}

function shownTime(time: string): string {
  const format = { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" } as const;
  return new Date(time).toLocaleString(undefined, format);
}
