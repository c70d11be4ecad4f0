// When to draw what stands around the story. The editor shows each letter itself, so while nothing but
// words come, toolbar and status bar follow twice a second; everything else shows in the next frame.

import { undoDepth } from "prosemirror-history";
import { Mark } from "prosemirror-model";
import { TextSelection, type EditorState } from "prosemirror-state";
import { insertMenuKey } from "../editor/insert-menu";
import { isEdited, type State } from "./state";
import type { Store } from "./store";

const restMs = 500;

/** Calls `draw` now and whenever the state has something new to show. */
export function drawAsNeeded(store: Store, draw: () => void): void {
  let drawn = store.state();
  let wasEdited = isEdited(drawn);
  let frame: number | null = null;
  let rest: ReturnType<typeof setTimeout> | null = null;

  const drawNow = (): void => {
    if (frame !== null) cancelAnimationFrame(frame);
    if (rest !== null) clearTimeout(rest);
    frame = rest = null;
    drawn = store.state();
    wasEdited = isEdited(drawn);
    draw();
  };

  store.subscribe(() => {
    const state = store.state();
    // At once: the keys behind the one that asked are meant for what it opens, not for the story.
    if (state.dialog !== drawn.dialog || state.find.asked !== drawn.find.asked) drawNow();
    else if (frame !== null) return;
    else if (isOnlyWords(drawn, state) && isEdited(state) === wasEdited) {
      rest ??= setTimeout(drawNow, restMs);
    } else frame = requestAnimationFrame(drawNow);
  });
  drawNow();
}

/** Whether the two differ in nothing but the words of the paragraph that the caret stands in. */
function isOnlyWords(before: State, after: State): boolean {
  const { editor, revision } = before;
  const isRestSame = Object.entries({ ...after, editor, revision }).every(
    ([key, value]) => before[key as keyof State] === value,
  );
  return isRestSame && isTypedOn(editor, after.editor);
}

function isTypedOn(before: EditorState, after: EditorState): boolean {
  const carets = [before.selection, after.selection];
  if (!carets.every((selection) => selection instanceof TextSelection && selection.empty)) {
    return false;
  }
  const [from, to] = [before.selection.$from, after.selection.$from];
  return (
    before.doc.attrs === after.doc.attrs &&
    from.parent.type === to.parent.type &&
    from.start() === to.start() &&
    Mark.sameSet(before.storedMarks ?? from.marks(), after.storedMarks ?? to.marks()) &&
    insertMenuKey.getState(before) === insertMenuKey.getState(after) &&
    undoDepth(before) > 0 === undoDepth(after) > 0
  );
}
