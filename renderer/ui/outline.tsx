import type { EditorState } from "prosemirror-state";
import { currentEntry, outlineOf } from "../editor/outline";

interface OutlineProps {
  readonly editor: EditorState;
  readonly onJump: (pos: number) => void;
}

/** Headline, subheads, quotes and pictures, with the one that is being worked on. */
export function Outline({ editor, onJump }: OutlineProps) {
  const current = currentEntry(editor);
  return (
    <nav class="outline" aria-label="Outline">
      <ol>
        {outlineOf(editor.doc).map(({ kind, text, pos }, index) => (
          <li key={index}>
            <button
              type="button"
              class="outline-entry"
              data-kind={kind}
              title={text}
              aria-current={index === current}
              onClick={() => onJump(pos)}
            >
              {text}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
