// The blocks around the caret are always drawn. Chromium's arrow keys step over what it has not drawn
// yet, and a writer's hands are faster than its frames.

import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";

/** How many blocks on each side: a step goes to the next one at most. */
const reach = 1;

const nearCaretKey = new PluginKey<DecorationSet>("nearCaret");

export function nearCaret(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: nearCaretKey,
    state: {
      init: (_, state) => markedIn(state),
      apply(tr, marked, _, state) {
        // To make a set looks at every block of the story, to move one does not.
        const moved = marked.map(tr.mapping, tr.doc);
        const shown = moved.find();
        const { first, last, from, to } = nearIn(state);
        const isRight = shown[0]?.from === from && shown.at(-1)?.to === to;
        return isRight && shown.length === last - first ? moved : markedIn(state);
      },
    },
    props: {
      decorations: (state) => nearCaretKey.getState(state),
      handleDOMEvents: takingCaret(),
    },
  });
}

/**
 * Chromium tells of a caret's move only after the keys that wait. ProseMirror is told before each key,
 * so that every key, the arrows' next step among them, acts where the caret is. Where a letter follows
 * a letter nothing else has moved it.
 */
function takingCaret() {
  let isTyping = false;
  return {
    keydown(view: EditorView, { key, ctrlKey, metaKey }: KeyboardEvent): boolean {
      const isLetter = key.length === 1 && !ctrlKey && !metaKey;
      if (!isTyping || !isLetter) takeCaret(view);
      isTyping = isLetter;
      return false;
    },
    mousedown(): boolean {
      isTyping = false;
      return false;
    },
  };
}

function takeCaret(view: EditorView): void {
  if (!view.composing) view.dom.ownerDocument.dispatchEvent(new Event("selectionchange"));
}

function markedIn(state: EditorState): DecorationSet {
  const { first, last, from } = nearIn(state);
  const marks: Decoration[] = [];
  let start = from;
  for (let index = first; index < last; index++) {
    const end = start + state.doc.child(index).nodeSize;
    marks.push(Decoration.node(start, end, { "data-near": "true" }));
    start = end;
  }
  return DecorationSet.create(state.doc, marks);
}

/** The blocks from `first` up to but not including `last`, and where they begin and end. */
function nearIn({ doc, selection }: EditorState) {
  const { $head } = selection;
  const index = $head.index(0);
  const first = Math.max(0, index - reach);
  const last = Math.min(doc.childCount, index + reach + 1);
  return { first, last, from: $head.posAtIndex(first, 0), to: $head.posAtIndex(last, 0) };
}
