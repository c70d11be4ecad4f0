import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { changeMetadata } from "../../../renderer/app/metadata-change";
import { isEdited } from "../../../renderer/app/state";
import { createStore, type Store } from "../../../renderer/app/store";
import { savedFile, aState, typeInto } from "./desk";
import type { Command } from "prosemirror-state";

function run(store: Store, command: Command): void {
  const { editor } = store.state();
  command(editor, (tr) => store.dispatch({ kind: "edited", editor: editor.apply(tr) }));
}

describe("isEdited", () => {
  it("is false for a story as its file has it", () => {
    expect(isEdited(aState())).toBe(false);
  });

  it("is true once a word is typed, and false again when undo takes it back", () => {
    const store = createStore(aState());
    typeInto(store, "very ");
    expect(isEdited(store.state())).toBe(true);
    run(store, undo);
    expect(isEdited(store.state())).toBe(false);
  });

  it("is true for a change of the facts beside the story, until it is undone", () => {
    const store = createStore(aState());
    run(store, changeMetadata("keywords", ["ferry", "fog"]));
    expect(isEdited(store.state())).toBe(true);
    run(store, undo);
    expect(isEdited(store.state())).toBe(false);
  });

  it("is true for text that was typed while its save was on the way", () => {
    const store = createStore(aState());
    typeInto(store, "one ");
    const { doc } = store.state().editor;
    typeInto(store, "two ");
    store.dispatch({ kind: "saved", file: savedFile("a.stet"), doc, at: "2026-03-01T08:30:00Z" });
    expect(isEdited(store.state())).toBe(true);
  });

  it("is true for recovered text, which no file has", () => {
    expect(isEdited(aState(undefined, { savedDoc: null }))).toBe(true);
  });
});
