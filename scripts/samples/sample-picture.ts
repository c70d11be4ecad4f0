// What a sample picture says of itself. The names are those of IPTC Photo Metadata 2025.1; the story
// shows caption, credit and alternative text, the file carries all of it.

export interface SamplePicture {
  readonly file: string;
  readonly headline: string;
  readonly caption: string;
  readonly alt: string;
  /** What the alternative text has no room for. */
  readonly extended: string;
  readonly creator: string;
  readonly jobTitle: string;
  /** At most 32 bytes: IIM cuts it there (2:110). */
  readonly credit: string;
  readonly copyright: string;
  readonly usageTerms: string;
  readonly instructions: string;
  /** ISO 8601 with a time zone. */
  readonly created: string;
  readonly city: string;
  readonly country: string;
  readonly keywords: readonly string[];
  /** BCP 47; the caption and the alternative texts are in it. */
  readonly language: string;
  /** The caption in further languages. */
  readonly translations: Readonly<Record<string, string>>;
  /** A code of IPTC's Digital Source Type vocabulary; "" when the picture does not say. */
  readonly digitalSourceType: string;
  /** Whether it carries what a newsroom takes out before publishing: place, device, thumbnail. */
  readonly telltale: boolean;
  /** JPEG and WebP quality; 0 for PNG. */
  readonly quality: number;
}

export const licence = "https://creativecommons.org/publicdomain/zero/1.0/";
export const source = "Stet samples";
export const captionWriter = "Stet sample desk";

const shared = {
  copyright: "No rights reserved (CC0 1.0), Stet samples",
  translations: {},
  digitalSourceType: "",
  telltale: false,
};

/** By the illustrator of the English stories. */
export const byThornwick = {
  ...shared,
  creator: "Ida Thornwick",
  jobTitle: "Illustrator",
  credit: "Ida Thornwick / Stet samples",
  usageTerms: "Free for any use under CC0 1.0. A credit is welcome.",
  instructions: "Sample illustration of an invented place. Not for use as news.",
  language: "en",
};

/** By the illustrator of the Spanish story. */
export const byMontsol = {
  ...shared,
  creator: "Clara Montsol",
  jobTitle: "Ilustradora",
  credit: "Clara Montsol / Stet samples",
  usageTerms: "Uso libre según CC0 1.0. Se agradece citar a la autora.",
  instructions: "Ilustración de muestra de un lugar inventado. No usar como noticia.",
  language: "es",
};
