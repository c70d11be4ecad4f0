// @vitest-environment happy-dom
import { describe, it } from "vitest";
import { apply, by, doc, em, headline, p, pullquote, quote } from "../../build";
import { commandOf } from "../../commands";
import { expectHtml, expectPageRoundTrip, expectPasted, expectRoundTrip } from "../../html";
import { expectKeys } from "../../keyboard";

const insert = commandOf("insert.pullquote");

describe("insert.pullquote", () => {
  it("takes the place of an empty paragraph, and goes behind one with words", () => {
    apply(doc(p("<a>")), insert, doc(pullquote("<a>")));
    apply(doc(p("a<a>b")), insert, doc(p("ab"), pullquote("<a>")));
  });

  it("goes to the top of the body from the header, and behind a quote from inside it", () => {
    apply(doc(headline("H<a>"), p("x")), insert, doc(headline("H"), pullquote("<a>"), p("x")));
    apply(doc(quote(p("a<a>"), by())), insert, doc(quote(p("a"), by()), pullquote("<a>")));
  });

  it("makes a paragraph of a pull quote again", () => {
    apply(doc(pullquote("a<a>b")), insert, doc(p("a<a>b")));
  });
});

describe("keys in a pull quote", () => {
  it("Enter at its end goes on with a paragraph, and gives up an empty one", () => {
    expectKeys(doc(pullquote("a<a>")), ["Enter"], doc(pullquote("a"), p("<a>")));
    expectKeys(doc(pullquote("<a>")), ["Enter"], doc(p("<a>")));
  });

  it("Backspace at its start makes it a paragraph", () => {
    expectKeys(doc(p("x"), pullquote("<a>y")), ["Backspace"], doc(p("x"), p("<a>y")));
  });

  it("Backspace within takes a character", () => {
    expectKeys(doc(pullquote("ab<a>c")), ["Backspace"], doc(pullquote("a<a>c")));
  });
});

describe("a pull quote's markup", () => {
  it("comes back as it was", () => {
    expectRoundTrip(doc(pullquote("a ", em("b")), pullquote()));
    expectPageRoundTrip(pullquote("a ", em("b")));
  });

  it("is an aside on the page, and nothing when it is empty", () => {
    expectHtml(
      doc(pullquote("a ", em("b")), pullquote()),
      '<aside class="pullquote"><p>a <em>b</em></p></aside>',
    );
  });

  it("is read from our own page, its line inside it", () => {
    expectPasted(
      '<p>x</p><aside class="pullquote"><p>a <em>b</em></p></aside><p>y</p>',
      doc(p("x"), pullquote("a ", em("b")), p("y")),
    );
  });

  it("is read from WordPress, and who is cited stays apart from the line", () => {
    expectPasted(
      '<p>x</p><figure class="wp-block-pullquote"><blockquote><p>A line</p><cite>Jo</cite></blockquote></figure><p>y</p>',
      doc(p("x"), pullquote("A line — Jo"), p("y")),
    );
  });
});
