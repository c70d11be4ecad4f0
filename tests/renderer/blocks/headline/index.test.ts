// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { byline, doc, em, headline, kicker, link, p, standfirst, strong } from "../../build";
import { expectPasted, expectRoundTrip, headerHtml, pasted } from "../../html";

const full = doc(
  kicker("K"),
  headline("H ", em("e")),
  standfirst("S ", strong("s")),
  byline("By ", link("https://x.org/", "Jo")),
);

describe("the header's markup", () => {
  it("comes back as it was, full and empty", () => {
    expectRoundTrip(full);
    expectRoundTrip(doc(p("x")));
  });

  it("is one h1 among paragraphs, and nothing where a field is empty", () => {
    expect(headerHtml(full)).toBe(
      '<p class="kicker">K</p><h1 class="headline">H <em>e</em></h1>' +
        '<p class="standfirst">S <strong>s</strong></p>' +
        '<p class="byline">By <a href="https://x.org/">Jo</a></p>',
    );
    expect(headerHtml(doc(p("x")))).toBe("");
  });
});

describe("a heading that is pasted", () => {
  it("fills no header field of the story that it is pasted into, and loses no word", () => {
    const { doc: story } = pasted("<h1>Their headline</h1><p>Their text</p>");
    expect(story.textContent).toBe("Their headlineTheir text");
    expectPasted(
      "<p>x</p><h1>Their headline</h1><p>y</p>",
      doc(p("x"), p("Their headline"), p("y")),
    );
  });
});
