// @vitest-environment happy-dom
import { Selection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { describe, expect, it, onTestFinished } from "vitest";
import { by, byline, doc, hr, kicker, p, quote } from "../build";
import { keyEvent, mount, press } from "../keyboard";

/** The top-level blocks that are always drawn, by their place and text. */
function near({ dom }: EditorView): readonly string[] {
  const blocks = [...dom.children].map((block, at) => ({ block, at }));
  const marked = blocks.filter(({ block }) => block.hasAttribute("data-near"));
  return marked.map(({ block, at }) => `${at} ${block.textContent}`);
}

describe("nearCaret", () => {
  it("marks the block with the caret and the ones beside it", () => {
    const view = mount(doc(p("a"), p("b"), p("c<a>"), p("d"), p("e")));
    expect(near(view)).toEqual(["5 b", "6 c", "7 d"]);
  });

  it("marks whole blocks, wherever in them the caret stands", () => {
    const view = mount(doc(p("a"), quote(p("b"), by("Jo<a>")), hr(), p("d")));
    expect(near(view)).toEqual(["4 a", "5 bJo", "6 "]);
  });

  it("ends with the story at both ends", () => {
    expect(near(mount(doc(kicker("K<a>"), p("a"))))).toEqual(["0 K", "1 "]);
    expect(near(mount(doc(byline("B"), p("a<a>"))))).toEqual(["3 B", "4 a"]);
  });

  it("goes with the moving end of a selection, and with a block that is selected", () => {
    const view = mount(doc(p("a<a>"), p("b"), p("c"), p("d<b>"), p("e"), p("f")));
    expect(near(view)).toEqual(["6 c", "7 d", "8 e"]);
    expect(near(mount(doc(p("a"), "<n>", hr(), p("c"))))).toEqual(["5 ", "6 c"]);
    press(view, "Mod-a");
    expect(near(view)).toEqual(["9 f"]);
  });

  it("follows the caret, and blocks that are made, deleted and taken back", () => {
    const view = mount(doc(p("a"), p("bb<a>"), p("c"), p("d")));
    press(view, "Enter");
    expect(near(view)).toEqual(["5 bb", "6 ", "7 c"]);
    press(view, "Backspace");
    expect(near(view)).toEqual(["4 a", "5 bb", "6 c"]);
    press(view, "text:x");
    expect(near(view)).toEqual(["4 a", "5 bbx", "6 c"]);
    view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)));
    expect(near(view)).toEqual(["6 c", "7 d"]);
  });
});

describe("a key in the editor", () => {
  it("is told where the caret is, but for a letter behind a letter", () => {
    const { dom } = mount(doc(p("a<a>")));
    let told = 0;
    const count = (): void => {
      told++;
    };
    document.addEventListener("selectionchange", count);
    onTestFinished(() => document.removeEventListener("selectionchange", count));
    const tellings = (...events: readonly Event[]): readonly number[] =>
      events.map((event) => {
        told = 0;
        dom.dispatchEvent(event);
        return told;
      });
    const letter = keyEvent("a");
    const arrow = keyEvent("ArrowLeft");
    const control = keyEvent("Mod-b");

    expect(tellings(letter, letter, arrow, letter, letter)).toEqual([1, 0, 1, 1, 0]);
    expect(tellings(control, letter)).toEqual([1, 1]);
    expect(tellings(new MouseEvent("mousedown"), letter)).toEqual([0, 1]);
  });
});
