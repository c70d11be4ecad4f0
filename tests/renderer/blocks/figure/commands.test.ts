// @vitest-environment happy-dom
import { describe, it } from "vitest";
import type { Picture } from "../../../../article/media";
import { insertFigures } from "../../../../renderer/blocks/figure/commands";
import { apply, by, byline, doc, figure, headline, nodeType, p, picture, quote } from "../../build";
import { expectKeys } from "../../keyboard";

const insert = insertFigures(nodeType("figure"));
const taken = (digit: number): Picture => ({ media: picture(digit), widthPx: 30, heightPx: 20 });
const placed = (digit: number) => ({ media: picture(digit), width: 30, height: 20 });

describe("insertFigures", () => {
  it("makes a figure of each picture and asks for the first caption", () => {
    apply(
      doc(p("a<a>")),
      insert([taken(1), taken(2)]),
      doc(p("a"), figure({ ...placed(1), caption: "<a>" }), figure(placed(2))),
    );
  });

  it("takes the place of an empty paragraph, and the top of the body from the header", () => {
    apply(doc(p("<a>")), insert([taken(1)]), doc(figure({ ...placed(1), caption: "<a>" })));
    apply(
      doc(headline("H<a>"), p("x")),
      insert([taken(1)]),
      doc(headline("H"), figure({ ...placed(1), caption: "<a>" }), p("x")),
    );
  });

  it("goes behind the quote that has the caret", () => {
    apply(
      doc(quote(p("a"), by("<a>"))),
      insert([taken(1)]),
      doc(quote(p("a"), by()), figure({ ...placed(1), caption: "<a>" })),
    );
  });

  it("refuses without pictures", () => {
    apply(doc(p("a<a>")), insert([]), null);
  });
});

const at = (caption: string, credit = "") => figure({ caption, credit });

describe("Enter in a figure", () => {
  it("goes from the caption to the credit and from there out", () => {
    expectKeys(doc(at("c<a>a")), ["Enter", "text:AP", "Enter"], doc(at("ca", "AP"), p("<a>")));
  });

  it("leaves at once from an empty caption or credit", () => {
    expectKeys(doc(at("<a>", "AP")), ["Enter"], doc(at("", "AP"), p("<a>")));
    expectKeys(doc(at("c", "<a>"), p()), ["Enter"], doc(at("c"), p("<a>")));
  });

  it("goes into the caption from the picture", () => {
    expectKeys(doc("<n>", at("c"), p("x")), ["Enter"], doc(at("<a>c"), p("x")));
  });

  it("with Mod leaves from the caption", () => {
    expectKeys(doc(at("c<a>"), p("x")), ["Mod-Enter"], doc(at("c"), p("<a>"), p("x")));
  });
});

describe("Tab and Shift-Tab in a figure", () => {
  it("go to the credit and back", () => {
    expectKeys(doc(at("c<a>", "AP")), ["Tab"], doc(at("c", "<a>AP")));
    expectKeys(doc(at("c", "AP<a>")), ["Shift-Tab"], doc(at("c<a>", "AP")));
  });

  it("stay at the two ends", () => {
    expectKeys(doc(at("c", "AP<a>"), p("x")), ["Tab"], doc(at("c", "AP<a>"), p("x")));
    expectKeys(doc(at("c<a>", "AP")), ["Shift-Tab"], doc(at("c<a>", "AP")));
  });
});

describe.each(["Backspace", "Mod-Backspace", "Shift-Backspace"])("%s in a figure", (key) => {
  it("at the start of the credit goes back to the caption and joins nothing", () => {
    expectKeys(doc(at("c", "<a>AP")), [key], doc(at("c<a>", "AP")));
  });

  it("at the start of the caption picks the picture up", () => {
    expectKeys(doc(byline("B"), at("<a>c", "AP")), [key], doc(byline("B"), "<n>", at("c", "AP")));
  });
});

describe("Backspace and Delete on a picked-up picture", () => {
  it.each(["Backspace", "Delete"])("%s takes it away, caption and credit too", (key) => {
    expectKeys(doc(p("x"), "<n>", at("c", "AP"), p("y")), [key], doc(p("x"), p("<a>y")));
    expectKeys(doc("<n>", at("c", "AP")), [key], doc(p("<a>")));
  });
});

describe("Delete in a figure", () => {
  it("does nothing at the end of caption and credit", () => {
    expectKeys(doc(at("c<a>", "AP")), ["Delete"], doc(at("c<a>", "AP")));
    expectKeys(doc(at("c", "AP<a>"), p("x")), ["Delete"], doc(at("c", "AP<a>"), p("x")));
  });
});
