// @vitest-environment happy-dom
import { Selection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { describe, expect, it } from "vitest";
import { blockCommands, insertMenuKey, takeInsertItem } from "../../../renderer/editor/insert-menu";
import {
  by,
  doc,
  expectState,
  headline,
  hr,
  li,
  p,
  quote,
  subhead,
  ul,
  type Story,
} from "../build";
import { commandOf } from "../commands";
import { mount, press, undoAll } from "../keyboard";

interface Desk {
  readonly view: EditorView;
  readonly ran: readonly string[];
}

/** A mounted story whose host runs what is chosen, as the program does. */
function desk(story: Story): Desk {
  const ran: string[] = [];
  const view: EditorView = mount(story, {
    run(id) {
      ran.push(id);
      commandOf(id)(view.state, view.dispatch, view);
    },
  });
  return { view, ran };
}

function menuOf({ view }: Desk) {
  return insertMenuKey.getState(view.state) ?? null;
}

function labels(at: Desk): readonly string[] {
  return menuOf(at)?.items.map(({ label }) => label) ?? [];
}

function chosen(at: Desk): string | undefined {
  const menu = menuOf(at);
  return menu?.items[menu.chosen]?.label;
}

const empty = doc(p("x"), p("<a>"));

describe("blockCommands", () => {
  it("have ids, labels and keys of their own", () => {
    for (const name of ["id", "label", "key"] as const) {
      const values = blockCommands.map((item) => item[name]).filter((value) => value !== null);
      expect(new Set(values).size).toBe(values.length);
    }
  });
});

describe("the insert menu", () => {
  it("opens on a slash in an empty paragraph, with every block", () => {
    const at = desk(empty);
    press(at.view, "text:/");
    expect(menuOf(at)?.items).toEqual(blockCommands);
    expect(chosen(at)).toBe("Quote");
    expectState(at.view.state, doc(p("x"), p("/<a>")));
  });

  it("opens in an empty paragraph of a quote or list too", () => {
    for (const story of [doc(quote(p("<a>"), by())), doc(ul(li(p("<a>"))))]) {
      const at = desk(story);
      press(at.view, "text:/");
      expect(menuOf(at)).not.toBeNull();
    }
  });

  it.each([
    ["behind words", doc(p("a<a>"))],
    ["before words", doc(p("<a>a"))],
    ["in the header", doc(headline("<a>"))],
    ["in a subhead", doc(subhead("<a>"))],
    ["in a speaker", doc(quote(p("a"), by("<a>")))],
    ["over a selected block", doc("<n>", hr(), p("x"))],
  ])("stays closed %s", (_, story) => {
    const at = desk(story);
    press(at.view, "text:/");
    expect(menuOf(at)).toBeNull();
    expect(at.view.state.doc.textContent).toContain("/");
  });

  it("shows what the letters behind the slash begin, in label or hint", () => {
    const at = desk(empty);
    press(at.view, "text:/QUO");
    expect(labels(at)).toEqual(["Quote", "Pull quote"]);
    press(at.view, "Backspace", "Backspace", "Backspace", "text:capt");
    expect(labels(at)).toEqual(["Picture"]);
  });

  it("closes where nothing fits, and leaves the text to the story", () => {
    const at = desk(empty);
    press(at.view, "text:/and so on");
    expect(menuOf(at)).toBeNull();
    press(at.view, "Enter");
    expectState(at.view.state, doc(p("x"), p("/and so on"), p("<a>")));
    expect(at.ran).toEqual([]);
  });

  it("goes round with the arrows, and from the top again when the letters change", () => {
    const at = desk(empty);
    press(at.view, "text:/", "ArrowUp");
    expect(chosen(at)).toBe(blockCommands.at(-1)?.label);
    press(at.view, "ArrowDown", "ArrowDown");
    expect(chosen(at)).toBe(blockCommands[1]?.label);
    press(at.view, "text:li");
    expect(chosen(at)).toBe(labels(at)[0]);
  });

  it.each(["Enter", "Tab"])("runs what is chosen with %s, in place of the slash", (key) => {
    const at = desk(empty);
    press(at.view, "text:/sub", key);
    expect(at.ran).toEqual(["insert.subhead"]);
    expectState(at.view.state, doc(p("x"), subhead("<a>")));
    expect(menuOf(at)).toBeNull();
  });

  it("runs a command inside a quote behind that quote", () => {
    const at = desk(doc(quote(p("a"), p("<a>"), by("Jo"))));
    press(at.view, "text:/divid", "Enter");
    expectState(at.view.state, doc(quote(p("a"), p(), by("Jo")), hr(), p("<a>")));
  });

  it("closes with Escape and leaves the text; the letters behind do not open it again", () => {
    const at = desk(empty);
    press(at.view, "text:/qu", "Escape");
    expect(menuOf(at)).toBeNull();
    press(at.view, "text:o");
    expect(menuOf(at)).toBeNull();
    expectState(at.view.state, doc(p("x"), p("/quo<a>")));
  });

  it("closes when the slash is deleted, the caret goes elsewhere or the editor loses the focus", () => {
    const deleted = desk(empty);
    press(deleted.view, "text:/", "Backspace");
    expect(menuOf(deleted)).toBeNull();
    const moved = desk(empty);
    press(moved.view, "text:/q");
    const { doc: story, tr } = moved.view.state;
    moved.view.dispatch(tr.setSelection(Selection.atStart(story)));
    expect(menuOf(moved)).toBeNull();
    const left = desk(empty);
    press(left.view, "text:/");
    left.view.dom.dispatchEvent(new FocusEvent("blur"));
    expect(menuOf(left)).toBeNull();
  });

  it("leaves the keys to the editor while it is closed", () => {
    const at = desk(empty);
    press(at.view, "Enter");
    expectState(at.view.state, doc(p("x"), p(), p("<a>")));
  });

  it("is taken back by undo, slash and block", () => {
    const at = desk(empty);
    press(at.view, "text:/sub", "Enter", "text:Hi");
    undoAll(at.view);
    expect(at.view.state.doc.eq(empty.doc)).toBe(true);
  });
});

describe("takeInsertItem", () => {
  const [first] = blockCommands;
  if (!first) throw new Error("there are no commands");

  it("runs an item that is clicked", () => {
    const at = desk(empty);
    press(at.view, "text:/");
    const ran: string[] = [];
    takeInsertItem(at.view, first, (id) => ran.push(id));
    expect(ran).toEqual([first.id]);
    expectState(at.view.state, doc(p("x"), p("<a>")));
  });

  it("does nothing once the menu is closed", () => {
    const at = desk(doc(p("/x<a>")));
    takeInsertItem(at.view, first, () => expect.unreachable());
    expectState(at.view.state, doc(p("/x<a>")));
  });
});
