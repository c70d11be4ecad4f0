// A story as one HTML page: semantic, styled for screen and paper, without script. The same story
// always gives the same bytes: nothing here asks for the time or the machine.

import type { Node } from "prosemirror-model";
import prose from "../../assets/prose.css?raw";
import tokens from "../../assets/tokens.css?raw";
import type { MediaName, PagePart } from "../../article/media";
import { htmlText, type HtmlElement, type HtmlSpec } from "../lib/html";
import { storyBody } from "./body";
import { storyFacts, type StoryFacts } from "./facts";
import { newsArticle } from "./json-ld";
import pageStyle from "./page.css?raw";

export interface PageOptions {
  /** Where each picture is to be found, as a URL. */
  pictureUrl(media: MediaName): string;
  /** Whether pictures have an address of their own, which JSON-LD may then name. */
  readonly picturesBeside: boolean;
}

export function storyPage(doc: Node, options: PageOptions): string {
  const facts = storyFacts(doc);
  const { header, body } = storyBody(doc, { ...options, language: facts.metadata.language });
  const page: HtmlElement = [
    "html",
    { lang: facts.metadata.language },
    head(facts, options),
    [
      "body",
      {},
      [
        "main",
        {},
        ["article", { class: "story" }, ["header", {}, ...header], ...body, foot(facts)],
      ],
    ],
  ];
  return `<!DOCTYPE html>\n${htmlText([page])}\n`;
}

/**
 * The page in parts, for a writer that fills in each picture where it belongs. The places are found
 * by a mark that is made for this page alone, so no text of a story can pass for one.
 */
export function storyPageParts(doc: Node, picturesBeside: boolean): readonly PagePart[] {
  const mark = `stet-picture-${crypto.randomUUID()}:`;
  const page = storyPage(doc, { pictureUrl: (media) => mark + media, picturesBeside });
  const [first = "", ...rest] = page.split(mark);
  return [first, ...rest.flatMap(pictureAndRest)];
}

function pictureAndRest(text: string): PagePart[] {
  const end = text.indexOf(".") + 1;
  const extension = /^[a-z]+/.exec(text.slice(end))?.[0] ?? "";
  const length = end + extension.length;
  return [{ picture: text.slice(0, length) }, text.slice(length)];
}

function head(facts: StoryFacts, { pictureUrl, picturesBeside }: PageOptions): HtmlElement {
  const { metadata } = facts;
  const title = facts.headline || metadata.slug || "Untitled story";
  const lead = facts.pictures[0];
  const contentUrl = (media: MediaName) => (picturesBeside ? pictureUrl(media) : undefined);
  return [
    "head",
    {},
    ["meta", { charset: "utf-8" }],
    ["meta", { name: "viewport", content: "width=device-width, initial-scale=1" }],
    ["title", {}, title],
    meta("description", facts.standfirst),
    meta("author", facts.authors.map(({ name }) => name).join(", ")),
    meta("keywords", metadata.keywords.join(", ")),
    property("og:type", "article"),
    property("og:title", title),
    property("og:description", facts.standfirst),
    property("og:site_name", metadata.publisher),
    property("og:locale", openGraphLocale(metadata.language)),
    property("og:image", lead && picturesBeside ? pictureUrl(lead.media) : ""),
    property("og:image:alt", lead && picturesBeside ? lead.alt : ""),
    property("article:published_time", metadata.published),
    property("article:modified_time", metadata.modified),
    property("article:section", metadata.section || facts.kicker),
    ...metadata.keywords.map((keyword) => property("article:tag", keyword)),
    ["script", { type: "application/ld+json" }, newsArticle(facts, contentUrl)],
    ["style", {}, `\n${tokens}${prose}${pageStyle}`],
  ];
}

function foot({ metadata }: StoryFacts): HtmlSpec {
  const date = printedDate(metadata.published, metadata.language);
  const lines: HtmlSpec[] = [];
  if (date !== null) lines.push(["p", {}, ["time", { datetime: metadata.published }, date]]);
  for (const line of [metadata.source, metadata.copyright, metadata.usageTerms]) {
    if (line !== "") lines.push(["p", {}, line]);
  }
  return lines.length === 0 ? null : ["footer", { class: "story-foot" }, ...lines];
}

/** The day as written in the story's language, in the time zone that the date itself names. */
function printedDate(dateTime: string, language: string): string | null {
  if (dateTime === "") return null;
  const day = new Date(`${dateTime.slice(0, 10)}T00:00:00Z`);
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(day);
}

/** Open Graph wants `en_GB`; a language alone is left out rather than given a country. */
function openGraphLocale(language: string): string {
  const { language: tongue, region } = new Intl.Locale(language);
  return region ? `${tongue}_${region}` : "";
}

function meta(name: string, content: string): HtmlSpec {
  return content === "" ? null : ["meta", { name, content }];
}

function property(name: string, content: string): HtmlSpec {
  return content === "" ? null : ["meta", { property: name, content }];
}
