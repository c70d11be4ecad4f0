// @vitest-environment happy-dom
import type { EditorView } from "prosemirror-view";
import { describe, expect, it } from "vitest";
import { by, byline, doc, expectState, figure, headline, p, quote, type Story } from "../build";
import { expectKeys, mount } from "../keyboard";

const story = doc(headline("H"), p("a<a>"), quote(p("q"), by("Jo")), figure({ caption: "c" }));

function handleOf(view: EditorView): Element {
  const handle = view.dom.parentElement?.querySelector(".block-handle");
  if (!handle) throw new Error("there is no handle");
  return handle;
}

/** Moves the pointer over what the selector finds in the story. */
function point(view: EditorView, selector: string): Element {
  const target = view.dom.querySelector(selector);
  target?.dispatchEvent(new MouseEvent("mousemove", { bubbles: true }));
  return handleOf(view);
}

function isShown(handle: Element): boolean {
  return handle.hasAttribute("data-shown");
}

describe("the block handle", () => {
  it("shows beside the block under the pointer, wherever in it that is", () => {
    const view = mount(story);
    expect(isShown(handleOf(view))).toBe(false);
    for (const selector of ["p:not([class])", ".quote", ".quote-speaker", ".figure-caption"]) {
      expect(isShown(point(view, selector)), selector).toBe(true);
    }
  });

  it("stays away from the header, whose fields do not move", () => {
    const view = mount(story);
    point(view, ".quote");
    expect(isShown(point(view, ".headline"))).toBe(false);
  });

  it("goes when something is typed", () => {
    const view = mount(story);
    const handle = point(view, ".quote");
    view.dom.dispatchEvent(new KeyboardEvent("keydown", { key: "x" }));
    expect(isShown(handle)).toBe(false);
  });

  it.each<[string, Story]>([
    [
      ".quote-speaker",
      doc(headline("H"), p("a"), "<n>", quote(p("q"), by("Jo")), figure({ caption: "c" })),
    ],
    [
      ".figure-caption",
      doc(headline("H"), p("a"), quote(p("q"), by("Jo")), "<n>", figure({ caption: "c" })),
    ],
  ])("picks the whole block up when it is pressed beside %s", (selector, expected) => {
    const view = mount(story);
    point(view, selector).dispatchEvent(new MouseEvent("mousedown"));
    expectState(view.state, expected);
  });

  it("does nothing when it is pressed beside no block", () => {
    const view = mount(story);
    handleOf(view).dispatchEvent(new MouseEvent("mousedown"));
    expectState(view.state, story);
  });

  it("goes with the editor", () => {
    const view = mount(story);
    const place = view.dom.parentElement;
    view.destroy();
    expect(place?.querySelector(".block-handle")).toBeNull();
  });
});

describe("Alt with an arrow", () => {
  it("moves the block with the caret, and stops at the header", () => {
    expectKeys(doc(p("a"), p("b<a>")), ["Alt-ArrowUp"], doc(p("b<a>"), p("a")));
    expectKeys(doc(p("b<a>"), p("a")), ["Alt-ArrowDown"], doc(p("a"), p("b<a>")));
    const first = doc(byline("B"), p("a<a>"));
    expectKeys(first, ["Alt-ArrowUp"], first);
  });
});
