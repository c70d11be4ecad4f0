import { describe, expect, it } from "vitest";
import { nothingCarried, type Article, type StoryNode } from "../../../article/article";
import { emptyMetadata } from "../../../article/metadata";
import { docOf, metadataOf, newDoc, titleOf } from "../../../renderer/blocks/document";
import {
  by,
  doc,
  figure,
  headline,
  hr,
  kicker,
  link,
  p,
  picture,
  quote,
  ul,
  li,
  withMetadata,
} from "../build";

const empty: StoryNode = newDoc("en", "").toJSON() as StoryNode;

function anArticle(content: StoryNode, change: Partial<Article> = {}): Article {
  const id = "0b8a4f5e-6a53-4d61-9c1f-5d0a5f2f8a11";
  return { id, metadata: emptyMetadata, content, carried: nothingCarried, ...change };
}

describe("newDoc", () => {
  it("has all header fields, one empty paragraph, its language and when it was begun", () => {
    const story = newDoc("es", "2024-11-14T09:00:00Z");
    expect(story.toString()).toBe("doc(kicker, headline, standfirst, byline, paragraph)");
    expect(metadataOf(story)).toEqual({
      ...emptyMetadata,
      language: "es",
      created: "2024-11-14T09:00:00Z",
    });
    story.check();
  });
});

describe("docOf", () => {
  it("gives back the story that was saved, its facts beside it", () => {
    const { doc: story } = withMetadata(
      doc(
        kicker("K"),
        headline("H"),
        p("a", link("https://x.org/", "b")),
        quote(p("q"), by("Jo", "mayor")),
        figure({ caption: "c", media: picture(3), width: 4, height: 5, alt: "x" }),
        ul(li(p("i"))),
        hr(),
      ),
      { slug: "s", keywords: ["a", "b"], urgency: 3 },
    );
    const { content } = story.toJSON() as StoryNode;
    const read = docOf(
      anArticle({ type: "doc", ...(content && { content }) }, { metadata: metadataOf(story) }),
      "x",
    );
    expect(read.ok && read.value.eq(story)).toBe(true);
  });

  const withBody = (...body: readonly StoryNode[]): StoryNode => ({
    type: "doc",
    content: [...(empty.content ?? []).slice(0, 4), ...body],
  });

  it.each<[string, StoryNode]>([
    ["a part that is unknown", withBody({ type: "video" })],
    [
      "a mark that is unknown",
      withBody({
        type: "paragraph",
        content: [{ type: "text", text: "x", marks: [{ type: "blink" }] }],
      }),
    ],
    ["an empty text", withBody({ type: "paragraph", content: [{ type: "text", text: "" }] })],
    ["no body", withBody()],
    ["no header", { type: "doc", content: [{ type: "paragraph" }] }],
    ["a quote without words", withBody({ type: "quote" })],
    [
      "a link to a script",
      withBody({
        type: "paragraph",
        content: [
          { type: "text", text: "x", marks: [{ type: "link", attrs: { href: "javascript:1" } }] },
        ],
      }),
    ],
    [
      "a mark where none may stand",
      {
        type: "doc",
        content: [
          { type: "kicker", content: [{ type: "text", text: "x", marks: [{ type: "em" }] }] },
          ...(empty.content ?? []).slice(1),
        ],
      },
    ],
    [
      "a picture with another name",
      withBody({
        type: "figure",
        attrs: { media: "../a.jpg" },
        content: [{ type: "caption" }, { type: "credit" }],
      }),
    ],
    [
      "a story that is only a paragraph",
      { type: "paragraph", content: [{ type: "text", text: "x" }] },
    ],
    ["a story that is only a text", { type: "text", text: "x" }],
  ])("calls a story damaged that has %s", (_, content) => {
    const read = docOf(anArticle(content), "ferry.stet");
    expect(read).toMatchObject({ ok: false, failure: { kind: "damaged", file: "ferry.stet" } });
  });

  it("calls a story damaged whose facts are rubbish", () => {
    const metadata = { ...emptyMetadata, urgency: 99 };
    expect(docOf(anArticle(empty, { metadata }), "x").ok).toBe(false);
  });
});

describe("titleOf", () => {
  it("is the headline, else the slug, else nothing", () => {
    expect(titleOf(doc(headline(" A <em> "), p("x")).doc)).toBe("A <em>");
    expect(titleOf(withMetadata(doc(headline("  ")), { slug: "ferry" }).doc)).toBe("ferry");
    expect(titleOf(doc(p("x")).doc)).toBe("");
  });

  it("is never longer than a window title or file name that main takes", () => {
    const { doc: story } = doc(headline("word ".repeat(4000)));
    expect(titleOf(story)).toHaveLength(200);
  });
});
