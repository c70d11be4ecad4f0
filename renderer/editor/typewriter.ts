// Typewriter mode: the line with the caret stays at one height of the window, and the story moves past
// it. A click moves nothing, or what was to be selected would run away from the pointer.

import { Plugin, PluginKey, type Command, type EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** Where the line stands, in parts of the window's height. */
const height = 0.45;

interface Mode {
  readonly isOn: boolean;
  /** Whether the caret was put where it is with the mouse. */
  readonly isPointed: boolean;
}

const typewriterKey = new PluginKey<Mode>("typewriter");

export function isTypewriterOn(state: EditorState): boolean {
  return typewriterKey.getState(state)?.isOn ?? false;
}

export const toggleTypewriter: Command = (state, dispatch) => {
  dispatch?.(state.tr.setMeta(typewriterKey, !isTypewriterOn(state)).scrollIntoView());
  return true;
};

export function typewriter(): Plugin<Mode> {
  return new Plugin<Mode>({
    key: typewriterKey,
    state: {
      init: () => ({ isOn: false, isPointed: false }),
      apply(tr, mode) {
        const isOn = (tr.getMeta(typewriterKey) as boolean | undefined) ?? mode.isOn;
        // What other plugins make of a selection is still the pointer's.
        if (tr.getMeta("appendedTransaction")) return { ...mode, isOn };
        if (tr.selectionSet) return { isOn, isPointed: tr.getMeta("pointer") === true };
        return { isOn, isPointed: mode.isPointed && !tr.docChanged };
      },
    },
    props: {
      attributes: (state) => (isTypewriterOn(state) ? { class: "typewriter" } : {}),
      // ProseMirror would be content with a line that is anywhere in the window.
      handleScrollToSelection(view) {
        if (!isTypewriterOn(view.state)) return false;
        hold(view);
        return true;
      },
    },
    view: () => ({
      // The browser's own moves of the caret ask for no scrolling.
      update(view, before) {
        const { selection, doc } = view.state;
        // The facts about the story, such as the time of a save, are no words that move.
        const isMoved = !selection.eq(before.selection) || doc.content !== before.doc.content;
        const mode = typewriterKey.getState(view.state);
        if (isMoved && mode?.isOn && !mode.isPointed) hold(view);
      },
    }),
  });
}

function hold(view: EditorView): void {
  const desk = view.dom.closest(".desk");
  if (!desk) return;
  const { top } = desk.getBoundingClientRect();
  const line = view.coordsAtPos(view.state.selection.head);
  desk.scrollTop += (line.top + line.bottom) / 2 - (top + desk.clientHeight * height);
}
