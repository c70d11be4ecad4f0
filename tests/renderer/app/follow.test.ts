import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Api } from "../../../electron/contract";
import { createCommands, type Desk } from "../../../renderer/app/commands";
import { createEffects } from "../../../renderer/app/effects";
import { followStory } from "../../../renderer/app/follow";
import { menuModel } from "../../../renderer/app/menu";
import type { State } from "../../../renderer/app/state";
import { createStore } from "../../../renderer/app/store";
import { doc, headline, p, withMetadata, type Story } from "../build";
import { savedFile, aState, fakeApi, typeInto } from "./desk";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function follow(story: Story, given: Partial<State> = {}) {
  const setTitle = vi.fn<Api["setTitle"]>(async () => undefined);
  const setMenu = vi.fn<Api["setMenu"]>(async () => undefined);
  const api = fakeApi({ setTitle, setMenu });
  const store = createStore(aState(story, given));
  const desk: Desk = { store, effects: createEffects(store, api, () => undefined), view: null };
  const commands = createCommands(desk);
  followStory(store, api, commands);
  return { store, setTitle, setMenu, commands, settle: () => vi.advanceTimersByTime(1000) };
}

const ferry = doc(headline("Ferry<a>"), p("Fog"));

describe("followStory", () => {
  it("sends title and menu once at the start", () => {
    const { store, commands, setTitle, setMenu, settle } = follow(ferry);
    settle();
    expect(setTitle.mock.calls).toEqual([["Ferry", false]]);
    expect(setMenu.mock.calls).toEqual([[menuModel(commands, store.state())]]);
  });

  it.each([
    ["the headline", ferry, "Ferry"],
    ["the slug", withMetadata(doc(p("Fog")), { slug: "ferry" }), "ferry"],
    ["the file's name", doc(p("Fog")), "a.stet"],
  ])("calls the window by %s", (_, story, title) => {
    expect(follow(story).setTitle.mock.calls).toEqual([[title, false]]);
  });

  it("has no name for a new story without words", () => {
    expect(follow(doc(), { file: null }).setTitle.mock.calls).toEqual([["", false]]);
  });

  it("sends a change once, when the writer's hands rest", () => {
    const { store, commands, setTitle, setMenu, settle } = follow(ferry);
    for (const letter of " late") typeInto(store, letter);
    expect(setTitle).toHaveBeenCalledOnce();
    settle();
    expect(setTitle.mock.calls.slice(1)).toEqual([["Ferry late", true]]);
    // Undo has come alive.
    expect(setMenu.mock.calls.slice(1)).toEqual([[menuModel(commands, store.state())]]);
  });

  it("sends nothing that main knows already", () => {
    const { store, setTitle, setMenu, settle } = follow(ferry);
    store.dispatch({ kind: "toasted", toast: { text: "Exported", offer: null } });
    settle();
    expect([setTitle.mock.calls.length, setMenu.mock.calls.length]).toEqual([1, 1]);
  });

  it("sends that the story is saved again, and the title alone", () => {
    const { store, setTitle, setMenu, settle } = follow(ferry);
    typeInto(store, "!");
    settle();
    const { doc: saved } = store.state().editor;
    const at = "2026-03-01T08:30:00Z";
    store.dispatch({ kind: "saved", file: savedFile("a.stet"), doc: saved, at });
    settle();
    expect(setTitle.mock.calls.at(-1)).toEqual(["Ferry!", false]);
    expect([setTitle.mock.calls.length, setMenu.mock.calls.length]).toEqual([3, 2]);
  });

  it("sends the menu when a switch is turned", () => {
    const { store, setTitle, setMenu, settle } = follow(ferry);
    store.dispatch({
      kind: "settings",
      settings: {
        theme: "dark",
        panel: "details",
        autosave: true,
        outline: false,
        typewriter: false,
      },
    });
    settle();
    expect([setTitle.mock.calls.length, setMenu.mock.calls.length]).toEqual([1, 2]);
  });
});
