import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoryNode } from "../../article/article";
import { parseArticle } from "../../article/format";
import { mendedStory } from "../../electron/storage/salvage-blocks";
import { docOf } from "../../renderer/blocks/document";
import { anyDoc } from "../renderer/arbitrary";
import { nameOf } from "./picture";
import { anArticle, textOf, valueOf } from "./story";

const words = (text: string) => ({ type: "text", text });
const paragraph = (...content: readonly unknown[]) => ({ type: "paragraph", content });

describe("mendedStory", () => {
  it("leaves a whole story as it is", () => {
    fc.assert(
      fc.property(anyDoc, (doc) => {
        const { content } = JSON.parse(JSON.stringify(doc)) as StoryNode;
        const mended = mendedStory(content ?? []);
        expect(mended.changed).toBe(0);
        expect(mended.content.content).toEqual(content);
      }),
      { numRuns: 200 },
    );
  });

  it("makes a story of anything", () => {
    const type = fc.constantFrom(
      ..."paragraph text headline bulletlist listitem quote attribution speaker figure divider doc x".split(
        " ",
      ),
    );
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.record(
        {
          type: fc.oneof({ weight: 9, arbitrary: type }, fc.jsonValue()),
          content: fc.oneof(
            { weight: 9, arbitrary: fc.array(tie("node"), { maxLength: 4 }) },
            fc.jsonValue(),
          ),
          text: fc.oneof(fc.string(), fc.jsonValue()),
          attrs: fc.oneof(fc.record({ media: fc.jsonValue(), width: fc.double() }), fc.jsonValue()),
          marks: fc.oneof(
            fc.array(
              fc.record({
                type: fc.constantFrom("em", "link", "x"),
                attrs: fc.webUrl().map((href) => ({ href })),
              }),
            ),
            fc.jsonValue(),
          ),
        },
        { requiredKeys: [] },
      ),
    }));
    fc.assert(
      fc.property(fc.array(fc.oneof(node, fc.jsonValue()), { maxLength: 5 }), (blocks) => {
        isStory(mendedStory(blocks).content);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps kind and day of a correction only if the editor takes them", () => {
    const correction = { type: "correction", attrs: { kind: "update", date: "2026-03-01" } };
    expect(mendedStory([correction])).toMatchObject({ changed: 0 });
    for (const attrs of [{ kind: ["update"], date: [""] }, { kind: "erratum", date: "" }, 7]) {
      isStory(mendedStory([{ ...correction, attrs }]).content);
    }
  });

  it("keeps the words of what it does not know, and of what stands in a wrong place", () => {
    const { content, changed } = mendedStory([
      {
        type: "factbox",
        content: [{ type: "title", content: [words("Facts")] }, paragraph(words("One"))],
      },
      {
        type: "bulletlist",
        content: [paragraph(words("bare")), { type: "quote", content: [paragraph(words("said"))] }],
      },
      { type: "quote", content: [{ type: "subhead", content: [words("odd")] }] },
      { type: "headline", content: [words("Head")] },
      { type: "headline", content: [words("Second head")] },
    ]);
    isStory(content);
    expect(changed).toBe(4);
    expect(JSON.stringify(content).match(/(?<="text":")[^"]+/g)).toEqual([
      "Head",
      "Facts",
      "One",
      "bare",
      "said",
      "odd",
      "Second head",
    ]);
  });

  it("drops marks that may not stand there and addresses that are none", () => {
    const marks = [{ type: "strong" }, { type: "em" }, { type: "em" }, { type: "blink" }];
    const bad = { type: "link", attrs: { href: "javascript:alert(1)" } };
    const { content } = mendedStory([
      { type: "headline", content: [{ ...words("Head"), marks }] },
      paragraph({ ...words("Words"), marks: [...marks, bad] }),
    ]);
    isStory(content);
    expect(JSON.stringify(content)).not.toMatch(/blink|javascript/);
    expect(content.content?.at(-1)?.content?.[0]?.marks).toEqual([
      { type: "em" },
      { type: "strong" },
    ]);
  });

  it("keeps a picture only under a right name and in a right size", () => {
    const media = nameOf(Buffer.from("x"), "png");
    const figure = (attrs: unknown) => ({ type: "figure", attrs });
    const { content } = mendedStory([
      figure({ media, width: 1e9, height: 20, alt: 4 }),
      figure({ media: "../x.png" }),
    ]);
    isStory(content);
    expect(content.content?.slice(4).map(({ attrs }) => attrs)).toEqual([
      { media, width: 0, height: 20, alt: "" },
      { media: null, width: 0, height: 0, alt: "" },
    ]);
  });

  it("stays below the caps of the format", () => {
    const many = Array.from({ length: 300_000 }, (_, n) => words(`${n}`));
    const nested = (depth: number): unknown =>
      Array.from({ length: depth }).reduce<unknown>(
        (inner) => ({ type: "bulletlist", content: [{ type: "listitem", content: [inner] }] }),
        paragraph(words("deep")),
      );
    for (const blocks of [
      [{ type: "paragraph", content: many }],
      many.map((text) => paragraph(text)),
      [nested(100_000)],
    ]) {
      isStory(mendedStory(blocks).content);
    }
    expect(JSON.stringify(mendedStory([nested(1000)]).content)).toContain('"deep"');
  });
});

/** The editor's schema takes it, and so does whoever opens the file later. */
function isStory(content: StoryNode): void {
  const article = anArticle("", { content });
  valueOf(docOf(article, "mended"));
  valueOf(parseArticle(textOf(article), "mended"));
}
