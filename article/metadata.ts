import * as v from "valibot";

const shortText = textOf(10_000, "longer than 10,000 characters");
const keyword = textOf(10_000, "a list with a keyword longer than 10,000 characters");
const dateTime = v.pipe(
  v.string(),
  v.check((text) => text === "" || isDateTime(text), "not an ISO 8601 date and time"),
);

/**
 * The facts beside the story, as IPTC names them (ninjs and NITF fields are listed in docs/format.md).
 * Dates are ISO 8601 with a time zone, or "" when unknown. `urgency` runs from 1 (flash) to 9, 0 is unset.
 * `editorsNote` stays in the file and never reaches an export.
 */
export const metadataEntries = {
  slug: shortText,
  section: shortText,
  keywords: v.pipe(v.array(keyword), v.maxLength(200, "a list of more than 200 keywords")),
  language: v.pipe(
    v.string(),
    v.check((tag) => isLanguageTag(tag), "not a BCP 47 language tag"),
  ),
  source: shortText,
  publisher: shortText,
  created: dateTime,
  modified: dateTime,
  published: dateTime,
  embargo: dateTime,
  expires: dateTime,
  urgency: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
  editorsNote: textOf(100_000, "longer than 100,000 characters"),
  copyright: shortText,
  usageTerms: shortText,
  licence: v.pipe(
    v.string(),
    v.check((url) => url === "" || /^https?:\/\//i.test(url), "not an http or https address"),
  ),
} as const;

export const metadataSchema = v.object(metadataEntries);

export type Metadata = Readonly<v.InferOutput<typeof metadataSchema>>;
export type MetadataField = keyof Metadata;

export const emptyMetadata: Metadata = {
  slug: "",
  section: "",
  keywords: [],
  language: "en",
  source: "",
  publisher: "",
  created: "",
  modified: "",
  published: "",
  embargo: "",
  expires: "",
  urgency: 0,
  editorsNote: "",
  copyright: "",
  usageTerms: "",
  licence: "",
};

/** Null when the value may stand in that field, otherwise what is wrong with it, in words. */
export function metadataFault(field: MetadataField, value: unknown): string | null {
  const result = v.safeParse(metadataEntries[field], value);
  return result.success ? null : result.issues[0].message;
}

/** `fault` says what a text is that has more than `max` characters. */
function textOf(max: number, fault: string) {
  return v.pipe(v.string(), v.maxLength(max, fault));
}

function isDateTime(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
