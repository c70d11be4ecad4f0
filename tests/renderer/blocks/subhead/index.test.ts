// @vitest-environment happy-dom
import { describe, it } from "vitest";
import {
  apply,
  by,
  doc,
  em,
  figure,
  headline,
  li,
  link,
  p,
  quote,
  strong,
  subhead,
  ul,
} from "../../build";
import { commandOf } from "../../commands";
import { expectHtml, expectPageRoundTrip, expectPasted, expectRoundTrip } from "../../html";
import { expectKeys } from "../../keyboard";

const toggle = commandOf("insert.subhead");

describe("insert.subhead", () => {
  it("makes a subhead of the paragraph and back, with all words", () => {
    apply(doc(p("a<a> b")), toggle, doc(subhead("a<a> b")));
    apply(doc(subhead("a<a> b")), toggle, doc(p("a<a> b")));
  });

  it("drops the marks that a subhead cannot have, never their text", () => {
    apply(doc(p("a", strong("b"), em("c"), "<a>")), toggle, doc(subhead("ab", em("c"), "<a>")));
  });

  it("refuses in the header and inside other blocks", () => {
    apply(doc(headline("a<a>")), toggle, null);
    apply(doc(quote(p("a<a>"), by())), toggle, null);
    apply(doc(ul(li(p("a<a>")))), toggle, null);
    apply(doc(figure({ caption: "a<a>" })), toggle, null);
  });
});

describe("keys in a subhead", () => {
  it("Enter at its end goes on with a paragraph", () => {
    expectKeys(doc(subhead("a<a>")), ["Enter"], doc(subhead("a"), p("<a>")));
  });

  it("Enter splits it in the middle", () => {
    expectKeys(doc(subhead("a<a>b")), ["Enter"], doc(subhead("a"), subhead("<a>b")));
  });

  it("Enter and Backspace give up an empty one", () => {
    expectKeys(doc(p("x"), subhead("<a>")), ["Enter"], doc(p("x"), p("<a>")));
    expectKeys(doc(p("x"), subhead("<a>")), ["Backspace"], doc(p("x"), p("<a>")));
  });

  it("Backspace at its start makes it a paragraph before anything is joined", () => {
    expectKeys(doc(p("x"), subhead("<a>y")), ["Backspace"], doc(p("x"), p("<a>y")));
    expectKeys(doc(p("x"), subhead("<a>y")), ["Backspace", "Backspace"], doc(p("x<a>y")));
  });

  it("Delete at its end takes in the paragraph behind, never a quote", () => {
    expectKeys(doc(subhead("x<a>"), p("y")), ["Delete"], doc(subhead("x<a>y")));
    const quoted = quote(p("q"), by());
    expectKeys(doc(subhead("x<a>"), quoted), ["Delete"], doc(subhead("x"), "<n>", quoted));
  });
});

describe("## and a space", () => {
  it("make a subhead, in an empty paragraph and before words", () => {
    expectKeys(doc(p("<a>")), ["text:## Hi"], doc(subhead("Hi<a>")));
    expectKeys(doc(p("<a>rest")), ["text:## "], doc(subhead("<a>rest")));
  });

  it("stay text behind other words and inside a quote", () => {
    expectKeys(doc(p("a<a>")), ["text:## "], doc(p("a## <a>")));
    expectKeys(doc(quote(p("<a>"), by())), ["text:## "], doc(quote(p("## <a>"), by())));
  });
});

describe("a subhead's markup", () => {
  it("comes back as it was", () => {
    const full = subhead("a ", em("b"), link("https://x.org/", "c"));
    expectRoundTrip(doc(full, subhead()));
    expectPageRoundTrip(full);
  });

  it("is an h2 on the page, and nothing when it is empty", () => {
    expectHtml(doc(subhead("a ", em("b")), subhead()), '<h2 class="subhead">a <em>b</em></h2>');
  });

  it("is made of any heading below the first", () => {
    const headings = ["h2", "h3", "h4", "h5", "h6"].map((tag) => `<${tag}>${tag}</${tag}>`);
    expectPasted(
      `<p>x</p>${headings.join("")}<p>y</p>`,
      doc(p("x"), ...["h2", "h3", "h4", "h5", "h6"].map((tag) => subhead(tag)), p("y")),
    );
  });
});
