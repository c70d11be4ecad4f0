// What find and replace see beside the text: the details, and the pictures' alternative texts. They are
// attributes, so prosemirror-search does not look there.

import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { metadataFault, type MetadataField } from "../../article/metadata";
import { metadataOf } from "../blocks/document";
import type { Wanted } from "../editor/search";

/** Those that hold words. */
const fields = [
  "slug",
  "section",
  "keywords",
  "source",
  "publisher",
  "copyright",
  "usageTerms",
  "licence",
  "editorsNote",
] as const satisfies readonly MetadataField[];

export interface FactMatch {
  readonly place:
    | { readonly kind: "field"; readonly field: MetadataField }
    /** Where the figure begins. */
    | { readonly kind: "alt"; readonly pos: number };
  readonly count: number;
}

/** Why the search cannot be made; null if it can, or nothing is wanted yet. */
export function searchFault({ search, regexp }: Wanted): string | null {
  if (!regexp || search === "") return null;
  try {
    new RegExp(search, "u");
    return null;
  } catch (error) {
    // "Invalid regular expression: /(/u: Unterminated group" names the pattern once more.
    const told = error instanceof Error ? error.message : "";
    return `This pattern cannot be read: ${told.slice(told.lastIndexOf(": ") + 2).toLowerCase()}.`;
  }
}

/** In the order of the panel, then of the story. */
export function factMatches(doc: Node, wanted: Wanted): readonly FactMatch[] {
  const pattern = patternOf(wanted);
  if (pattern === null) return [];
  const found: FactMatch[] = [];
  const metadata = metadataOf(doc);
  for (const field of fields) {
    const count = countAll(metadata[field], pattern);
    if (count > 0) found.push({ place: { kind: "field", field }, count });
  }
  eachAlt(doc, (alt, pos) => {
    const count = countIn(alt, pattern);
    if (count > 0) found.push({ place: { kind: "alt", pos }, count });
  });
  return found;
}

/** Adds the replacements to `tr`. A field that could not stand in the story then stays as it is. */
export function replaceInFacts(tr: Transaction, wanted: Wanted): number {
  const pattern = patternOf(wanted);
  if (pattern === null) return 0;
  let count = 0;
  const replaced = (text: string): string =>
    wanted.regexp
      ? text.replace(pattern, wanted.replace)
      : text.replace(pattern, () => wanted.replace);
  const metadata = metadataOf(tr.doc);
  for (const field of fields) {
    const value = metadata[field];
    const matches = countAll(value, pattern);
    const next = typeof value === "string" ? replaced(value) : value.map(replaced);
    if (matches === 0 || metadataFault(field, next) !== null) continue;
    tr.setDocAttribute(field, next);
    count += matches;
  }
  eachAlt(tr.doc, (alt, pos) => {
    const matches = countIn(alt, pattern);
    if (matches > 0) tr.setNodeAttribute(pos, "alt", replaced(alt));
    count += matches;
  });
  return count;
}

function countAll(value: string | readonly string[], pattern: RegExp): number {
  const texts = typeof value === "string" ? [value] : value;
  return texts.reduce((sum, text) => sum + countIn(text, pattern), 0);
}

function eachAlt(doc: Node, act: (alt: string, pos: number) => void): void {
  doc.forEach((block, pos) => {
    const alt: unknown = block.attrs["alt"];
    if (typeof alt === "string") act(alt, pos);
  });
}

/** The same rules as prosemirror-search: at a word's end no two letters meet. */
function patternOf({ search, caseSensitive, wholeWord, regexp }: Wanted): RegExp | null {
  if (search === "") return null;
  const source = regexp ? search : search.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const bounded = wholeWord ? `(?<!\\p{L}(?=\\p{L}))(?:${source})(?!(?<=\\p{L})\\p{L})` : source;
  try {
    return new RegExp(bounded, caseSensitive ? "gu" : "giu");
  } catch {
    return null;
  }
}

function countIn(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].filter(([match]) => match !== "").length;
}
