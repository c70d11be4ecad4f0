// A picture as it may go out: with whom it belongs to and on what terms, without what it gives away of
// who took it, where and with what. A source's life may hang on that, so nothing is kept because it
// looks harmless, only what is known by name.

import { pictureKind, type PictureKind } from "./picture-size";
import { cleanAvif } from "./privacy/avif";
import { bufferOf, Untold } from "./privacy/bytes";
import { cleanGif } from "./privacy/gif";
import { cleanJpeg } from "./privacy/jpeg";
import { cleanPng } from "./privacy/png";
import { cleanWebp } from "./privacy/webp";

const cleaners: Readonly<Record<PictureKind, (bytes: Buffer) => Buffer>> = {
  jpg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
  gif: cleanGif,
  avif: cleanAvif,
};

/**
 * Keeps image, colour profile and orientation as they are and, of the metadata, author, credit, source,
 * copyright, terms, licensor, caption and whether a machine made it. The result is never longer, and
 * the same again when cleaned again. Throws an Untold if the picture cannot be taken apart.
 */
export function withoutTraces(bytes: Uint8Array): Uint8Array {
  // By its own bytes, as browsers go by them too, whatever it is called.
  const found = pictureKind(bytes);
  if (found === null || "refused" in found) throw new Untold("not a picture that Stet can show");
  return cleaners[found.kind](bufferOf(bytes));
}
