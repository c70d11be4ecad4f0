import { describe, expect, it } from "vitest";
import type { StoryNode } from "../../article/article";
import { countWords, readingMinutes, wordsIn } from "../../article/text";

describe("countWords", () => {
  it("counts as an editor counts", () => {
    expect(countWords("Don’t pay 1,200 for a half-mast flag at 9.30 — ever.")).toBe(10);
    expect(countWords("")).toBe(0);
  });
});

describe("wordsIn", () => {
  it("counts block by block, and a word once that marks part", () => {
    const text = (words: string): StoryNode => ({ type: "text", text: words });
    const story: StoryNode = {
      type: "doc",
      content: [
        { type: "headline", content: [text("Ferry deal")] },
        { type: "paragraph", content: [text("un"), text("finished"), text(" business")] },
        { type: "quote", content: [{ type: "paragraph", content: [text("Yes")] }] },
        { type: "divider" },
      ],
    };
    expect(wordsIn(story)).toBe(5);
  });
});

describe("readingMinutes", () => {
  it("is at least one for a story that has words", () => {
    expect([0, 1, 230, 460].map(readingMinutes)).toEqual([0, 1, 1, 2]);
  });
});
