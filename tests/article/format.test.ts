import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nothingCarried, type Article, type StoryNode } from "../../article/article";
import {
  contentText,
  formatVersion,
  maxDepth,
  maxNodes,
  mediaIn,
  parseArticle,
  serialiseArticle,
} from "../../article/format";
import { maxPictures } from "../../article/media";
import { emptyMetadata } from "../../article/metadata";
import type { Failure } from "../../article/result";

const picture = `${"ab".repeat(32)}.jpg`;
const story: Article = {
  id: "6b4c7f3e-9d0c-4d5e-8f11-2a7d6c1b0e99",
  metadata: { ...emptyMetadata, slug: "ferry-deal", keywords: ["ferry", "council"] },
  content: {
    type: "doc",
    content: [{ type: "headline", content: [{ type: "text", text: "Hi" }] }],
  },
  carried: nothingCarried,
};

describe("serialiseArticle", () => {
  it("writes what parseArticle reads back, byte by byte the same the next time", () => {
    const text = serialise(story);
    expect(parsed(text)).toEqual(story);
    expect(serialise(parsed(text))).toBe(text);
  });

  it("keeps every character, though it stands alone or means something elsewhere", () => {
    const unit = fc.oneof(fc.constantFrom(0, 0xfeff, 0x2028, 0xd800, 0xdfff, 0x22), fc.nat(0xffff));
    const anyText = fc.array(unit).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(anyText, anyText, (slug, value) => {
        const attrs = { href: value };
        const content = { type: "doc", content: [{ type: "text", text: `a${value}`, attrs }] };
        const article = { ...story, content, metadata: { ...emptyMetadata, slug } };
        const text = serialise(article);
        expect(Buffer.from(text).toString()).toBe(text);
        expect(parsed(text)).toEqual(article);
      }),
    );
  });

  it("puts back what a later minor version wrote, and never lets it take the place of ours", () => {
    const carried = {
      article: { map: [1, { deep: null }] },
      metadata: { mood: "calm", slug: "no" },
    };
    const value = JSON.parse(serialise({ ...story, carried })) as Record<string, unknown>;
    expect(value).toMatchObject({ map: [1, { deep: null }], version: formatVersion });
    expect(value["metadata"]).toMatchObject({ mood: "calm", slug: "ferry-deal" });
  });
});

describe("contentText", () => {
  it("puts each block on a line of its own", () => {
    const text = contentText("doc", ['{"type":"headline"}', '{"type":"paragraph"}']);
    expect(text.split("\n")).toHaveLength(4);
    expect(JSON.parse(text)).toEqual({
      type: "doc",
      content: [{ type: "headline" }, { type: "paragraph" }],
    });
  });

  it("makes valid JSON of no blocks at all", () => {
    expect(JSON.parse(contentText("doc", []))).toEqual({ type: "doc", content: [] });
  });
});

