import { describe, expect, it } from "vitest";
import { reduce } from "../../../renderer/app/reduce";
import type { Action, Dialog, State } from "../../../renderer/app/state";
import { doc, p } from "../build";
import { aFile, savedFile, aState, conflict, diskFull } from "./desk";

describe("reduce", () => {
  const before = aState();

  /** What an action changes, and nothing else may change. */
  const expectChange = (state: State, action: Action, change: Partial<State>): void => {
    expect(reduce(state, action)).toEqual({ ...state, ...change });
  };

  it("counts a changed document as a revision", () => {
    const editor = before.editor.apply(before.editor.tr.insertText("x"));
    expectChange(before, { kind: "edited", editor }, { editor, revision: 1 });
  });

  it("counts no revision where only the selection moved", () => {
    const editor = before.editor.apply(before.editor.tr.setMeta("moved", true));
    expect(reduce(before, { kind: "edited", editor })).toMatchObject({ revision: 0 });
    expect(reduce(before, { kind: "edited", editor }).editor).toBe(editor);
  });

  it("says that a save is on its way", () => {
    expectChange(before, { kind: "saving" }, { save: { kind: "saving" } });
  });

  it("remembers file, document and time of a save, and not what was typed meanwhile", () => {
    const saved = doc(p("as saved")).doc;
    const at = "2026-03-01T08:30:00Z";
    expectChange(
      aState(undefined, { file: null, savedDoc: null, save: { kind: "saving" } }),
      { kind: "saved", file: savedFile("b.stet"), doc: saved, at },
      { file: aFile("b.stet"), savedDoc: saved, save: { kind: "saved", at }, historyTurn: 1 },
    );
  });

  it("R9 knows the file as main says that it is", () => {
    const file = { name: "a.stet", readOnly: true };
    expectChange(before, { kind: "file", file }, { file });
  });

  it("shows why a save failed, in the bar and in a dialog", () => {
    expectChange(
      before,
      { kind: "saveFailed", failure: conflict, isTold: true },
      {
        save: { kind: "failed", failure: conflict },
        dialog: { kind: "saveFailed", failure: conflict },
      },
    );
  });

  it("shows why a save failed that nobody asked for in the bar alone", () => {
    expectChange(
      before,
      { kind: "saveFailed", failure: diskFull, isTold: false },
      { save: { kind: "failed", failure: diskFull } },
    );
  });

  it("goes back to what it said before a save was cancelled", () => {
    const saving = { save: { kind: "saving" } } as const;
    expectChange(
      aState(undefined, saving),
      { kind: "saveCancelled" },
      { save: { kind: "saved", at: null } },
    );
    expectChange(
      aState(undefined, { ...saving, file: null }),
      { kind: "saveCancelled" },
      { save: { kind: "never" } },
    );
  });

  it("keeps why a recovery copy failed until one succeeds", () => {
    const failed = reduce(before, { kind: "backedUp", failure: diskFull });
    expect(failed).toEqual({ ...before, backupFailure: diskFull });
    expectChange(failed, { kind: "backedUp", failure: null }, { backupFailure: null });
  });

  it("tells of failures that come together, of each in its turn", () => {
    const told = ["a.svg", "b.tiff", "c.svg"].map((file) => ({
      kind: "failure" as const,
      title: "This picture was not inserted",
      failure: { ...diskFull, file },
    }));
    const ask = (state: State, dialog: Dialog): State => reduce(state, { kind: "asked", dialog });
    const [first, second] = told;
    expect(told.slice(0, 1).reduce(ask, before).dialog).toEqual(first);
    expect(told.slice(0, 2).reduce(ask, before).dialog).toEqual({
      kind: "failures",
      all: [first, second],
    });
    const all = told.reduce(ask, before);
    expect(all.dialog).toEqual({ kind: "failures", all: told });
    expectChange(all, { kind: "answered" }, { dialog: null });
    expect(ask(all, { kind: "closing" }).dialog).toEqual({ kind: "closing" });
    expect(told.slice(0, 1).reduce(ask, ask(before, { kind: "closing" })).dialog).toEqual(first);
  });

  it("opens a dialog and closes it when it is answered", () => {
    const asked = reduce(before, { kind: "asked", dialog: { kind: "closing" } });
    expect(asked).toEqual({ ...before, dialog: { kind: "closing" } });
    expectChange(asked, { kind: "answered" }, { dialog: null });
  });

  it("shows a toast and takes it away", () => {
    const toast = { text: "Exported a.html", offer: null };
    const shown = reduce(before, { kind: "toasted", toast });
    expect(shown).toEqual({ ...before, toast });
    expectChange(shown, { kind: "toasted", toast: null }, { toast: null });
  });

  it("tells what was not done, but not over a toast that waits for an answer", () => {
    expect(reduce(before, { kind: "told", text: "Not pasted" }).toast).toEqual({
      text: "Not pasted",
      offer: null,
    });
    const waiting = {
      ...before,
      toast: { text: "Changed", offer: { kind: "loadTheirs" } },
    } as const;
    expect(reduce(waiting, { kind: "told", text: "Not pasted" })).toBe(waiting);
  });

  it("takes new settings", () => {
    const settings = {
      theme: "dark",
      panel: "details",
      autosave: true,
      outline: false,
      typewriter: false,
    } as const;
    expectChange(before, { kind: "settings", settings }, { settings });
  });
});
