// A writer's hands at the real editor: the keys go through the plugins as prosemirror-view sends them,
// and what no plugin takes is done as the browser would, inside one text block.

import { undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { TextSelection, type EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { expect, onTestFinished } from "vitest";
import type { ViewHost } from "../../renderer/blocks/block";
import { applyTo } from "../../renderer/editor/draw";
import { mountEditor } from "../../renderer/editor/mount";
import { createEditorState, type EditorHost } from "../../renderer/editor/state";
import { expectState, selectionOf, type Story } from "./build";

export const quietHost: EditorHost & ViewHost = {
  run: () => undefined,
  insertPictures: () => undefined,
  tell: () => undefined,
  pictureUrl: (media) => `media/${media}`,
  choosePicture: () => Promise.resolve(null),
};

/** Mounts the editor as the program does, with the selection that the story's tags say. */
export function mount(story: Story, host: Partial<EditorHost & ViewHost> = {}): EditorView {
  const view = mountDoc(story.doc, host);
  view.dispatch(view.state.tr.setSelection(selectionOf(story)));
  return view;
}

export function mountDoc(doc: Node, host: Partial<EditorHost & ViewHost> = {}): EditorView {
  const asked = { ...quietHost, ...host };
  const state = createEditorState(doc, asked);
  const place = document.body.appendChild(document.createElement("div"));
  const view = mountEditor(place, state, asked, applyTo);
  // happy-dom lays nothing out, so there is nothing to scroll to.
  view.setProps({ handleScrollToSelection: () => true });
  onTestFinished(() => {
    view.destroy();
    place.remove();
  });
  return view;
}

/** Shows another story in a mounted editor, for tests that would mount a thousand of them. */
export function openDoc(view: EditorView, doc: Node): void {
  view.updateState(createEditorState(doc, quietHost));
}

/** Presses keys in prosemirror-keymap's notation (`Shift-Tab`), or types a text: `"text:- "`. */
export function press(view: EditorView, ...keys: readonly string[]): void {
  for (const key of keys) {
    if (key.startsWith("text:")) type(view, key.slice("text:".length));
    else pressKey(view, key);
  }
}

/** Types character by character, as the browser reports it. */
export function type(view: EditorView, text: string): void {
  for (const character of text) {
    const { from, to, $from, $to } = view.state.selection;
    const isInOneBlock = view.state.selection instanceof TextSelection && $from.sameParent($to);
    const plain = () =>
      isInOneBlock
        ? view.state.tr.insertText(character, from, to)
        : view.state.tr.insertText(character);
    const isTaken = view.someProp("handleTextInput", (handle) =>
      handle(view, from, to, character, plain),
    );
    if (isTaken !== true) view.dispatch(plain());
  }
}

/** Presses keys in a story and expects that one; taking everything back gives the first story again. */
export function expectKeys(before: Story, keys: readonly string[], expected: Story): void {
  const view = mount(before);
  press(view, ...keys);
  expectState(view.state, expected);
  undoAll(view);
  expect(view.state.doc.toJSON()).toEqual(before.doc.toJSON());
}

export function undoAll(view: EditorView): void {
  while (undo(view.state, view.dispatch));
}

/** Mod is Ctrl, as on every system but a Mac. */
export function keyEvent(key: string): KeyboardEvent {
  const names = key.split(/-(?!$)/);
  const has = (name: string): boolean => names.slice(0, -1).includes(name);
  return new KeyboardEvent("keydown", {
    key: names.at(-1) ?? "",
    shiftKey: has("Shift"),
    altKey: has("Alt"),
    ctrlKey: has("Mod"),
  });
}

function pressKey(view: EditorView, key: string): void {
  const event = keyEvent(key);
  const isTaken = view.someProp("handleKeyDown", (handle) => handle(view, event)) === true;
  if (!isTaken && (event.key === "Backspace" || event.key === "Delete")) {
    browserDelete(view, event.key);
  }
}

/**
 * One character to the left or right, also for a whole word. Past the edge of a text block the browser
 * would join what must stay apart, so a key that is left to it there is a fault.
 */
function browserDelete(view: EditorView, key: "Backspace" | "Delete"): void {
  const range = neighbour(view.state, key);
  if (range === null) throw new Error(`${key} is left to the browser at an edge`);
  view.dispatch(view.state.tr.delete(range.from, range.to));
}

function neighbour({ selection }: EditorState, key: "Backspace" | "Delete") {
  if (!(selection instanceof TextSelection) || !selection.$cursor) return null;
  const { parent, parentOffset, pos } = selection.$cursor;
  const text = parent.textBetween(0, parent.content.size, "", "\ufffc");
  const before = Array.from(text.slice(0, parentOffset)).at(-1)?.length ?? 0;
  const after = Array.from(text.slice(parentOffset)).at(0)?.length ?? 0;
  if (key === "Backspace") return before === 0 ? null : { from: pos - before, to: pos };
  return after === 0 ? null : { from: pos, to: pos + after };
}
