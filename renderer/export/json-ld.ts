// schema.org NewsArticle (https://schema.org/NewsArticle) with what the story has, and nothing it has not.

import type { MediaName } from "../../article/media";
import type { CorrectionFacts, PictureFacts, QuoteFacts, StoryFacts } from "./facts";

type Json = string | number | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Search engines cut a headline here (Google, article structured data). */
const maxHeadline = 110;

/** `contentUrl` gives a picture's address, or undefined when the picture is inside the page. */
export function newsArticle(
  facts: StoryFacts,
  contentUrl: (media: MediaName) => string | undefined,
): string {
  const { metadata } = facts;
  const article = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: cut(facts.headline),
    alternativeHeadline: facts.headline.length > maxHeadline ? facts.headline : undefined,
    description: text(facts.standfirst),
    inLanguage: metadata.language,
    articleSection: text(metadata.section) ?? text(facts.kicker),
    keywords: metadata.keywords.length > 0 ? metadata.keywords : undefined,
    dateline: text(facts.dateline),
    dateCreated: text(metadata.created),
    dateModified: text(metadata.modified),
    datePublished: text(metadata.published),
    expires: text(metadata.expires),
    author: facts.authors.length > 0 ? facts.authors.map(person) : undefined,
    sourceOrganization: organization(metadata.source),
    creditText: text(metadata.source),
    publisher: organization(metadata.publisher),
    copyrightNotice: text(metadata.copyright),
    license: text(metadata.licence),
    wordCount: facts.wordCount,
    image: facts.pictures.length > 0 ? facts.pictures.map((p) => image(p, contentUrl)) : undefined,
    // https://schema.org/CorrectionComment, for every kind that a newsroom tells apart.
    correction: facts.corrections.length > 0 ? facts.corrections.map(correction) : undefined,
    hasPart: facts.quotes.length > 0 ? facts.quotes.map(quotation) : undefined,
  };
  // "<" could end the script element; JSON lets it be written as an escape instead.
  return JSON.stringify(article, null, 1).replaceAll("<", "\\u003c");
}

function correction({ text: words, date }: CorrectionFacts): Json {
  return { "@type": "CorrectionComment", text: words, datePublished: text(date) };
}

function image(picture: PictureFacts, contentUrl: (media: MediaName) => string | undefined): Json {
  return {
    "@type": "ImageObject",
    contentUrl: contentUrl(picture.media),
    caption: text(picture.caption),
    description: text(picture.alt),
    creditText: text(picture.credit),
    width: picture.width || undefined,
    height: picture.height || undefined,
  };
}

function quotation({ text: words, speaker, role }: QuoteFacts): Json {
  return {
    "@type": "Quotation",
    text: words,
    creator: speaker === "" ? undefined : person({ name: speaker, role }),
  };
}

function person({ name, role }: { readonly name: string; readonly role: string }): Json {
  return { "@type": "Person", name, jobTitle: text(role) };
}

function organization(name: string): Json | undefined {
  return name === "" ? undefined : { "@type": "Organization", name };
}

function text(value: string): string | undefined {
  return value === "" ? undefined : value;
}

/** At most 110 characters, ended at a word. */
function cut(headline: string): string | undefined {
  if (headline.length <= maxHeadline) return text(headline);
  const head = headline.slice(0, maxHeadline - 1);
  const end = head.lastIndexOf(" ");
  // Without a space near the end it is cut between two characters, never inside one.
  const start = end > maxHeadline / 2 ? head.slice(0, end) : head.replace(/[\uD800-\uDBFF]$/, "");
  return `${start.trimEnd()}…`;
}
