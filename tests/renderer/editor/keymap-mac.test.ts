// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { by, doc, expectState, headline, li, p, quote, standfirst, ul, type Story } from "../build";
import { mount } from "../keyboard";

// ProseMirror looks at the system once, when it is loaded.
vi.hoisted(() => Object.defineProperty(navigator, "platform", { value: "MacIntel" }));

interface Held {
  readonly ctrlKey?: true;
  readonly altKey?: true;
}

/** Presses the key and tells whether the editor took it, or left it to the browser. */
function pressed(story: Story, key: string, held: Held) {
  const view = mount(story);
  const event = new KeyboardEvent("keydown", { key, ...held });
  const isTaken = view.someProp("handleKeyDown", (handle) => handle(view, event)) === true;
  return { isTaken, state: view.state };
}

describe.each([
  ["Ctrl-h", "h", { ctrlKey: true }],
  ["Alt-Backspace", "Backspace", { altKey: true }],
] as const)("%s on a Mac", (_, key, held) => {
  it.each([
    [doc(headline("H"), standfirst("<a>S")), doc(headline("H<a>"), standfirst("S"))],
    [doc(quote(p("a"), by("<a>Jo"))), doc(quote(p("a<a>"), by("Jo")))],
    [doc(ul(li(p("<a>a")))), doc(p("<a>a"))],
  ])("does as Backspace at the start of a block, %#", (before, after) => {
    expectState(pressed(before, key, held).state, after);
  });

  it("is left to the system inside a text block", () => {
    expect(pressed(doc(p("a<a>b")), key, held).isTaken).toBe(false);
  });
});

describe.each([
  ["Ctrl-d", "d", { ctrlKey: true }],
  ["Alt-d", "d", { altKey: true }],
  ["Alt-Delete", "Delete", { altKey: true }],
  ["Ctrl-Alt-Backspace", "Backspace", { ctrlKey: true, altKey: true }],
] as const)("%s on a Mac", (_, key, held) => {
  it.each([
    [doc(headline("H<a>"), standfirst("S")), doc(headline("H<a>"), standfirst("S"))],
    [doc(quote(p("a"), by("Jo<a>", "x"))), doc(quote(p("a"), by("Jo<a>", "x")))],
    [doc(ul(li(p("a<a>")), li(p("b")))), doc(ul(li(p("a<a>b"))))],
  ])("does as Delete at the end of a block, %#", (before, after) => {
    const { isTaken, state } = pressed(before, key, held);
    expect(isTaken).toBe(true);
    expectState(state, after);
  });
});
