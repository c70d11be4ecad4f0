// @vitest-environment happy-dom
import { describe, it } from "vitest";
import {
  by,
  doc,
  em,
  expectState,
  figure,
  headline,
  li,
  line,
  p,
  picture,
  quote,
  ul,
  type Story,
} from "../build";
import { mount } from "../keyboard";

/** Copies what is selected in one story and pastes it over what is selected in another. */
function expectPaste(source: Story, into: Story, expected: Story): void {
  const from = mount(source);
  const view = mount(into);
  const { dom } = from.serializeForClipboard(from.state.selection.content());
  view.pasteHTML(dom.innerHTML, new ClipboardEvent("paste"));
  expectState(view.state, expected);
}

describe("pasteWhole", () => {
  it.each([
    { part: "caption", source: doc(figure({ caption: "a<a>bc<b>d", credit: "AP" })) },
    { part: "credit", source: doc(figure({ caption: "c", credit: "a<a>bc<b>d" })) },
    { part: "speaker", source: doc(quote(p("w"), by("a<a>bc<b>d", "r"))) },
    { part: "role", source: doc(quote(p("w"), by("n", "<a>bc<b>"))) },
    { part: "quote's words", source: doc(quote(p("a<a>bc<b>d"), by("n"))) },
    { part: "headline", source: doc(headline("a<a>bc<b>d")) },
  ])("gives bare words of what was copied from a $part", ({ source }) => {
    expectPaste(source, doc(p("<a>")), doc(p("bc<a>")));
    expectPaste(source, doc(p("x<a>y")), doc(p("xbc<a>y")));
    expectPaste(source, doc(ul(li(p("x<a>y")))), doc(ul(li(p("xbc<a>y")))));
    expectPaste(source, doc(figure({ credit: "x<a>y" })), doc(figure({ credit: "xbc<a>y" })));
  });

  it("keeps their marks", () => {
    const caption = line("a<a>b", em("c<b>d"));
    expectPaste(doc(figure({ caption })), doc(p("x<a>y")), doc(p("xb", em("c<a>"), "y")));
  });

  it("gives paragraphs of several paragraphs of a quote", () => {
    expectPaste(
      doc(quote(p("a<a>b"), p("c<b>d"), by("Jo"))),
      doc(p("x<a>y")),
      doc(p("xb"), p("c<a>y")),
    );
  });

  it("gives a whole block of what was copied over two of its parts, and opens no other", () => {
    expectPaste(
      doc(figure({ caption: "a<a>b", credit: "c<b>d", media: picture(2) })),
      doc(p("x<a>y")),
      doc(p("x"), figure({ caption: "b", credit: "c", media: picture(2) }), p("<a>y")),
    );
    expectPaste(
      doc(quote(p("a<a>b"), by("J<b>o", "r"))),
      doc(p("x<a>y")),
      doc(p("x"), quote(p("b"), by("J")), p("<a>y")),
    );
  });

  it("gives a whole block and the text beside it", () => {
    expectPaste(
      doc(figure({ caption: "a<a>b", credit: "AP" }), p("c<b>d")),
      doc(p("x<a>y")),
      doc(p("x"), figure({ caption: "b", credit: "AP" }), p("c<a>y")),
    );
    expectPaste(
      doc(p("a<a>b"), quote(p("w<b>x"), by("Jo"))),
      doc(p("x<a>y")),
      doc(p("xb"), quote(p("w"), by()), p("<a>y")),
    );
    expectPaste(
      doc(quote(p("w"), by("J<a>o", "r")), p("c<b>d")),
      doc(p("x<a>y")),
      doc(p("x"), quote(p(), by("o", "r")), p("c<a>y")),
    );
  });

  it("leaves paragraphs and lists as they were copied", () => {
    expectPaste(doc(p("a<a>b"), p("c<b>d")), doc(p("x<a>y")), doc(p("xb"), p("c<a>y")));
    expectPaste(
      doc(ul(li(p("a<a>b")), li(p("c<b>d")))),
      doc(ul(li(p("x<a>y")))),
      doc(ul(li(p("xb")), li(p("c<a>y")))),
    );
  });
});