describe("parseArticle", () => {
  it("S1 refuses a text that would take seconds to read before it reads it", () => {
    for (const text of [`[${"{},".repeat(3_000_000)}{}]`, "[".repeat(8_000_000)]) {
      const result = parseArticle(text, "x.stet");
      expect(result.ok ? "" : result.failure.reason).toContain("more than 200,000 parts");
    }
  });

  it("carries what it does not know of the article and of its metadata", () => {
    const text = changed((value) => ({
      ...value,
      version: { major: 1, minor: 8 },
      tags: [1],
      metadata: { ...emptyMetadata, mood: { of: "day" } },
    }));
    expect(parsed(text).carried).toEqual({
      article: { tags: [1] },
      metadata: { mood: { of: "day" } },
    });
    expect(parsed(text).metadata).toEqual(emptyMetadata);
  });

  it.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["a version that is none", changed((value) => ({ ...value, version: "1.0" }))],
    ["no id", changed((value) => ({ ...value, id: "story-1" }))],
    ["no metadata", changed((value) => ({ ...value, metadata: null }))],
    [
      "a metadata member of another kind",
      changed((value) => ({ ...value, metadata: { ...emptyMetadata, urgency: "1" } })),
    ],
    ["no content", changed((value) => ({ ...value, content: undefined }))],
    ["content without a type", withContent({})],
    ["content that is a list", withContent([])],
    ["text that is not text", withContent({ type: "doc", content: [{ type: "text", text: 1 }] })],
    ["attributes that nest", withContent({ type: "figure", attrs: { media: { src: "x" } } })],
    ["attributes that are a list", withContent({ type: "figure", attrs: [] })],
    ["marks without a type", withContent({ type: "text", text: "x", marks: [{}] })],
    [
      "21 marks on one text",
      withContent({ type: "text", text: "x", marks: Array<object>(21).fill({ type: "em" }) }),
    ],
    ["children that are no list", withContent({ type: "doc", content: "x" })],
    ["a child that is null", withContent({ type: "doc", content: [null] })],
  ])("calls a text damaged that has %s", (_, text) => {
    const failure = failed(text);
    expect(failure).toMatchObject({ kind: "damaged", file: "x.stet" });
    expect(failure.reason).toContain("“x.stet”");
  });

  it.each(["[]", "null", '"stet"', '{"format":"other","version":{"major":9,"minor":0}}'])(
    "calls %s foreign",
    (text) => {
      expect(failed(text).kind).toBe("foreign");
    },
  );

  it("says that a newer Stet is needed before it finds fault with anything else", () => {
    const failure = failed('{"format":"stet","version":{"major":2,"minor":3}}');
    expect(failure.kind).toBe("newer");
    expect(failure.reason).toContain("2.3");
  });

  it("reads up to its caps and no further", () => {
    const kind = (content: StoryNode) => {
      const result = parseArticle(withContent(content), "x.stet");
      return result.ok ? "read" : result.failure.kind;
    };
    const wide = (count: number): StoryNode => ({
      type: "doc",
      content: Array<StoryNode>(count).fill({ type: "paragraph" }),
    });
    const figures = (count: number): StoryNode => ({
      type: "doc",
      content: Array<StoryNode>(count).fill({ type: "figure", attrs: { media: picture } }),
    });
    expect([kind(nested(maxDepth)), kind(nested(maxDepth + 1))]).toEqual(["read", "damaged"]);
    expect([kind(wide(maxNodes - 1)), kind(wide(maxNodes))]).toEqual(["read", "damaged"]);
    expect([kind(figures(maxPictures)), kind(figures(maxPictures + 1))]).toEqual([
      "read",
      "damaged",
    ]);
  });

  it("survives nesting that would overflow a stack", () => {
    const deep = `${'{"type":"quote","content":['.repeat(100_000)}${"]}".repeat(100_000)}`;
    expect(failed(serialiseArticle(story, deep)).reason).toContain("nested");
  });
});

describe("mediaIn", () => {
  it("lists each picture once, in the order of the story", () => {
    const other = picture.replace("ab", "cd");
    const third = picture.replace("ab", "ef");
    const figure = (media: unknown): StoryNode => ({ type: "figure", attrs: { media } });
    const content: StoryNode = {
      type: "doc",
      content: [
        { type: "quote", content: [figure(other)] },
        figure(picture),
        figure(third),
        figure(other),
        figure("../etc/passwd"),
        figure(""),
      ],
    };
    expect(mediaIn(content)).toEqual([other, picture, third]);
  });

  it("finds none in a story of words", () => {
    expect(mediaIn(story.content)).toEqual([]);
  });
});

function serialise(article: Article): string {
  return serialiseArticle(article, JSON.stringify(article.content));
}

function changed(change: (value: Record<string, unknown>) => object): string {
  return JSON.stringify(change(JSON.parse(serialise(story)) as Record<string, unknown>));
}

function withContent(content: unknown): string {
  return changed((value) => ({ ...value, content }));
}

function nested(depth: number): StoryNode {
  const inner: StoryNode = { type: "paragraph" };
  return depth === 1 ? inner : { type: "quote", content: [nested(depth - 1)] };
}

function parsed(text: string): Article {
  const result = parseArticle(text, "x.stet");
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}

function failed(text: string): Failure {
  const result = parseArticle(text, "x.stet");
  if (result.ok) throw new Error("it was read");
  return result.failure;
}
