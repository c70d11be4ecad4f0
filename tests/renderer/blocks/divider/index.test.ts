// @vitest-environment happy-dom
import { describe, it } from "vitest";
import { apply, by, doc, headline, hr, li, p, quote, ul } from "../../build";
import { commandOf } from "../../commands";
import { expectHtml, expectPageRoundTrip, expectPasted, expectRoundTrip } from "../../html";
import { expectKeys } from "../../keyboard";

const insert = commandOf("insert.divider");

describe("insert.divider", () => {
  it("goes in place of an empty paragraph or behind words, with a paragraph to go on in", () => {
    apply(doc(p("<a>")), insert, doc(hr(), p("<a>")));
    apply(doc(p("a<a>b"), p("c")), insert, doc(p("ab"), hr(), p("<a>"), p("c")));
  });

  it("goes to the top of the body from the header", () => {
    apply(doc(headline("H<a>")), insert, doc(headline("H"), hr(), p("<a>")));
  });
});

describe("three hyphens", () => {
  it("make a divider of a paragraph that holds nothing else", () => {
    expectKeys(doc(p("x"), p("<a>")), ["text:---y"], doc(p("x"), hr(), p("y<a>")));
  });

  it("become hyphens again with Backspace", () => {
    expectKeys(doc(p("x"), p("<a>")), ["text:---", "Backspace"], doc(p("x"), p("---<a>")));
  });

  it("never take away the words behind them", () => {
    expectKeys(doc(p("<a>and on")), ["text:---"], doc(p("---<a>and on")));
  });

  it("stay text in quotes, lists and behind words", () => {
    expectKeys(doc(quote(p("<a>"), by())), ["text:---"], doc(quote(p("---<a>"), by())));
    expectKeys(doc(ul(li(p("<a>")))), ["text:---"], doc(ul(li(p("---<a>")))));
    expectKeys(doc(p("a<a>")), ["text:---"], doc(p("a---<a>")));
  });
});

describe("keys on a selected divider", () => {
  it("Backspace and Delete take it away", () => {
    expectKeys(doc(p("a"), "<n>", hr(), p("z")), ["Backspace"], doc(p("a"), p("<a>z")));
    expectKeys(doc(p("a"), "<n>", hr(), p("z")), ["Delete"], doc(p("a"), p("<a>z")));
  });

  it("Enter goes on behind it, and typing takes its place", () => {
    expectKeys(doc("<n>", hr(), p("z")), ["Enter"], doc(hr(), p("<a>"), p("z")));
    expectKeys(doc("<n>", hr(), p("z")), ["text:ab"], doc(p("ab<a>"), p("z")));
  });
});

describe("a divider's markup", () => {
  it("comes back as it was", () => {
    expectRoundTrip(doc(p("a"), hr(), p("b")));
    expectPageRoundTrip(hr(), hr());
  });

  it("is a rule on the page", () => {
    expectHtml(doc(hr()), '<hr class="divider">');
  });

  it("is made of any hr", () => {
    expectPasted("<p>a</p><hr><p>b</p>", doc(p("a"), hr(), p("b")));
  });
});
