// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fail, ok, type Failure } from "../../../article/result";
import { defaultSettings, type Api } from "../../../electron/contract";
import { startAutosave } from "../../../renderer/app/autosave";
import { isEdited, type State } from "../../../renderer/app/state";
import { doc, headline, p } from "../build";
import { savedFile, conflict, diskFull, fakeApi, mountDesk } from "./desk";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const restMs = 2000;

function aWindow(given: Partial<State> = {}, failure: Failure | null = null) {
  const save = vi.fn<Api["save"]>(async () => (failure ? fail(failure) : ok(savedFile("a.stet"))));
  const story = doc(headline("Ferry late"), p("Fog <a>today"));
  const { effects, store, view } = mountDesk(story, fakeApi({ save }), given);
  let composing = false;
  const onLeave = startAutosave(store, effects, () => composing);
  return {
    store,
    save,
    compose: (now: boolean) => (composing = now),
    type: () => view.dispatch(view.state.tr.insertText("x")),
    rest: () => vi.advanceTimersByTimeAsync(restMs),
    leave: async () => {
      onLeave();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe("startAutosave", () => {
  it("saves once the hands have rested for two seconds, and says so", async () => {
    const { store, save, type, rest } = aWindow();
    type();
    await vi.advanceTimersByTimeAsync(restMs - 100);
    type();
    await vi.advanceTimersByTimeAsync(restMs - 100);
    expect(save).not.toHaveBeenCalled();
    await rest();
    expect(save).toHaveBeenCalledTimes(1);
    expect(store.state().save.kind).toBe("saved");
    expect(isEdited(store.state())).toBe(false);
    await vi.advanceTimersByTimeAsync(10 * restMs);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it("saves at once when another window comes to the front", async () => {
    const { save, type, leave } = aWindow();
    type();
    await leave();
    expect(save).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Partial<State>]>([
    ["switched off", { settings: { ...defaultSettings, autosave: false } }],
    ["without a file", { file: null, save: { kind: "never" } }],
    ["read-only", { file: { name: "a.stet", readOnly: true } }],
    ["waiting for an answer", { dialog: { kind: "closing" } }],
  ])("leaves a story alone that is %s", async (_, given) => {
    const { save, type, rest, leave } = aWindow(given);
    type();
    await rest();
    await leave();
    expect(save).not.toHaveBeenCalled();
  });

  it("does not save in the middle of a word that is being composed", async () => {
    const { save, type, rest, compose } = aWindow();
    compose(true);
    type();
    await rest();
    expect(save).not.toHaveBeenCalled();
    compose(false);
    type();
    await rest();
    expect(save).toHaveBeenCalledTimes(1);
  });

  it("tells a failure in the bar alone, and tries again when there is something new", async () => {
    const { store, save, type, rest, leave } = aWindow({}, diskFull);
    type();
    await vi.advanceTimersByTimeAsync(5 * restMs);
    expect(save).toHaveBeenCalledTimes(1);
    expect(store.state()).toMatchObject({ dialog: null, save: { kind: "failed" } });
    type();
    await rest();
    expect(save).toHaveBeenCalledTimes(2);
    await leave();
    expect(save).toHaveBeenCalledTimes(3);
  });

  it("offers to decide a conflict, once, and takes no keys for it", async () => {
    const { store, save, type, rest, leave } = aWindow({}, conflict);
    type();
    await rest();
    expect(store.state().dialog).toBeNull();
    expect(store.state().toast?.offer).toEqual({ kind: "decide", failure: conflict });
    store.dispatch({ kind: "toasted", toast: null });
    type();
    await rest();
    await leave();
    expect(save).toHaveBeenCalledTimes(1);
    expect(store.state().toast).toBeNull();
  });
});
