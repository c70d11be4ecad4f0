import { describe, expect, it } from "vitest";
import { wordCountOf } from "../../../renderer/app/counts";
import { by, doc, em, figure, headline, hr, kicker, li, p, quote, ul } from "../build";

describe("wordCountOf", () => {
  it("is nothing for an empty story", () => {
    expect(wordCountOf(doc().doc)).toBe(0);
  });

  it("counts every word that a reader sees, block by block", () => {
    const story = doc(
      kicker("Harbour"),
      headline("Ferry late"),
      p("One two ", em("three"), "four"),
      hr(),
      quote(p("It was fog."), by("Ana Ruiz", "harbour master")),
      figure({ caption: "The quay", credit: "A. Lens", alt: "not counted here" }),
      ul(li(p("first")), li(p("second"))),
    );
    expect(wordCountOf(story.doc)).toBe(1 + 2 + 3 + 3 + 4 + 2 + 2 + 2);
  });

  it("counts the same again, also for a story that shares most of its blocks", () => {
    const story = doc(headline("Ferry late"), p("One two"));
    const longer = story.doc.copy(story.doc.content.addToEnd(doc(p("three")).doc.child(4)));
    expect([story.doc, longer, story.doc].map(wordCountOf)).toEqual([4, 5, 4]);
  });
});
