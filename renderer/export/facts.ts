// What head, JSON-LD and foot all need to know of a story, read from it once.

import type { Node } from "prosemirror-model";
import { authorsOf, type Author } from "../../article/byline";
import type { MediaName } from "../../article/media";
import type { Metadata } from "../../article/metadata";
import { countWords } from "../../article/text";

export interface StoryFacts {
  readonly metadata: Metadata;
  readonly headline: string;
  readonly kicker: string;
  readonly standfirst: string;
  readonly dateline: string;
  readonly authors: readonly Author[];
  readonly pictures: readonly PictureFacts[];
  readonly quotes: readonly QuoteFacts[];
  readonly corrections: readonly CorrectionFacts[];
  readonly wordCount: number;
}

export interface CorrectionFacts {
  readonly text: string;
  /** `YYYY-MM-DD`, or "". */
  readonly date: string;
}

export interface PictureFacts {
  readonly media: MediaName;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

export interface QuoteFacts {
  readonly text: string;
  readonly speaker: string;
  readonly role: string;
}

export function storyFacts(doc: Node): StoryFacts {
  const pictures: PictureFacts[] = [];
  const quotes: QuoteFacts[] = [];
  const corrections: CorrectionFacts[] = [];
  let dateline = "";
  let wordCount = 0;
  doc.descendants((node) => {
    if (node.type.name === "figure" && node.attrs["media"] !== null)
      pictures.push(pictureFacts(node));
    if (node.type.name === "quote") quotes.push(quoteFacts(node));
    if (node.type.name === "correction") {
      const { date } = node.attrs as Pick<CorrectionFacts, "date">;
      corrections.push({ text: node.textContent.trim(), date });
    }
    if (node.isTextblock) wordCount += countWords(node.textContent);
    if (node.isText && node.marks.some((mark) => mark.type.name === "dateline")) {
      dateline += node.text ?? "";
    }
  });
  const byline = partOf(doc, "byline");
  return {
    metadata: doc.attrs as Metadata,
    headline: partOf(doc, "headline"),
    kicker: partOf(doc, "kicker"),
    standfirst: partOf(doc, "standfirst"),
    dateline: dateline.trim(),
    authors: authorsOf(byline),
    pictures,
    quotes: quotes.filter((quote) => quote.text !== ""),
    corrections: corrections.filter((correction) => correction.text !== ""),
    wordCount,
  };
}

function pictureFacts(node: Node): PictureFacts {
  const { media, width, height, alt } = node.attrs as Pick<
    PictureFacts,
    "media" | "width" | "height" | "alt"
  >;
  return {
    media,
    width,
    height,
    alt,
    caption: partOf(node, "caption"),
    credit: partOf(node, "credit"),
  };
}

function quoteFacts(node: Node): QuoteFacts {
  const words = node.children.filter((child) => child.isTextblock);
  const attribution = node.lastChild;
  return {
    text: words
      .map((paragraph) => paragraph.textContent)
      .join("\n\n")
      .trim(),
    speaker: attribution ? partOf(attribution, "speaker") : "",
    role: attribution ? partOf(attribution, "role") : "",
  };
}

function partOf(parent: Node, type: string): string {
  const part = parent.children.find((child) => child.type.name === type);
  return part?.textContent.trim() ?? "";
}
