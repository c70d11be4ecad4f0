// @vitest-environment happy-dom
import { describe, it } from "vitest";
import { by, doc, em, p, quote, strong } from "../../build";
import { expectPasted, expectRoundTrip } from "../../html";

describe("a quote's markup", () => {
  it("comes back as it was", () => {
    expectRoundTrip(doc(quote(p("a", em("b")), p("c"), by("Jo", "mayor")), quote(p(), by())));
    expectRoundTrip(doc(quote(p("a"), by("", "mayor")), quote(p(), by("Jo"))));
  });

  it("is made of the blockquotes of other pages, with or without paragraphs", () => {
    expectPasted(
      "<p>x</p><blockquote><p>a <b>b</b></p><p>c</p></blockquote><p>y</p>",
      doc(p("x"), quote(p("a ", strong("b")), p("c"), by()), p("y")),
    );
    expectPasted(
      "<p>x</p><blockquote>a</blockquote><p>y</p>",
      doc(p("x"), quote(p("a"), by()), p("y")),
    );
  });

  it("keeps an attribution that marks neither name nor role", () => {
    expectPasted(
      '<p>x</p><figure class="quote"><blockquote><p>a</p></blockquote><figcaption class="quote-attribution">Jo</figcaption></figure><p>y</p>',
      doc(p("x"), quote(p("a"), by("Jo")), p("y")),
    );
  });
});
