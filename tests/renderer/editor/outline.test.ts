// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { currentEntry, jumpTo, outlineOf } from "../../../renderer/editor/outline";
import { by, doc, figure, headline, p, quote, subhead, type Story } from "../build";
import { mount } from "../keyboard";

const story = (mark = ""): Story =>
  doc(
    headline("Ferry late"),
    p("One"),
    subhead("Fog"),
    p(`Two${mark}`),
    quote(p("We waited"), by("Jo")),
    figure({ caption: "The quay" }),
    subhead(),
  );

describe("outlineOf", () => {
  it("lists headline, subheads, quotes and pictures in reading order", () => {
    expect(outlineOf(story().doc).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "headline: Ferry late",
      "subhead: Fog",
      "quote: “We waited”",
      "figure: The quay",
      "subhead: Subhead",
    ]);
  });
});

describe("currentEntry", () => {
  it("is the entry that the caret stands in or behind", () => {
    expect(currentEntry(mount(story("<a>")).state)).toBe(1);
  });
});

describe("jumpTo", () => {
  it("puts the caret into each block of the list", () => {
    const view = mount(story("<a>"));
    for (const [index, { pos }] of outlineOf(view.state.doc).entries()) {
      jumpTo(pos)(view.state, view.dispatch);
      expect(currentEntry(view.state)).toBe(index);
    }
  });
});
