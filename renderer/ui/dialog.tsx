import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export interface Answer {
  /** Says what pressing it does. */
  readonly label: string;
  readonly run: () => void;
}

interface QuestionProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** The first is the safe one: it has the focus, and Escape means it unless `onEscape` is given. */
  readonly answers: readonly Answer[];
  readonly onEscape?: () => void;
}

/** One question over the page. */
export function Question({ title, children, answers, onEscape }: QuestionProps) {
  const dialog = useModal(onEscape ?? answers[0]?.run);
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="dialog-title">
      <h2 id="dialog-title">{title}</h2>
      <div class="dialog-text">{children}</div>
      <div class="dialog-answers">
        {answers.map(({ label, run }, index) => (
          <button
            type="button"
            key={label}
            class={index === 0 ? "button button-first" : "button"}
            autofocus={index === 0}
            onClick={run}
          >
            {label}
          </button>
        ))}
      </div>
    </dialog>
  );
}

/** Opens the dialog as a modal one while it is mounted; Escape asks `onEscape` instead of closing it. */
export function useModal(onEscape: (() => void) | undefined) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const cancel = (event: Event): void => {
      event.preventDefault();
      onEscape?.();
    };
    element.addEventListener("cancel", cancel);
    if (!element.open) element.showModal();
    return () => element.removeEventListener("cancel", cancel);
  }, [onEscape]);
  return dialog;
}
