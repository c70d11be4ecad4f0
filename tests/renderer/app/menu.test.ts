import { describe, expect, it } from "vitest";
import type { Menu, MenuItem } from "../../../electron/contract";
import { createCommands, type Desk } from "../../../renderer/app/commands";
import { createEffects } from "../../../renderer/app/effects";
import { menuModel } from "../../../renderer/app/menu";
import type { State } from "../../../renderer/app/state";
import { createStore } from "../../../renderer/app/store";
import { by, doc, figure, headline, kicker, p, quote, strong, type Story } from "../build";
import { aState, fakeApi, typeInto } from "./desk";

type CommandItem = Extract<MenuItem, { kind: "command" }>;

function commandsOf(state: State) {
  const store = createStore(state);
  const effects = createEffects(store, fakeApi(), () => undefined);
  const desk: Desk = { store, effects, view: null };
  return createCommands(desk);
}

function itemsOf(menus: readonly Menu[]): readonly MenuItem[] {
  return menus.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === "submenu" ? item.items : [item])),
  );
}

function itemIn(state: State, id: string): CommandItem {
  const items = itemsOf(menuModel(commandsOf(state), state));
  const found = items.find((item) => item.kind === "command" && item.id === id);
  if (found?.kind !== "command") throw new Error(`no menu item ${id}`);
  return found;
}

const isEnabled = (story: Story, id: string): boolean => itemIn(aState(story), id).enabled;
const isTicked = (story: Story, id: string): boolean | null => itemIn(aState(story), id).checked;

describe("menuModel", () => {
  it("has every command that people and tests know by its id", () => {
    const state = aState();
    const items = itemsOf(menuModel(commandsOf(state), state));
    const ids = items.flatMap((item) => ("id" in item ? [item.id] : []));
    expect(ids).toEqual(
      expect.arrayContaining([
        "file.new",
        "file.open",
        "file.openRecent",
        "file.save",
        "file.saveAs",
        "file.export.html",
        "edit.undo",
        "edit.redo",
        "insert.quote",
        "insert.pullquote",
        "insert.figure",
        "insert.subhead",
        "insert.divider",
        "insert.bulletlist",
        "insert.numberedlist",
        "format.strong",
        "format.em",
        "format.link",
        "view.details",
      ]),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has every command there is, so that none can be reached by a key alone", () => {
    const state = aState();
    const commands = commandsOf(state);
    const items = itemsOf(menuModel(commands, state));
    const shown = items.flatMap((item) => (item.kind === "command" ? [item.id] : []));
    // Main draws this one below the recent files.
    expect([...shown, "file.clearRecent"].sort()).toEqual([...commands.keys()].sort());
  });

  it("shows a command's label and key", () => {
    expect(itemIn(aState(), "insert.quote")).toMatchObject({ key: "Mod-Shift-9", label: "Quote" });
    expect(itemIn(aState(), "insert.divider").key).toBeNull();
  });

  it("offers undo once there is something to take back, and redo once that was done", () => {
    const store = createStore(aState());
    const offers = () => ["edit.undo", "edit.redo"].map((id) => itemIn(store.state(), id).enabled);
    expect(offers()).toEqual([false, false]);
    typeInto(store, "x");
    expect(offers()).toEqual([true, false]);
  });

  it.each([
    ["a subhead in a paragraph", doc(p("a<a>b")), "insert.subhead", true],
    ["no subhead in the headline", doc(headline("a<a>b")), "insert.subhead", false],
    ["no subhead in a caption", doc(figure({ caption: "a<a>b" })), "insert.subhead", false],
    ["bold in a paragraph", doc(p("<a>a<b>b")), "format.strong", true],
    ["no bold in the kicker", doc(kicker("<a>a<b>b")), "format.strong", false],
    ["no italic in a speaker's name", doc(quote(p("q"), by("<a>Jo<b>"))), "format.em", false],
    ["a link in a paragraph", doc(p("fog<a>gy")), "format.link", true],
    ["no link in the kicker", doc(kicker("fog<a>gy")), "format.link", false],
    ["no link over two paragraphs", doc(p("<a>a"), p("b<b>")), "format.link", false],
    [
      "no dateline in a story that opens with a quote",
      doc(quote(p("<a>q"), by())),
      "insert.dateline",
      false,
    ],
    ["a list in a paragraph", doc(p("a<a>b")), "insert.bulletlist", true],
    ["no list in the headline", doc(headline("a<a>b")), "insert.numberedlist", false],
  ])("offers %s", (_, story, id, expected) => {
    expect(isEnabled(story, id)).toBe(expected);
  });

  it("offers what leaves the story alone wherever the caret is", () => {
    for (const id of ["file.new", "file.save", "file.export.html", "view.details"]) {
      expect(isEnabled(doc(kicker("<a>")), id)).toBe(true);
    }
  });

  it("ticks what is on", () => {
    expect(isTicked(doc(p(strong("<a>a<b>"), "b")), "format.strong")).toBe(true);
    expect(isTicked(doc(p(strong("a<a>b"))), "format.strong")).toBe(true);
    expect(isTicked(doc(p(strong("a"), "<a>b<b>")), "format.strong")).toBe(false);
    expect(isTicked(doc(p("<a>a")), "file.save")).toBeNull();
    const open = aState(undefined, {
      settings: {
        theme: "dark",
        panel: "details",
        autosave: true,
        outline: false,
        typewriter: false,
      },
    });
    expect(itemIn(open, "view.details").checked).toBe(true);
    expect(itemIn(open, "view.theme.dark").checked).toBe(true);
    expect(itemIn(open, "view.theme.light").checked).toBe(false);
  });
});
