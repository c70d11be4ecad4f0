import { describe, it } from "vitest";
import { moveBlock } from "../../../renderer/editor/move-block";
import { apply, by, byline, doc, headline, p, quote, ul, li } from "../build";

describe("moveBlock", () => {
  it("moves the paragraph with the caret past its neighbour, caret and all", () => {
    apply(doc(p("a"), p("b<a>c")), moveBlock(-1), doc(p("b<a>c"), p("a")));
    apply(doc(p("b<a>c"), p("a")), moveBlock(1), doc(p("a"), p("b<a>c")));
  });

  it("moves a whole quote or list from inside it", () => {
    const q = (words: string) => quote(p(words), by("Jo", "mayor"));
    apply(doc(p("a"), q("x<a>")), moveBlock(-1), doc(q("x<a>"), p("a")));
    apply(doc(ul(li(p("x<a>"))), p("a")), moveBlock(1), doc(p("a"), ul(li(p("x<a>")))));
  });

  it("keeps a selection within the block", () => {
    apply(doc(p("a"), p("b<a>cd<b>e")), moveBlock(-1), doc(p("b<a>cd<b>e"), p("a")));
  });

  it("refuses to mix header and body, and at either end", () => {
    apply(doc(byline("x"), p("a<a>")), moveBlock(-1), null);
    apply(doc(headline("x<a>"), p("a")), moveBlock(1), null);
    apply(doc(p("b"), p("a<a>")), moveBlock(1), null);
  });

  it("refuses a selection over several blocks", () => {
    apply(doc(p("a<a>"), p("b<b>"), p("c")), moveBlock(1), null);
  });
});
