// Pictures are named by their content: `<sha256 in hex>.<extension>`. The same name stands in the
// document (figure's `media`), in the zip (`media/<name>`) and in the page's media URL.

export type MediaName = string;

/** SVG is missing on purpose: it can carry script, so it is never a picture here. */
export const mediaTypes: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
  avif: "image/avif",
};

const mediaName = "[0-9a-f]{64}\\.(?:jpg|png|webp|gif|avif)";
const mediaNamePattern = new RegExp(`^${mediaName}$`);
const mediaNamesPattern = new RegExp(mediaName, "g");

export function isMediaName(text: unknown): text is MediaName {
  return typeof text === "string" && mediaNamePattern.test(text);
}

/** All that look like one in a text of any kind. */
export function mediaNamesIn(text: string): readonly MediaName[] {
  return text.match(mediaNamesPattern) ?? [];
}

export function mediaType(name: MediaName): string {
  return mediaTypes[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}

/** A picture that main has taken in. Sizes are in pixels, after the orientation the file asks for. */
export interface Picture {
  readonly media: MediaName;
  readonly widthPx: number;
  readonly heightPx: number;
}

export const maxPictureBytes = 50 * 1024 * 1024;
export const maxPicturePixels = 100_000_000;
export const maxPictures = 1000;

export const mediaScheme = "stet-media";

/** Where the page finds a picture of its story: `stet-media://<document id>/<media name>`. */
export function mediaUrl(documentId: string, media: MediaName): string {
  return `${mediaScheme}://${documentId}/${media}`;
}

/**
 * A run of an exported page's HTML, or the place of a picture's URL in it. Whoever writes the page
 * puts a data URL there, or the path of the picture beside the page; neither needs escaping.
 */
export type PagePart = string | { readonly picture: MediaName };
