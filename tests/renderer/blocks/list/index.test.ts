// @vitest-environment happy-dom
import { describe, it } from "vitest";
import {
  apply,
  by,
  byline,
  doc,
  em,
  figure,
  headline,
  li,
  ol,
  p,
  quote,
  subhead,
  ul,
} from "../../build";
import { commandOf } from "../../commands";
import { expectHtml, expectPageRoundTrip, expectPasted, expectRoundTrip } from "../../html";
import { expectKeys } from "../../keyboard";

const bullets = commandOf("insert.bulletlist");
const numbers = commandOf("insert.numberedlist");

describe("insert.bulletlist and insert.numberedlist", () => {
  it("make items of the selected paragraphs", () => {
    apply(
      doc(p("a<a>"), p("b<b>"), p("c")),
      bullets,
      doc(ul(li(p("a<a>")), li(p("b<b>"))), p("c")),
    );
    apply(doc(p("a<a>")), numbers, doc(ol(li(p("a<a>")))));
  });

  it("lift the item out of a list of their own kind", () => {
    apply(doc(ul(li(p("a<a>")), li(p("b")))), bullets, doc(p("a<a>"), ul(li(p("b")))));
    apply(doc(ol(li(p("a")), li(p("b<a>")))), numbers, doc(ol(li(p("a"))), p("b<a>")));
  });

  it("refuse in header, subhead, quote and caption", () => {
    for (const command of [bullets, numbers]) {
      apply(doc(headline("a<a>")), command, null);
      apply(doc(subhead("a<a>")), command, null);
      apply(doc(quote(p("a<a>"), by())), command, null);
      apply(doc(figure({ caption: "a<a>" })), command, null);
    }
  });
});

describe("Enter in a list", () => {
  it("begins the next item", () => {
    expectKeys(doc(ul(li(p("a<a>b")))), ["Enter"], doc(ul(li(p("a")), li(p("<a>b")))));
  });

  it("leaves the list from an empty item, at its end and in its middle", () => {
    expectKeys(doc(ul(li(p("a")), li(p("<a>")))), ["Enter"], doc(ul(li(p("a"))), p("<a>")));
    expectKeys(
      doc(ul(li(p("a")), li(p("<a>")), li(p("b")))),
      ["Enter"],
      doc(ul(li(p("a"))), p("<a>"), ul(li(p("b")))),
    );
  });

  it("goes up one level from an empty nested item", () => {
    expectKeys(
      doc(ul(li(p("a"), ul(li(p("b")), li(p("<a>")))))),
      ["Enter"],
      doc(ul(li(p("a"), ul(li(p("b")))), li(p("<a>")))),
    );
  });
});

describe("Tab and Shift-Tab in a list", () => {
  const flat = doc(ul(li(p("a")), li(p("b<a>"))));
  const nested = doc(ul(li(p("a"), ul(li(p("b<a>"))))));

  it("nest an item under the one before, and lift it again", () => {
    expectKeys(flat, ["Tab"], nested);
    expectKeys(nested, ["Shift-Tab"], flat);
    expectKeys(nested, ["Shift-Tab", "Shift-Tab"], doc(ul(li(p("a"))), p("b<a>")));
  });

  it("leave the first item and plain paragraphs where they are", () => {
    expectKeys(doc(ul(li(p("a<a>")))), ["Tab"], doc(ul(li(p("a<a>")))));
    expectKeys(doc(p("a<a>")), ["Tab", "Shift-Tab"], doc(p("a<a>")));
  });
});

