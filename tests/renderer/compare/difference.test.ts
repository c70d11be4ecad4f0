import { describe, expect, it } from "vitest";
import { difference, firstDifference, type Row } from "../../../renderer/compare/difference";
import { by, doc, em, headline, p, quote } from "../build";
import { shown, side } from "./rows";

describe("difference", () => {
  it("finds nothing in a story that is the same", () => {
    const story = doc(headline("Ferry"), p("One"), quote(p("x"), by("Jo")));
    expect(shown(story, story).every((row) => row.startsWith("="))).toBe(true);
  });

  it("names the words that differ, in their row", () => {
    expect(
      shown(
        doc(p("The ferry is late today"), p("Two")),
        doc(p("The ferry was late today"), p("Two")),
      ),
    ).toEqual(["The ferry [is] late today | The ferry [was] late today", "= Two"]);
  });

  it("keeps blocks together around one that came or went", () => {
    const three = doc(p("one a b"), p("two c d"), p("three e f"));
    const two = doc(p("one a b"), p("three e f"));
    expect(shown(three, two)).toEqual(["= one a b", "two c d | -", "= three e f"]);
    expect(shown(two, three)).toEqual(["= one a b", "- | two c d", "= three e f"]);
  });

  it("pairs changed blocks by their words, not by their place", () => {
    expect(
      shown(
        doc(p("the ferry left at nine")),
        doc(p("Brand new words"), p("the ferry left at ten")),
      ),
    ).toEqual(["- | Brand new words", "the ferry left at [nine] | the ferry left at [ten]"]);
  });

  it("shows a block that became another kind as one taken out and one put in", () => {
    expect(
      shown(doc(p("same words"), p("z")), doc(quote(p("same words"), by("")), p("z"))),
    ).toEqual(["same words | -", "- | same words//", "= z"]);
  });

  it("sees what is only set otherwise", () => {
    const [row] = difference(doc(p("very late")).doc, doc(p(em("very"), " late")).doc).slice(-1);
    expect(row?.isSame).toBe(false);
    expect(side(row as Row, "after")).toBe("[very] late");
  });

  it("pairs a header field with itself, however much of it changed", () => {
    expect(
      shown(doc(headline("Ferry late"), p("x")), doc(headline("Budget passed"), p("x"))),
    ).toEqual(["[Ferry late] | [Budget passed]", "= x"]);
  });

  it("takes a long story with one changed word in its stride", () => {
    const paragraphs = (changed: string) =>
      doc(
        ...Array.from({ length: 3000 }, (_, i) =>
          p(`paragraph ${i === 1500 ? changed : i} says this`),
        ),
      );
    const rows = difference(paragraphs("old").doc, paragraphs("new").doc);
    expect(rows.filter(({ isSame }) => !isSame)).toHaveLength(1);
  });
});

describe("firstDifference", () => {
  it("gives the first line that is new, else the first that is missing", () => {
    const one = doc(headline("Ferry"), p("one"), p("two")).doc;
    expect(firstDifference(one, doc(headline("Ferry"), p("ONE"), p("two")).doc)).toBe("ONE");
    expect(firstDifference(one, doc(headline("Ferry"), p("one")).doc)).toBe("two");
    expect(firstDifference(one, one)).toBe("");
  });
});
