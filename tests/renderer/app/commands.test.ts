// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { fail, ok } from "../../../article/result";
import type { Api } from "../../../electron/contract";
import { createCommands, insertPictures } from "../../../renderer/app/commands";
import { blocks } from "../../../renderer/blocks";
import { schema } from "../../../renderer/blocks/schema";
import { blockCommands } from "../../../renderer/editor/insert-menu";
import {
  doc,
  em,
  expectState,
  figure,
  headline,
  link,
  p,
  picture,
  strong,
  subhead,
  type Story,
} from "../build";
import { diskFull, fakeApi, mountDesk } from "./desk";

const ferry = doc(headline("Ferry"), p("<a>Fog<b> today"));

function commandsOn(story: Story = ferry, given: Partial<Api> = {}) {
  const mounted = mountDesk(story, fakeApi(given));
  const commands = createCommands(mounted.desk);
  const run = (id: string): void => {
    const command = commands.get(id);
    if (!command) throw new Error(`no command ${id}`);
    command.run();
  };
  const isOn = (id: string) => commands.get(id)?.isOn?.(mounted.store.state()) ?? null;
  return { ...mounted, commands, run, isOn };
}

const quay = { media: picture(2), widthPx: 30, heightPx: 20 };
const withQuay = doc(
  headline("Ferry"),
  p("Fog today"),
  figure({ media: picture(2), width: 30, height: 20, caption: "<a>" }),
);

describe("createCommands", () => {
  it("uses no id and no key twice", () => {
    const all = [...commandsOn().commands.values()];
    const keys = all.flatMap(({ key }) => key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    const ids = blockCommands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [id, command] of commandsOn().commands) expect(command.id).toBe(id);
  });

  it("has nothing to change a story with that is only looked at", () => {
    const { commands, store } = commandsOn();
    const lookedAt = { ...store.state(), viewOnly: "Made by a newer Stet." };
    const on = [...commands.values()].filter(({ isEnabled }) => isEnabled(lookedAt));
    const ids = on.map(({ id }) => id).filter((id) => /^(insert|format|edit)\./.test(id));
    expect(ids).toEqual(["edit.find", "format.link"]);
  });

  it("takes no key that a block has for itself", () => {
    const keys = [...commandsOn().commands.values()].flatMap(({ key }) => key ?? []);
    const taken = blocks.flatMap((block) => Object.keys(block.keys(schema.nodes)));
    expect(keys.filter((key) => taken.includes(key))).toEqual([]);
  });

  it("undoes and redoes in the editor", () => {
    const { view, run } = commandsOn();
    run("insert.subhead");
    const changed = doc(headline("Ferry"), subhead("<a>Fog<b> today"));
    expectState(view.state, changed);
    run("edit.undo");
    expectState(view.state, ferry);
    run("edit.redo");
    expectState(view.state, changed);
  });

  it("switches bold and italic, and says what is on at a caret too", () => {
    const { view, run, isOn } = commandsOn();
    expect(isOn("format.strong")).toBe(false);
    run("format.strong");
    run("format.em");
    expectState(view.state, doc(headline("Ferry"), p(em(strong("<a>Fog<b>")), " today")));
    expect([isOn("format.strong"), isOn("format.em")]).toEqual([true, true]);
    run("format.em");
    expect(isOn("format.em")).toBe(false);
    const caret = commandsOn(doc(p("Fog<a>")));
    caret.run("format.strong");
    expect(caret.isOn("format.strong")).toBe(true);
  });

  it("asks for a link's address, with the one it has, and only where a link may stand", () => {
    const { store, run, isOn } = commandsOn(doc(p(link("https://a.org/", "Fog<a>gy"))));
    run("format.link");
    expect(store.state().dialog).toEqual({ kind: "link", href: "https://a.org/" });
    expect(isOn("format.link")).toBe(true);
    const across = commandsOn(doc(p("<a>a"), p("b<b>")));
    across.run("format.link");
    expect(across.store.state().dialog).toBeNull();
  });

  it("opens and closes the details, and remembers it", () => {
    const setSettings = vi.fn<Api["setSettings"]>(async () => undefined);
    const { store, run } = commandsOn(ferry, { setSettings });
    run("view.details");
    expect(store.state().settings).toEqual({
      theme: "system",
      panel: "details",
      autosave: true,
      outline: false,
      typewriter: false,
    });
    run("view.theme.dark");
    run("view.details");
    expect(setSettings.mock.lastCall).toEqual([
      { theme: "dark", panel: null, autosave: true, outline: false, typewriter: false },
    ]);
  });

  it("inserts the pictures that were chosen; one undo takes them out", async () => {
    const { view, run } = commandsOn(ferry, { choosePictures: async () => [ok(quay)] });
    run("insert.figure");
    await vi.waitFor(() => expectState(view.state, withQuay));
    run("edit.undo");
    expect(view.state.doc.eq(ferry.doc)).toBe(true);
  });

  it("inserts nothing when the choice is cancelled, and the caret is back in the story", async () => {
    const { view, run } = commandsOn();
    const focus = vi.spyOn(view, "focus");
    run("insert.figure");
    await vi.waitFor(() => expect(focus).toHaveBeenCalled());
    expectState(view.state, ferry);
  });

  it.each([
    ["file.new", "newStory"],
    ["file.open", "openStory"],
    ["file.clearRecent", "clearRecent"],
    ["file.save", "save"],
    ["file.saveAs", "saveAs"],
    ["file.export.html", "chooseExport"],
    ["file.export.htmlFolder", "chooseExport"],
  ] as const)("does %s by asking main to %s", async (id, request) => {
    const api = fakeApi();
    const asked = vi.spyOn(api, request);
    const { run } = commandsOn(ferry, api);
    run(id);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
  });
});

describe("insertPictures", () => {
  it("puts pasted files where the caret is", async () => {
    const { desk, view } = commandsOn(ferry, { addPicture: async () => ok(quay) });
    await insertPictures(desk, [new File(["x"], "quay.jpg")]);
    expectState(view.state, withQuay);
  });

  it("changes nothing when main refuses them", async () => {
    const { desk, view, store } = commandsOn(ferry, { addPicture: async () => fail(diskFull) });
    await insertPictures(desk, [new File(["x"], "quay.jpg")]);
    expectState(view.state, ferry);
    expect(store.state().dialog).toMatchObject({ kind: "failure", failure: diskFull });
  });
});
