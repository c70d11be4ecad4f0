// @vitest-environment happy-dom
import * as fc from "fast-check";
import { TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { newDoc } from "../../../renderer/blocks/document";
import { anyDoc, anyPlace, placeIn } from "../arbitrary";
import {
  by,
  byline,
  doc,
  em,
  expectState,
  figure,
  headline,
  hr,
  kicker,
  li,
  p,
  quote,
  standfirst,
  strong,
  subhead,
  ul,
  type Story,
} from "../build";
import { expectKeys, mount, mountDoc, openDoc, press } from "../keyboard";

const fields = doc(kicker("K"), headline("he<a>ad"), standfirst("S"), byline("By <b>Jo"), p("x"));
const left = (head: string): Story =>
  doc(kicker("K"), headline(head), standfirst(), byline("Jo"), p("x"));

describe("a selection from one header field to another", () => {
  it.each(["Backspace", "Delete", "Mod-Backspace", "Enter"])(
    "leaves each field what is left of its own text with %s",
    (key) => expectKeys(fields, [key], left("he<a>")),
  );

  it("does so whichever end was selected first", () => {
    const backwards = doc(headline("he<b>ad"), standfirst("S"), byline("By <a>Jo"));
    expectKeys(backwards, ["Delete"], doc(headline("he<a>"), byline("Jo")));
  });

  it("takes what is typed where it began", () => {
    expectKeys(fields, ["text:ro"], left("hero<a>"));
    const marked = doc(headline("a", em("<a>b")), byline(strong("J<b>o")));
    expectKeys(marked, ["text:x"], doc(headline("a", em("x<a>")), byline(strong("o"))));
  });

  it("takes a paste where it began, as one line", () => {
    const view = mount(fields);
    view.pasteHTML("<p>r<em>o</em></p><p>of</p>", new ClipboardEvent("paste"));
    const head = headline("her", em("o"), " of<a>");
    expectState(view.state, doc(kicker("K"), head, standfirst(), byline("Jo"), p("x")));
    const word = mount(fields);
    word.pasteText("ro", new ClipboardEvent("paste"));
    expectState(word.state, left("hero<a>"));
  });

  it("is cut whole, and leaves the rest in its place", () => {
    const view = mount(fields);
    const data = new DataTransfer();
    view.dom.dispatchEvent(new ClipboardEvent("cut", { clipboardData: data, cancelable: true }));
    expect(data.getData("text/plain")).toBe("ad\n\nS\n\nBy ");
    expectState(view.state, left("he<a>"));
  });

  it("makes room before an input method writes", () => {
    const view = mount(fields);
    view.dom.dispatchEvent(new CompositionEvent("compositionstart"));
    expectState(view.state, left("he<a>"));
  });

  it("is one again after a change elsewhere", () => {
    const view = mount(fields);
    view.dispatch(view.state.tr.insertText("!", view.state.doc.content.size - 1));
    press(view, "Delete");
    const expected = doc(kicker("K"), headline("he<a>"), standfirst(), byline("Jo"), p("x!"));
    expectState(view.state, expected);
  });
});

describe("a selection from header to body", () => {
  const from = [kicker("K"), headline("he<a>ad"), byline("By")] as const;
  const head = [kicker("K"), headline("he<a>")] as const;

  it.each([
    ["a paragraph", [p("a"), p("te<b>xt"), p("end")], [p("xt"), p("end")]],
    ["a paragraph's start", [p("a"), p("<b>text")], [p("text")]],
    ["the story's end", [p("a"), p("text<b>")], [p()]],
    ["a quote's words", [quote(p("wo<b>rds"), by("Jo", "x"))], [quote(p("rds"), by("Jo", "x"))]],
    ["a speaker", [p("a"), quote(p("q"), by("J<b>o", "x"))], [quote(p(), by("o", "x"))]],
    [
      "a caption",
      [figure({ caption: "c<b>d", credit: "AP" })],
      [figure({ caption: "d", credit: "AP" })],
    ],
    ["a list", [hr(), ul(li(p("a")), li(p("b<b>c")))], [ul(li(p("c")))]],
  ])("leaves to the body what is left of %s", (_, body, expected) => {
    expectKeys(doc(...from, ...body), ["Delete"], doc(...head, ...expected));
  });

  it("gives way to pasted blocks, which run on into the body", () => {
    const view = mount(doc(headline("a<a>b"), p("c<b>d")));
    view.pasteHTML("<p>One</p><h2>Two</h2><p>Three</p>", new ClipboardEvent("paste"));
    expectState(view.state, doc(headline("aOne"), subhead("Two"), p("Three<a>d")));
  });

  it("gives way to what is typed", () => {
    expectKeys(
      doc(...from, p("te<b>xt")),
      ["text:ro"],
      doc(kicker("K"), headline("hero<a>"), p("xt")),
    );
  });
});

describe("any selection that begins in the header", () => {
  it("loses nothing but what is selected, and moves no text out of its field", () => {
    const view = mountDoc(newDoc("en", ""));
    const headerOf = (story: Story["doc"]) => story.children.slice(0, 4).map((f) => f.textContent);
    fc.assert(
      fc.property(anyDoc, anyPlace, anyPlace, (story, start, end) => {
        openDoc(view, story);
        const { tr } = view.state;
        const chosen = TextSelection.between(placeIn(story, start), placeIn(story, end));
        fc.pre(chosen.$from.index(0) < 4 && !chosen.empty);
        const [{ from, to }, before] = [chosen, headerOf(story)];
        view.dispatch(tr.setSelection(chosen));
        press(view, "Delete");
        view.state.doc.check();
        let pos = 0;
        const expected = before.map((text, index) => {
          const [first, last] = [from - pos - 1, to - pos - 1];
          pos += story.child(index).nodeSize;
          return text.slice(0, Math.max(0, first)) + text.slice(Math.max(0, last));
        });
        expect(headerOf(view.state.doc)).toEqual(expected);
        const rest = story.textBetween(Math.max(to, pos), story.content.size);
        expect(view.state.doc.textContent).toBe(expected.join("") + rest);
      }),
      { numRuns: 200 },
    );
  });
});
