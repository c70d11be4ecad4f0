// @vitest-environment happy-dom
import type { EditorView } from "prosemirror-view";
import { describe, expect, it } from "vitest";
import {
  block,
  by,
  byline,
  doc,
  em,
  expectState,
  figure,
  headline,
  hr,
  kicker,
  line,
  p,
  picture,
  quote,
  standfirst,
  type Story,
} from "../build";
import { mount, undoAll } from "../keyboard";

const twoParagraphs = "<p>One <em>two</em></p><p>Three</p>";

function paste(story: Story, html: string): EditorView {
  const view = mount(story);
  view.pasteHTML(html, new ClipboardEvent("paste"));
  view.state.doc.check();
  return view;
}

/** Pastes what is copied from another story by picking up its block. */
function pasteBlock(story: Story, from: Story): EditorView {
  const view = mount(story);
  const { dom } = view.serializeForClipboard(mount(from).state.selection.content());
  view.pasteHTML(dom.innerHTML, new ClipboardEvent("paste"));
  return view;
}

describe("pasteInside", () => {
  it.each(["kicker", "headline", "standfirst", "byline"])(
    "makes one line of paragraphs that are pasted into the %s",
    (name) => {
      const field = block(name);
      const { state } = paste(doc(field("a <a> b")), "<p>One</p><p>Two</p><ul><li>Three</li></ul>");
      expectState(state, doc(field("a One Two Three<a> b")));
    },
  );

  it("keeps quote and picture in one piece", () => {
    expectState(
      paste(doc(quote(p("w"), by("J<a>o", "m"))), twoParagraphs).state,
      doc(quote(p("w"), by("JOne two Three<a>o", "m"))),
    );
    expectState(
      paste(doc(figure({ caption: "c<a>", credit: "AP" })), twoParagraphs).state,
      doc(figure({ caption: line("cOne ", em("two"), " Three<a>"), credit: "AP" })),
    );
    expectState(
      paste(
        doc(figure({ caption: "c", credit: "<a>x<b>" })),
        "<table><tr><td>A</td><td>B</td></tr></table>",
      ).state,
      doc(figure({ caption: "c", credit: "A B<a>" })),
    );
  });

  it("keeps the marks that the field may have", () => {
    expectState(
      paste(doc(standfirst("<a>")), twoParagraphs).state,
      doc(standfirst("One ", em("two"), " Three<a>")),
    );
    expectState(paste(doc(kicker("<a>")), twoParagraphs).state, doc(kicker("One two Three<a>")));
  });

  it("puts a picked-up block behind the one with the caret, or at the top of the body", () => {
    const lone = doc("<n>", figure({ caption: "new", media: picture(2) }), p());
    expectState(
      pasteBlock(doc(figure({ caption: "o<a>ld" }), p("x")), lone).state,
      doc(figure({ caption: "old" }), figure({ caption: "<a>new", media: picture(2) }), p("x")),
    );
    expectState(
      pasteBlock(doc(headline("H<a>"), p("x")), doc("<n>", hr(), p())).state,
      doc(headline("H"), hr(), p("<a>"), p("x")),
    );
  });

  it("makes paragraphs of what is pasted into a quote's words", () => {
    expectState(
      paste(doc(quote(p("a<a>b"), by("Jo"))), "<ul><li>One</li><li>Two</li></ul><h2>Three</h2>")
        .state,
      doc(quote(p("aOne"), p("Two"), p("Three<a>b"), by("Jo"))),
    );
    expectState(
      paste(doc(quote(p("a<a>b"), p("c<b>d"), by("Jo"))), "<blockquote>One</blockquote>x").state,
      doc(quote(p("aOne"), p("x<a>d"), by("Jo"))),
    );
  });

  it("adds a few words to the line or paragraph that they are pasted into", () => {
    expectState(
      paste(doc(quote(p("a<a>b"), by())), "One <em>two</em>").state,
      doc(quote(p("aOne ", em("two<a>"), "b"), by())),
    );
    expectState(paste(doc(kicker("a<a>b")), "One").state, doc(kicker("aOne<a>b")));
  });

  it("is taken back by undo", () => {
    const before = doc(byline("By<a>"));
    const view = paste(before, twoParagraphs);
    undoAll(view);
    expect(view.state.doc.eq(before.doc)).toBe(true);
  });

  it("leaves paragraphs to be paragraphs elsewhere", () => {
    expectState(
      paste(doc(p("a<a>b")), twoParagraphs).state,
      doc(p("aOne ", em("two")), p("Three<a>b")),
    );
    expectState(
      paste(doc(quote(p("a<a>"), by())), "<p>One</p><p>Two</p>").state,
      doc(quote(p("aOne"), p("Two<a>"), by())),
    );
    expectState(
      paste(doc(headline("a<a>b"), p("c<b>d")), "<p>One</p>").state,
      doc(headline("aOne<a>"), p("d")),
    );
  });
});
