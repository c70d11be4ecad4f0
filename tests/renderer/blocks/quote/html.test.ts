// @vitest-environment happy-dom
import { describe, it } from "vitest";
import { by, doc, em, p, quote } from "../../build";
import { expectHtml, expectPageRoundTrip } from "../../html";

const words = "<blockquote><p>a</p></blockquote>";
const speaker = '<span class="quote-speaker">Jo</span>';
const role = '<span class="quote-role">mayor</span>';
const figure = (...parts: readonly string[]) => `<figure class="quote">${parts.join("")}</figure>`;
const caption = (...parts: readonly string[]) =>
  `<figcaption class="quote-attribution">— ${parts.join("")}</figcaption>`;

describe("a quote on the page", () => {
  it("has its speaker outside the blockquote", () => {
    expectHtml(doc(quote(p("a"), by("Jo", "mayor"))), figure(words, caption(speaker, ", ", role)));
  });

  it("leaves out what is not known of the speaker", () => {
    expectHtml(doc(quote(p("a"), by("Jo"))), figure(words, caption(speaker)));
    expectHtml(doc(quote(p("a"), by("", "mayor"))), figure(words, caption(role)));
    expectHtml(doc(quote(p("a"), by())), figure(words));
  });

  it("leaves out empty paragraphs, a blockquote without words, and a quote without either", () => {
    expectHtml(doc(quote(p(), p("a"), p(), by())), figure(words));
    expectHtml(doc(quote(p(), by("Jo"))), figure(caption(speaker)));
    expectHtml(doc(quote(p(), by())), "");
  });

  it("is read back with speaker and role apart", () => {
    expectPageRoundTrip(quote(p("a", em("b")), p("c"), by("Jo", "mayor, acting")));
    expectPageRoundTrip(
      quote(p("a"), by("Jo")),
      quote(p("a"), by("", "mayor")),
      quote(p("a"), by()),
    );
  });
});
