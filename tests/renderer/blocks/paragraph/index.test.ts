// @vitest-environment happy-dom
import { describe, it } from "vitest";
import {
  by,
  byline,
  doc,
  em,
  figure,
  headline,
  hr,
  li,
  p,
  pullquote,
  quote,
  strong,
  subhead,
  ul,
} from "../../build";
import { expectHtml, expectPasted, expectRoundTrip } from "../../html";
import { expectKeys } from "../../keyboard";

const quoted = (end = "mayor") => quote(p("w"), by("Jo", end));
const pictured = (credit = "AP") => figure({ caption: "c", credit });

describe("Enter in a paragraph", () => {
  it("splits it", () => {
    expectKeys(doc(p("a<a>b")), ["Enter"], doc(p("a"), p("<a>b")));
  });

  it("takes the place of what is selected", () => {
    expectKeys(doc(p("a<a>b<b>c")), ["Enter"], doc(p("a"), p("<a>c")));
  });
});

describe("Backspace at the start of a paragraph", () => {
  it("joins it to the paragraph before, with its marks", () => {
    expectKeys(doc(p("x"), p("<a>y", strong("z"))), ["Backspace"], doc(p("x<a>y", strong("z"))));
  });

  it("joins it to a subhead or pull quote before", () => {
    expectKeys(doc(subhead("x"), p("<a>y")), ["Backspace"], doc(subhead("x<a>y")));
    expectKeys(doc(pullquote("x"), p("<a>y")), ["Backspace"], doc(pullquote("x<a>y")));
  });

  it("takes away a divider before", () => {
    expectKeys(doc(hr(), p("<a>y")), ["Backspace"], doc(p("<a>y")));
  });

  it.each([
    { what: "quote", block: quoted },
    { what: "picture", block: pictured },
  ])("picks up a $what before and never joins it", ({ block }) => {
    expectKeys(doc(block(), p("<a>y")), ["Backspace"], doc("<n>", block(), p("y")));
  });

  it("goes back into a quote or picture from an empty paragraph, which goes", () => {
    expectKeys(doc(quoted(), p("<a>")), ["Backspace"], doc(quoted("mayor<a>")));
    expectKeys(doc(pictured(), p("<a>")), ["Backspace"], doc(pictured("AP<a>")));
  });
});

describe.each(["Backspace", "Mod-Backspace", "Shift-Backspace", "Alt-Backspace"])(
  "%s at the start of the body",
  (key) => {
    it("goes to the end of the byline and joins nothing", () => {
      expectKeys(doc(byline("By"), p("<a>y")), [key], doc(byline("By<a>"), p("y")));
    });

    it("takes an empty paragraph along if others follow", () => {
      expectKeys(doc(byline("By"), p("<a>"), p("z")), [key], doc(byline("By<a>"), p("z")));
      expectKeys(doc(byline("By"), p("<a>")), [key], doc(byline("By<a>"), p()));
    });
  },
);

describe.each(["Delete", "Mod-Delete"])("%s at the end of a paragraph", (key) => {
  it("joins the paragraph behind", () => {
    expectKeys(doc(p("x<a>"), p("y", em("z"))), [key], doc(p("x<a>y", em("z"))));
  });

  it("joins a subhead behind, and takes a divider away", () => {
    expectKeys(doc(p("x<a>"), subhead("y")), [key], doc(p("x<a>y")));
    expectKeys(doc(p("x<a>"), hr(), p("y")), [key], doc(p("x<a>"), p("y")));
  });

  it("picks up a quote or picture behind and never joins it", () => {
    expectKeys(doc(p("x<a>"), quoted()), [key], doc(p("x"), "<n>", quoted()));
    expectKeys(doc(p("x<a>"), pictured()), [key], doc(p("x"), "<n>", pictured()));
  });

  it("goes into a quote or picture from an empty paragraph, which goes", () => {
    expectKeys(doc(p("<a>"), quote(p("w"), by())), [key], doc(quote(p("<a>w"), by())));
    expectKeys(doc(p("<a>"), figure({ caption: "c" })), [key], doc(figure({ caption: "<a>c" })));
  });

  it("does nothing at the end of the story", () => {
    expectKeys(doc(p("x<a>")), [key], doc(p("x<a>")));
  });
});

describe("Mod-Alt-0", () => {
  it("makes a subhead a paragraph", () => {
    expectKeys(doc(subhead("x<a>")), ["Mod-Alt-0"], doc(p("x<a>")));
  });

  it("leaves the header and list items alone", () => {
    expectKeys(doc(headline("x<a>")), ["Mod-Alt-0"], doc(headline("x<a>")));
    expectKeys(doc(ul(li(p("x<a>")))), ["Mod-Alt-0"], doc(ul(li(p("x<a>")))));
  });
});

describe("a paragraph's markup", () => {
  it("comes back as it was", () => {
    expectRoundTrip(doc(p("a ", strong("b", em("c")), " d"), p(), p("  e")));
  });

  it("is made of a table's cells, so that their words do not run together", () => {
    expectPasted(
      "<p>x</p><table><tr><th>A</th><td>B</td></tr><tr><td><p>C</p><p>D</p></td></tr></table><p>y</p>",
      doc(...["x", "A", "B", "C", "D", "y"].map((text) => p(text))),
    );
  });

  it("is a p on the page, and nothing when it is empty", () => {
    expectHtml(doc(p("a ", strong("b")), p()), "<p>a <strong>b</strong></p>");
  });
});
