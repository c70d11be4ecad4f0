import { describe, expect, it } from "vitest";
import { newDoc } from "../../../renderer/blocks/document";
import { storyPage } from "../../../renderer/export/page";
import {
  by,
  dateline,
  doc,
  figure,
  headline,
  p,
  picture,
  quote,
  withMetadata,
  type Story,
} from "../build";
import { attribute, elementsOf, linkedData, metaOf, textOf, titleOf, type Element } from "./parsed";
import { emptyStory, fullStory, note, spanishStory } from "./stories";

function page({ doc: story }: Story, picturesBeside = true): string {
  return storyPage(story, { pictureUrl: (media) => `media/${media}`, picturesBeside });
}

function only(html: string, tag: string): Element {
  const [first, ...more] = elementsOf(html, tag);
  if (!first || more.length > 0)
    throw new Error(`not one ${tag} but ${more.length + (first ? 1 : 0)}`);
  return first;
}

function shape(element: Element): unknown {
  const children = element.childNodes.filter((node): node is Element => "tagName" in node);
  return children.length === 0 ? element.tagName : [element.tagName, ...children.map(shape)];
}

describe("storyPage", () => {
  const html = page(fullStory);

  it("is a whole HTML page in the story's language", () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8">/);
    expect(attribute(only(page(spanishStory), "html"), "lang")).toBe("es");
  });

  it("has one h1 in one article, with header and foot", () => {
    expect(textOf(only(html, "h1"))).toBe("The bridge stays");
    const article = only(html, "article");
    const parts = article.childNodes.filter((node): node is Element => "tagName" in node);
    expect(parts.map(({ tagName }) => tagName)).toEqual([
      "header",
      "p",
      "figure",
      "figure",
      "h2",
      "aside",
      "ul",
      "hr",
      "figure",
      "figure",
      "p",
      "footer",
    ]);
  });

  it("writes a picture as figure with img and figcaption, caption and credit apart", () => {
    const figures = elementsOf(html, "figure").filter(
      (one) => attribute(one, "class") === "figure",
    );
    expect(figures.map(shape)).toEqual([
      ["figure", "img", ["figcaption", ["div", "a"], "div"]],
      ["figure", "img", ["figcaption", "div"]],
    ]);
    for (const img of elementsOf(html, "img")) expect(attribute(img, "alt")).not.toBeNull();
  });

  it("writes a quote with its speaker outside the blockquote", () => {
    const quotes = elementsOf(html, "figure").filter((one) => attribute(one, "class") === "quote");
    expect(quotes.map(shape)).toEqual([
      ["figure", ["blockquote", "p", "p"], ["figcaption", "span", "span"]],
      ["figure", ["blockquote", "p"]],
    ]);
  });

  it("writes a pull quote as aside and the dateline as span", () => {
    expect(textOf(only(html, "aside"))).toBe("We counted twice.");
    const spans = elementsOf(html, "span").filter((one) => attribute(one, "class") === "dateline");
    expect(spans.map(textOf)).toEqual(["PORT ARLEN, 14 November"]);
  });

  it("carries the style of the story, for paper too, and no script that runs", () => {
    const style = textOf(only(html, "style"));
    for (const rule of ["--ink", ".quote", "@media print", "prefers-color-scheme: dark"]) {
      expect(style).toContain(rule);
    }
    expect(attribute(only(html, "script"), "type")).toBe("application/ld+json");
  });

  it("has its JSON-LD in the head", () => {
    expect(linkedData(html)).toMatchObject({
      "@type": "NewsArticle",
      headline: "The bridge stays",
    });
  });

  it("tells search engines and readers of links what the story is", () => {
    const said = (names: readonly string[]) => names.map((name) => metaOf(html, name));
    expect(titleOf(html)).toBe("The bridge stays");
    expect(said(["description", "author", "keywords"])).toEqual([
      "It will not be torn down, for now.",
      "Mara Ellison, Tom Reyes",
      "bridge, harbour",
    ]);
    expect(said(["og:type", "og:title", "og:description", "og:site_name", "og:locale"])).toEqual([
      "article",
      "The bridge stays",
      "It will not be torn down, for now.",
      "The Port Arlen Post",
      "en_GB",
    ]);
    expect(said(["article:published_time", "article:modified_time", "article:section"])).toEqual([
      "2024-11-14T23:30:00-05:00",
      "2024-11-14T09:30:00+01:00",
      "Local",
    ]);
    const tags = elementsOf(html, "meta").filter(
      (one) => attribute(one, "property") === "article:tag",
    );
    expect(tags.map((tag) => attribute(tag, "content"))).toEqual(["bridge", "harbour"]);
  });

  it("names the first picture for links only where it has an address", () => {
    expect(metaOf(html, "og:image")).toBe(`media/${picture(1)}`);
    expect(metaOf(html, "og:image:alt")).toBe("A steel bridge over water");
    expect(metaOf(page(fullStory, false), "og:image")).toBeNull();
    expect(metaOf(page(fullStory, false), "og:image:alt")).toBeNull();
  });

  it("ends with date, source and rights, the date as its own time zone and language have it", () => {
    expect(elementsOf(html, "footer").map(textOf)).toEqual([
      "14 November 2024Northlight News© 2024 Northlight NewsNot for resale",
    ]);
    const time = only(page(spanishStory), "time");
    expect([attribute(time, "datetime"), textOf(time)]).toEqual([
      "2024-05-02T10:00:00+02:00",
      "2 de mayo de 2024",
    ]);
  });

  it("never tells the editor's note", () => {
    for (const beside of [true, false]) expect(page(fullStory, beside)).not.toContain(note);
  });

  it("is the same to the byte each time it is made of the same story", () => {
    const again = withMetadata(fullStory, {});
    expect(page(again)).toBe(html);
    expect(page(fullStory)).toBe(html);
  });
});

describe("storyPage of a story that lacks something", () => {
  it("leaves out headings, lines and foot that would be empty", () => {
    const html = page(emptyStory);
    for (const tag of ["h1", "p", "footer", "figure", "time"])
      expect(elementsOf(html, tag)).toEqual([]);
    for (const name of ["description", "author", "keywords", "og:description", "og:locale"]) {
      expect(metaOf(html, name)).toBeNull();
    }
  });

  it("has a title all the same: the slug, else that it has none", () => {
    expect(titleOf(page(emptyStory))).toBe("Untitled story");
    expect(titleOf(page(withMetadata(emptyStory, { slug: "ferry" })))).toBe("ferry");
    expect(titleOf(page(withMetadata(doc(headline("H")), { slug: "ferry" })))).toBe("H");
  });

  it("gives no country to a language without one", () => {
    expect(metaOf(page(spanishStory), "og:locale")).toBeNull();
  });

  it("exports what a new story is", () => {
    const { doc: story } = { doc: newDoc("es", "2024-05-02T10:00:00Z") };
    expect(attribute(only(page({ doc: story, tags: {} }), "html"), "lang")).toBe("es");
  });

  it("keeps a speaker without words and a caption without a picture", () => {
    const html = page(
      doc(quote(p(), by("Jo")), figure({ media: null, caption: "c" }), p(dateline("OSLO"))),
    );
    expect(elementsOf(html, "figure").map(shape)).toEqual([
      ["figure", ["figcaption", "span"]],
      ["figure", ["figcaption", "div"]],
    ]);
  });
});
