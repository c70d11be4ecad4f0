// What the page is made of, as a validator and a browser's parser see it.

import * as fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { storyPage } from "../../../renderer/export/page";
import { anyDoc } from "../arbitrary";
import { attribute, elementsOf, linkedData, metaOf, nodesOf, textOf, titleOf } from "./parsed";
import { emptyStory, fullStory, hostile, hostileStory, spanishStory } from "./stories";
import type { Story } from "../build";

const options = { pictureUrl: (media: string): string => `media/${media}`, picturesBeside: true };

function page({ doc: story }: Story): string {
  return storyPage(story, options);
}

/** Every element that a page may have, with the attributes that may stand on it. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  html: ["lang"],
  head: [],
  meta: ["charset", "name", "property", "content"],
  title: [],
  script: ["type"],
  style: [],
  body: [],
  main: [],
  article: ["class"],
  header: [],
  footer: ["class"],
  h1: ["class"],
  h2: ["class"],
  p: ["class"],
  span: ["class"],
  em: [],
  strong: [],
  a: ["href"],
  figure: ["class"],
  blockquote: [],
  figcaption: ["class"],
  div: ["class"],
  img: ["src", "alt", "width", "height"],
  aside: ["class"],
  ul: ["class"],
  ol: ["class"],
  li: [],
  hr: ["class"],
  time: ["datetime"],
};

function expectOnlyAllowed(html: string): void {
  for (const node of nodesOf(html)) expect(node.nodeName).not.toBe("#comment");
  for (const { tagName, attrs } of elementsOf(html)) {
    expect(allowed, tagName).toHaveProperty(tagName);
    for (const { name } of attrs) expect(allowed[tagName], tagName).toContain(name);
  }
  for (const link of elementsOf(html, "a")) {
    expect(attribute(link, "href")).toMatch(/^(?:https?|mailto):/);
  }
  for (const img of elementsOf(html, "img")) {
    expect(attribute(img, "src")).toMatch(/^media\/[0-9a-f]{64}\.[a-z]+$/);
  }
}

describe("the page's markup", () => {
  it.each<[string, Story, Readonly<Record<string, "off">>]>([
    ["a full story", fullStory, {}],
    ["an empty story", emptyStory, {}],
    ["a Spanish story", spanishStory, {}],
    // Its headline is above 70 characters, which is a search engine's wish and no fault of markup.
    ["a hostile story", hostileStory, { "long-title": "off" }],
  ])("has no fault in %s", async (_, story, rules) => {
    const validate = new HtmlValidate({ extends: ["html-validate:recommended"], rules });
    const { results } = await validate.validateString(page(story));
    const faults = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ""})`),
    );
    expect(faults).toEqual([]);
  });

  it.each<[string, Story]>([
    ["a full story", fullStory],
    ["an empty story", emptyStory],
    ["a Spanish story", spanishStory],
    ["a hostile story", hostileStory],
  ])("holds in %s only elements, attributes and addresses that are known", (_, story) => {
    expectOnlyAllowed(page(story));
  });

  it("holds nothing else whatever the story, and all of its text", () => {
    fc.assert(
      fc.property(anyDoc, (story) => {
        const html = storyPage(story, options);
        expectOnlyAllowed(html);
        const words = (text: string) => text.replace(/[\s—,]/g, "");
        const [article] = elementsOf(html, "article");
        expect(words(article ? textOf(article) : "")).toBe(words(story.textContent));
      }),
    );
  }, 30_000);
});

describe("text that would break out", () => {
  const html = page(hostileStory);
  const texts = (tag: string, name?: string) =>
    elementsOf(html, tag)
      .filter((one) => name === undefined || attribute(one, "class") === name)
      .map(textOf);

  it("stays text in title and meta", () => {
    expect(titleOf(html)).toBe(`h${hostile}`.trim());
    expect(metaOf(html, "description")).toBe(`s${hostile}`.trim());
    expect(metaOf(html, "og:title")).toBe(`h${hostile}`.trim());
    expect(metaOf(html, "keywords")).toBe(`w${hostile}`);
    expect(metaOf(html, "og:site_name")).toBe(`f${hostile}`);
    expect(metaOf(html, "article:section")).toBe(`e${hostile}`);
    expect(metaOf(html, "og:image:alt")).toBe(`a${hostile}`);
  });

  it("stays text in every part of the story", () => {
    expect(texts("h1")).toEqual([`h${hostile}`]);
    expect(texts("p", "kicker")).toEqual([`k${hostile}`]);
    expect(texts("p", "standfirst")).toEqual([`s${hostile}`]);
    expect(texts("p", "byline")).toEqual([`b${hostile}`]);
    expect(texts("span", "dateline")).toEqual([`d${hostile}`]);
    expect(texts("blockquote")).toEqual([`q${hostile}`]);
    expect(texts("span", "quote-speaker")).toEqual([`n${hostile}`]);
    expect(texts("span", "quote-role")).toEqual([`r${hostile}`]);
    expect(texts("div", "figure-caption")).toEqual([`c${hostile}`]);
    expect(texts("div", "figure-credit")).toEqual([`t${hostile}`]);
    expect(texts("h2")).toEqual([`u${hostile}`]);
    expect(texts("aside")).toEqual([`l${hostile}`]);
    expect(texts("a")).toEqual([`i${hostile}`]);
    expect(texts("footer")).toEqual([`o${hostile}y${hostile}m${hostile}`]);
  });

  it("stays one value in attributes", () => {
    const [img] = elementsOf(html, "img");
    expect(img && attribute(img, "alt")).toBe(`a${hostile}`);
    const [link] = elementsOf(html, "a");
    expect(link && attribute(link, "href")).toContain('"onclick="alert(1)');
  });

  it("leaves one script, and that is JSON with the same text", () => {
    expect(elementsOf(html, "script")).toHaveLength(1);
    expect(linkedData(html)).toMatchObject({
      alternativeHeadline: `h${hostile}`.trim(),
      license: `https://x.org/${hostile}`,
      image: [{ caption: `c${hostile}`.trim(), description: `a${hostile}` }],
    });
  });
});
