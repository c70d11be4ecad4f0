import { describe, expect, it } from "vitest";
import { storyFacts } from "../../../renderer/export/facts";
import { newsArticle } from "../../../renderer/export/json-ld";
import { doc, headline, kicker, p, picture, withMetadata, type Story } from "../build";
import { emptyStory, fullStory, hostile, hostileStory, note, spanishStory } from "./stories";

function linkedData(
  { doc: story }: Story,
  contentUrl: (media: string) => string | undefined = () => undefined,
): Record<string, unknown> {
  return JSON.parse(newsArticle(storyFacts(story), contentUrl)) as Record<string, unknown>;
}

describe("newsArticle", () => {
  it("says all that is known of a story, and nothing else", () => {
    expect(linkedData(fullStory, (media) => `media/${media}`)).toEqual({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      headline: "The bridge stays",
      description: "It will not be torn down, for now.",
      inLanguage: "en-GB",
      articleSection: "Local",
      keywords: ["bridge", "harbour"],
      dateline: "PORT ARLEN, 14 November",
      dateCreated: "2024-11-13T08:00:00Z",
      dateModified: "2024-11-14T09:30:00+01:00",
      datePublished: "2024-11-14T23:30:00-05:00",
      expires: "2025-11-14T00:00:00Z",
      author: [
        { "@type": "Person", name: "Mara Ellison" },
        { "@type": "Person", name: "Tom Reyes", jobTitle: "Northlight News" },
      ],
      sourceOrganization: { "@type": "Organization", name: "Northlight News" },
      creditText: "Northlight News",
      publisher: { "@type": "Organization", name: "The Port Arlen Post" },
      copyrightNotice: "© 2024 Northlight News",
      license: "https://creativecommons.org/licenses/by/4.0/",
      wordCount: 60,
      image: [
        {
          "@type": "ImageObject",
          contentUrl: `media/${picture(1)}`,
          caption: "The bridge",
          description: "A steel bridge over water",
          creditText: "Jo Lind / Northlight",
          width: 1200,
          height: 800,
        },
        {
          "@type": "ImageObject",
          contentUrl: `media/${picture(2, "png")}`,
          creditText: "City archive",
        },
      ],
      hasPart: [
        {
          "@type": "Quotation",
          text: "We counted.\n\nTwice.",
          creator: { "@type": "Person", name: "Ana Ruiz", jobTitle: "harbour master" },
        },
        { "@type": "Quotation", text: "No comment." },
      ],
    });
  });

  it("leaves out what a story has not", () => {
    expect(linkedData(emptyStory)).toEqual({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      inLanguage: "en",
      wordCount: 0,
    });
    expect(linkedData(spanishStory)).toMatchObject({
      inLanguage: "es",
      author: [{ name: "Lucía Marín" }, { name: "Pedro Sáez" }],
    });
  });

  it("names no address for pictures that are inside the page", () => {
    expect(JSON.stringify(linkedData(fullStory)["image"])).not.toContain("contentUrl");
  });

  it("takes the kicker for a section that is not given", () => {
    expect(linkedData(doc(kicker("K")))["articleSection"]).toBe("K");
    const both = withMetadata(doc(kicker("K")), { section: "S" });
    expect(linkedData(both)["articleSection"]).toBe("S");
  });

  it("never tells the editor's note or the embargo", () => {
    const text = newsArticle(storyFacts(fullStory.doc), () => undefined);
    expect(text).not.toContain(note);
    expect(text).not.toContain("2024-11-14T06:00:00Z");
  });

  it("holds no character that could end its script element, and keeps every text", () => {
    const text = newsArticle(storyFacts(hostileStory.doc), () => undefined);
    expect(text).not.toContain("<");
    expect(linkedData(hostileStory)).toMatchObject({
      description: `s${hostile}`.trim(),
      keywords: [`w${hostile}`],
      hasPart: [{ text: `q${hostile}`.trim(), creator: { name: `n${hostile}`.trim() } }],
    });
  });
});

describe("a headline above 110 characters", () => {
  const cut = (text: string) => {
    const { headline: short, alternativeHeadline } = linkedData(doc(headline(text), p("x")));
    return { short: String(short), alternativeHeadline };
  };

  it("is cut at a word, and given whole beside it", () => {
    const long = "Ferries keep running while the council counts ".repeat(3).trim();
    const { short, alternativeHeadline } = cut(long);
    expect(short.length).toBeLessThanOrEqual(110);
    expect(short).toMatch(/ \w+…$/);
    expect(long.startsWith(`${short.slice(0, -1)} `)).toBe(true);
    expect(alternativeHeadline).toBe(long);
  });

  it("stays whole at 110", () => {
    expect(cut("x".repeat(110))).toEqual({
      short: "x".repeat(110),
      alternativeHeadline: undefined,
    });
  });

  it.each(["x", "é", "漢", "😀"])(
    "is cut between characters where it has no words: %s",
    (letter) => {
      const { short } = cut(letter.repeat(120));
      expect(short.length).toBeLessThanOrEqual(110);
      expect(short).toMatch(new RegExp(`^(?:${letter})+…$`, "u"));
    },
  );
});