describe("Backspace in a list", () => {
  it("lifts the item out at its start, and then joins it to the item before", () => {
    const before = doc(ul(li(p("a")), li(p("<a>b"))));
    expectKeys(before, ["Backspace"], doc(ul(li(p("a"))), p("<a>b")));
    expectKeys(before, ["Backspace", "Backspace"], doc(ul(li(p("a<a>b")))));
  });

  it("lifts a nested item by one level", () => {
    expectKeys(
      doc(ul(li(p("a"), ul(li(p("<a>b")))))),
      ["Backspace"],
      doc(ul(li(p("a")), li(p("<a>b")))),
    );
  });

  it("joins a later paragraph of an item to the one before", () => {
    expectKeys(doc(ul(li(p("a"), p("<a>b")))), ["Backspace"], doc(ul(li(p("a<a>b")))));
  });

  it("in the story's first block lifts the item and then stops at the byline", () => {
    expectKeys(
      doc(byline("B"), ul(li(p("<a>a")))),
      ["Backspace", "Backspace"],
      doc(byline("B<a>"), p("a")),
    );
  });
});

describe("Backspace behind a list", () => {
  it("joins the paragraph to the last words of the list, however deep", () => {
    expectKeys(doc(ul(li(p("a"))), p("<a>b")), ["Backspace"], doc(ul(li(p("a<a>b")))));
    expectKeys(
      doc(ul(li(p("a"), ol(li(p("b"))))), p("<a>", em("c"))),
      ["Backspace"],
      doc(ul(li(p("a"), ol(li(p("b<a>", em("c"))))))),
    );
  });

  it("takes an empty paragraph away", () => {
    expectKeys(doc(ul(li(p("a"))), p("<a>")), ["Backspace"], doc(ul(li(p("a<a>")))));
  });
});

describe("Delete at the end of an item", () => {
  it("joins the next item, and the paragraph behind the list", () => {
    expectKeys(doc(ul(li(p("a<a>")), li(p("b")))), ["Delete"], doc(ul(li(p("a<a>b")))));
    expectKeys(doc(ul(li(p("a<a>"))), p("b")), ["Delete"], doc(ul(li(p("a<a>b")))));
  });

  it("picks up a quote behind the list", () => {
    const quoted = quote(p("q"), by());
    expectKeys(doc(ul(li(p("a<a>"))), quoted), ["Delete"], doc(ul(li(p("a"))), "<n>", quoted));
  });
});

describe("marks of a list that are typed", () => {
  it.each(["- ", "* ", "• "])("%s makes a bullet list", (text) => {
    expectKeys(doc(p("<a>")), [`text:${text}x`], doc(ul(li(p("x<a>")))));
    expectKeys(doc(p("<a>rest")), [`text:${text}`], doc(ul(li(p("<a>rest")))));
  });

  it.each(["1. ", "1) "])("%s makes a numbered list", (text) => {
    expectKeys(doc(p("<a>")), [`text:${text}x`], doc(ol(li(p("x<a>")))));
  });

  it.each(["2. ", "1.x", "-x", "a- "])("%s stays text", (text) => {
    expectKeys(doc(p("<a>")), [`text:${text}`], doc(p(`${text}<a>`)));
  });

  it("stay text inside a quote", () => {
    expectKeys(doc(quote(p("<a>"), by())), ["text:- "], doc(quote(p("- <a>"), by())));
  });
});

describe("a list's markup", () => {
  const full = [ul(li(p("a", em("b")), ol(li(p("c")), li(p("d"), p("e"))))), ol(li(p("f")))];

  it("comes back as it was", () => {
    expectRoundTrip(doc(...full));
    expectRoundTrip(doc(ul(li(p()), li(p("a"), p())), p()));
    expectPageRoundTrip(...full);
  });

  it("is ul, ol and li on the page, without empty items and lists", () => {
    expectHtml(
      doc(ul(li(p("a"), ol(li(p()))), li(p())), ol(li(p())), ol(li(p("b")))),
      '<ul class="bulletlist"><li><p>a</p></li></ul><ol class="numberedlist"><li><p>b</p></li></ol>',
    );
  });

  it("is read from pages that put no paragraph into their items", () => {
    expectPasted(
      "<p>x</p><ul><li>a<ol><li>b</li></ol></li><li>c</li></ul><p>y</p>",
      doc(p("x"), ul(li(p("a"), ol(li(p("b")))), li(p("c"))), p("y")),
    );
  });
});
