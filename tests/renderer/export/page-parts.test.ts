import { describe, expect, it } from "vitest";
import type { PagePart } from "../../../article/media";
import { storyPage, storyPageParts } from "../../../renderer/export/page";
import { doc, figure, headline, p, picture, type Story } from "../build";
import { emptyStory, fullStory, hostileStory } from "./stories";

function filled(parts: readonly PagePart[], url: (media: string) => string): string {
  return parts.map((part) => (typeof part === "string" ? part : url(part.picture))).join("");
}

function pictures(parts: readonly PagePart[]): readonly string[] {
  return parts.flatMap((part) => (typeof part === "string" ? [] : [part.picture]));
}

const url = (media: string): string => `data:image/png;base64,${media.slice(0, 8)}`;

describe("storyPageParts", () => {
  it.each<[string, Story]>([
    ["a full story", fullStory],
    ["an empty story", emptyStory],
    ["a hostile story", hostileStory],
  ])("make the page of %s once the pictures are filled in", (_, { doc: story }) => {
    for (const picturesBeside of [true, false]) {
      const whole = storyPage(story, { pictureUrl: url, picturesBeside });
      expect(filled(storyPageParts(story, picturesBeside), url)).toBe(whole);
    }
  });

  it("have each picture where it belongs, once in the page and where else it is named", () => {
    const inside = storyPageParts(fullStory.doc, false);
    expect(pictures(inside)).toEqual([picture(1), picture(2, "png")]);
    const [first, second] = [picture(1), picture(2, "png")];
    expect(pictures(storyPageParts(fullStory.doc, true))).toEqual([
      first,
      first,
      second,
      first,
      second,
    ]);
  });

  it.each(["jpg", "png", "webp", "gif", "avif"])("know where a name ends in .%s", (extension) => {
    const media = picture(3, extension);
    const parts = storyPageParts(doc(figure({ media, caption: "jpg.png" })).doc, true);
    expect(pictures(parts)).toEqual([media, media, media]);
    expect(filled(parts, () => "")).toContain('<img src="" alt="">');
  });

  it("are not misled by a text that looks like the mark of a place", () => {
    const mark = `stet-picture-00000000-0000-4000-8000-000000000000:${picture(7)}`;
    const story = doc(headline(mark), p(mark), figure({ caption: mark, alt: `${mark}"` }));
    const parts = storyPageParts(story.doc, false);
    expect(pictures(parts)).toEqual([picture(1)]);
    expect(filled(parts, url)).toBe(
      storyPage(story.doc, { pictureUrl: url, picturesBeside: false }),
    );
  });

  it("are one text where there are no pictures", () => {
    const parts = storyPageParts(doc(p("x")).doc, true);
    expect(parts).toHaveLength(1);
  });

  it("are the same each time", () => {
    expect(storyPageParts(fullStory.doc, true)).toEqual(storyPageParts(fullStory.doc, true));
  });
});
