import { redo, undo } from "prosemirror-history";
import type { Command } from "prosemirror-state";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fail, ok, type Result } from "../../../article/result";
import type { Api } from "../../../electron/contract";
import { startBackups } from "../../../renderer/app/backup";
import { createStore } from "../../../renderer/app/store";
import { articleText } from "../../../renderer/app/story";
import { savedFile, aState, diskFull, fakeApi, typeInto } from "./desk";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A window that keeps copies; `kept` is the revision of each copy that main was sent. */
function aWindow(answer: () => Promise<Result<null>> = async () => ok(null)) {
  const backUp = vi.fn<Api["backUp"]>(answer);
  const store = createStore(aState());
  const settle = vi.fn<Api["settle"]>(async () => ok(null));
  const backups = startBackups(store, fakeApi({ backUp, settle }));
  const kept = () => backUp.mock.calls.map(([{ revision }]) => revision);
  return { store, backUp, settle, backups, kept, type: () => typeInto(store, "x") };
}

/** A window whose copies stay on their way until the test lets the oldest arrive. */
function aSlowWindow() {
  const waiting: ((result: Result<null>) => void)[] = [];
  const opened = aWindow(() => new Promise((resolve) => waiting.push(resolve)));
  const arrive = async (result: Result<null> = ok(null)): Promise<void> => {
    waiting.shift()?.(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { ...opened, arrive };
}

describe("startBackups", () => {
  it("keeps the first change at once, as article.json", async () => {
    const { store, backUp, type } = aWindow();
    type();
    await vi.advanceTimersByTimeAsync(0);
    expect(backUp.mock.calls).toEqual([[{ revision: 1, text: articleText(store.state()) }]]);
  });

  it("keeps nothing as long as nothing is written", async () => {
    const { store, kept } = aWindow();
    store.dispatch({ kind: "asked", dialog: { kind: "closing" } });
    await vi.advanceTimersByTimeAsync(2000);
    expect(kept()).toEqual([]);
  });

  it("keeps a copy every half second while changes go on, and the last one too", async () => {
    const { kept, type } = aWindow();
    for (let ms = 0; ms < 1000; ms += 100) {
      type();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(kept()).toEqual([1, 5, 10]);
    type();
    await vi.advanceTimersByTimeAsync(5000);
    expect(kept()).toEqual([1, 5, 10, 11]);
  });

  it("keeps a change after a pause at once", async () => {
    const { kept, type } = aWindow();
    type();
    await vi.advanceTimersByTimeAsync(10_000);
    type();
    await vi.advanceTimersByTimeAsync(0);
    expect(kept()).toEqual([1, 2]);
  });

  it("never has two copies on their way, and sends the newest text when one has arrived", async () => {
    const { kept, type, arrive } = aSlowWindow();
    type();
    await vi.advanceTimersByTimeAsync(0);
    type();
    type();
    await vi.advanceTimersByTimeAsync(5000);
    expect(kept()).toEqual([1]);
    await arrive();
    expect(kept()).toEqual([1, 3]);
    await arrive();
    await vi.advanceTimersByTimeAsync(5000);
    expect(kept()).toEqual([1, 3]);
  });

  it("keeps no copy of what was saved or undone before its turn came", async () => {
    const { store, kept, type } = aWindow();
    type();
    const { doc } = store.state().editor;
    store.dispatch({ kind: "saved", file: savedFile("a.stet"), doc, at: "2026-03-01T08:30:00Z" });
    await vi.advanceTimersByTimeAsync(1000);
    type();
    const { editor } = store.state();
    undo(editor, (tr) => store.dispatch({ kind: "edited", editor: editor.apply(tr) }));
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.state().editor.doc.eq(doc)).toBe(true);
    expect(kept()).toEqual([]);
  });

  it("sends the newest text at once when the program ends, though a copy is on its way", async () => {
    const { backups, kept, type, arrive } = aSlowWindow();
    type();
    await vi.advanceTimersByTimeAsync(0);
    type();
    const done = vi.fn();
    void backups.flush().then(done);
    expect(kept()).toEqual([1, 2]);
    await arrive();
    expect(done).not.toHaveBeenCalled();
    await arrive();
    expect(done).toHaveBeenCalledOnce();
  });

  it("sends nothing at the end when all is saved, and does not mind a failure", async () => {
    const { backups, backUp, kept, type } = aWindow();
    await backups.flush();
    expect(kept()).toEqual([]);
    type();
    backUp.mockRejectedValue(new Error("backUp: gone"));
    await expect(backups.flush()).resolves.toBeUndefined();
  });

  it("takes the copies back when undo comes to what is saved, and keeps what is redone", async () => {
    const { store, settle, kept, type } = aWindow();
    const step = (command: Command): void => {
      const { editor } = store.state();
      command(editor, (tr) => store.dispatch({ kind: "edited", editor: editor.apply(tr) }));
    };
    type();
    await vi.advanceTimersByTimeAsync(1000);
    step(undo);
    await vi.advanceTimersByTimeAsync(1000);
    expect(settle.mock.calls).toEqual([[{ revision: 2, text: articleText(store.state()) }]]);
    step(redo);
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept()).toEqual([1, 3]);
    expect(settle).toHaveBeenCalledOnce();
  });

  it("takes nothing back after a save, which did so by itself", async () => {
    const { store, settle, kept, type } = aWindow();
    type();
    await vi.advanceTimersByTimeAsync(1000);
    type();
    const { doc } = store.state().editor;
    store.dispatch({ kind: "saved", file: savedFile("a.stet"), doc, at: "2026-03-01T08:30:00Z" });
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept()).toEqual([1]);
    expect(settle).not.toHaveBeenCalled();
  });

  it("takes the copies back at once when the program ends", async () => {
    const { store, settle, backups, type } = aWindow();
    type();
    await vi.advanceTimersByTimeAsync(0);
    const { editor } = store.state();
    undo(editor, (tr) => store.dispatch({ kind: "edited", editor: editor.apply(tr) }));
    await backups.flush();
    expect(settle).toHaveBeenCalledOnce();
  });

  it("shows why a copy failed until one succeeds", async () => {
    const { store, type, arrive } = aSlowWindow();
    const shown: (string | null)[] = [];
    for (const result of [fail(diskFull), fail(diskFull), ok(null)]) {
      type();
      await vi.advanceTimersByTimeAsync(1000);
      await arrive(result);
      shown.push(store.state().backupFailure?.reason ?? null);
    }
    expect(shown).toEqual([diskFull.reason, diskFull.reason, null]);
  });

  it("tries again what failed though nothing more is written, and does not tell it twice", async () => {
    const { store, backUp, kept, type } = aWindow();
    backUp.mockResolvedValue(fail(diskFull));
    type();
    await vi.advanceTimersByTimeAsync(0);
    const told = vi.fn();
    store.subscribe(told);
    backUp.mockImplementation(async () => fail({ ...diskFull }));
    await vi.advanceTimersByTimeAsync(1000);
    expect(kept()).toEqual([1, 1, 1]);
    expect(told).not.toHaveBeenCalled();
    backUp.mockResolvedValue(ok(null));
    await vi.advanceTimersByTimeAsync(5000);
    expect(kept()).toEqual([1, 1, 1, 1]);
    expect(store.state().backupFailure).toBeNull();
  });

  it("warns no more once a save has made copies needless", async () => {
    const { store, backUp, type } = aWindow();
    backUp.mockResolvedValue(fail(diskFull));
    type();
    await vi.advanceTimersByTimeAsync(0);
    const { doc } = store.state().editor;
    store.dispatch({ kind: "saved", file: savedFile("a.stet"), doc, at: "2026-03-01T08:30:00Z" });
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.state().backupFailure).toBeNull();
  });

  it("tells of an error that nobody foresaw, and goes on trying", async () => {
    const { store, backUp, type } = aWindow();
    backUp.mockRejectedValueOnce(new Error("backUp: too long"));
    type();
    await vi.advanceTimersByTimeAsync(0);
    expect(store.state().backupFailure?.reason).toContain("backUp: too long");
    type();
    await vi.advanceTimersByTimeAsync(1000);
    expect(backUp).toHaveBeenCalledTimes(2);
    expect(store.state().backupFailure).toBeNull();
  });
});
