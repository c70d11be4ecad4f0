import { describe, expect, it } from "vitest";
import { storyFacts } from "../../../renderer/export/facts";
import {
  by,
  byline,
  dateline,
  doc,
  em,
  figure,
  headline,
  kicker,
  p,
  picture,
  quote,
  standfirst,
  strong,
  ul,
  li,
} from "../build";
import { fullStory, metadata } from "./stories";

describe("storyFacts", () => {
  const facts = storyFacts(fullStory.doc);

  it("reads the header without its marks", () => {
    expect(facts.kicker).toBe("Port Arlen");
    expect(facts.headline).toBe("The bridge stays");
    expect(facts.standfirst).toBe("It will not be torn down, for now.");
    expect(facts.dateline).toBe("PORT ARLEN, 14 November");
    expect(facts.metadata).toMatchObject(metadata);
  });

  it("reads the people of the byline", () => {
    expect(facts.authors).toEqual([
      { name: "Mara Ellison", role: "" },
      { name: "Tom Reyes", role: "Northlight News" },
    ]);
  });

  it("reads every picture with its two lines, in order", () => {
    expect(facts.pictures).toEqual([
      {
        media: picture(1),
        width: 1200,
        height: 800,
        alt: "A steel bridge over water",
        caption: "The bridge",
        credit: "Jo Lind / Northlight",
      },
      {
        media: picture(2, "png"),
        width: 0,
        height: 0,
        alt: "",
        caption: "",
        credit: "City archive",
      },
    ]);
  });

  it("reads every quote with its paragraphs and who said it", () => {
    expect(facts.quotes).toEqual([
      { text: "We counted.\n\nTwice.", speaker: "Ana Ruiz", role: "harbour master" },
      { text: "No comment.", speaker: "", role: "" },
    ]);
  });

  it("counts every word that the reader sees", () => {
    const words = doc(
      kicker("one"),
      headline("two ", em("three")),
      standfirst("four"),
      byline("five"),
      p(dateline("six"), " — ", strong("sev"), "en"),
      quote(p("eight"), by("nine", "ten")),
      figure({ caption: "eleven", credit: "twelve", alt: "not seen" }),
      ul(li(p("thirteen"))),
    );
    expect(storyFacts(words.doc).wordCount).toBe(13);
  });

  it("finds nothing in an empty story, and leaves out pictures and quotes that are empty", () => {
    const { doc: story } = doc(p(), quote(p(), by("Jo")), figure({ media: null, caption: "c" }));
    expect(storyFacts(story)).toMatchObject({
      headline: "",
      kicker: "",
      standfirst: "",
      dateline: "",
      authors: [],
      pictures: [],
      quotes: [],
    });
  });
});
