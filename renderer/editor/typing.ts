// A letter goes into the story first and from there onto the page. Left to Chromium it goes the other
// way: the page is changed, and ProseMirror reads it again to learn what was typed.

import { Plugin, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** Takes the keys that type one character. Input methods still write into the page. */
export function typing(): Plugin {
  return new Plugin({
    props: {
      handleKeyPress(view, { key }) {
        const { selection } = view.state;
        // ProseMirror itself types over everything else.
        const isInOneBlock =
          selection instanceof TextSelection && selection.$from.sameParent(selection.$to);
        if (key.length !== 1 || !isInOneBlock) return false;
        typeLetter(view, key);
        return true;
      },
    },
  });
}

function typeLetter(view: EditorView, letter: string): void {
  const { from, to } = view.state.selection;
  const plain = () => view.state.tr.insertText(letter).scrollIntoView();
  const isTaken = view.someProp("handleTextInput", (take) => take(view, from, to, letter, plain));
  if (isTaken !== true) view.dispatch(plain());
}
