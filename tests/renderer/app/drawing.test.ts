// @vitest-environment happy-dom
import { undo } from "prosemirror-history";
import { TextSelection, type Transaction } from "prosemirror-state";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { drawAsNeeded } from "../../../renderer/app/drawing";
import { createStore } from "../../../renderer/app/store";
import { aState, typeInto } from "./desk";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const frameMs = 20;
const restMs = 500;

/** A window whose story is being typed: the letter that made it "edited" is drawn. */
function aWindow() {
  const store = createStore(aState());
  const draw = vi.fn<() => void>();
  drawAsNeeded(store, draw);
  typeInto(store, "x");
  vi.advanceTimersByTime(restMs);
  draw.mockClear();
  const change = (make: (tr: Transaction) => Transaction): void => {
    const { editor } = store.state();
    store.dispatch({ kind: "edited", editor: editor.apply(make(editor.tr)) });
  };
  return { store, draw, change };
}

describe("drawAsNeeded", () => {
  it("draws at once, and the letter that makes a story edited in the next frame", () => {
    const store = createStore(aState());
    const draw = vi.fn<() => void>();
    drawAsNeeded(store, draw);
    expect(draw).toHaveBeenCalledTimes(1);
    typeInto(store, "x");
    vi.advanceTimersByTime(frameMs);
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it("draws twice a second while words come, and the last of them", () => {
    const { store, draw } = aWindow();
    for (let ms = 0; ms < 2 * restMs; ms += 100) {
      typeInto(store, "x");
      vi.advanceTimersByTime(100);
    }
    expect(draw).toHaveBeenCalledTimes(2);
    typeInto(store, "y");
    vi.advanceTimersByTime(restMs);
    expect(draw).toHaveBeenCalledTimes(3);
    vi.advanceTimersByTime(10 * restMs);
    expect(draw).toHaveBeenCalledTimes(3);
  });

  it("draws all else in the next frame, once for all that came before it", () => {
    const { store, draw, change } = aWindow();
    typeInto(store, "x");
    change((tr) => tr.setSelection(TextSelection.create(tr.doc, 1)));
    store.dispatch({ kind: "saving" });
    expect(draw).not.toHaveBeenCalled();
    vi.advanceTimersByTime(frameMs);
    expect(draw).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(restMs);
    expect(draw).toHaveBeenCalledTimes(1);
  });

  it("does not keep a changed mark, field or language waiting", () => {
    const { store, draw, change } = aWindow();
    const changes: ((tr: Transaction) => Transaction)[] = [
      (tr) => tr.addStoredMark(tr.doc.type.schema.mark("strong")),
      (tr) => tr.setDocAttribute("language", "es"),
      ({ doc, selection }) =>
        store
          .state()
          .editor.tr.setSelection(TextSelection.create(doc, selection.from - 2, selection.from)),
    ];
    for (const [index, make] of changes.entries()) {
      change(make);
      vi.advanceTimersByTime(frameMs);
      expect(draw).toHaveBeenCalledTimes(index + 1);
    }
  });

  it("draws in the next frame when undo takes the story back to its file", () => {
    const { store, draw } = aWindow();
    undo(store.state().editor, (tr) =>
      store.dispatch({ kind: "edited", editor: store.state().editor.apply(tr) }),
    );
    vi.advanceTimersByTime(frameMs);
    expect(draw).toHaveBeenCalledTimes(1);
  });

  it("draws a dialog before the next key can come", () => {
    const { store, draw } = aWindow();
    store.dispatch({ kind: "asked", dialog: { kind: "closing" } });
    expect(draw).toHaveBeenCalledTimes(1);
  });
});
