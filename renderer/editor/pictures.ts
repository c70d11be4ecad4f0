import { Plugin, Selection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** Pasted and dropped picture files go to `take`; a dropped one goes where it was let go. */
export function pictureFiles(take: (files: readonly File[]) => void): Plugin {
  return new Plugin({
    props: {
      handlePaste: (_, event) => {
        const files = picturesOf(event.clipboardData);
        // A word processor puts a picture of the text beside the text itself: the text is meant.
        const hasText = event.clipboardData?.types.includes("text/plain") ?? false;
        if (files.length === 0 || hasText) return false;
        take(files);
        return true;
      },
      handleDrop: (view, event, _slice, moved) => {
        const files = moved ? [] : picturesOf(event.dataTransfer);
        if (files.length === 0) return false;
        placeCaret(view, event);
        take(files);
        return true;
      },
    },
  });
}

function picturesOf(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));
}

function placeCaret(view: EditorView, event: DragEvent): void {
  const found = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (!found) return;
  const selection = Selection.near(view.state.doc.resolve(found.pos));
  view.dispatch(view.state.tr.setSelection(selection));
}
