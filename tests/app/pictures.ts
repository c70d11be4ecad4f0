// Whole pictures, small enough to stand here. tests/storage/picture.ts makes mere headers; these are
// drawn by the real Chromium.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MediaName } from "../../article/media";
import { nameOf, png } from "../storage/picture";

export interface TinyPicture {
  readonly bytes: Buffer;
  readonly type: string;
  readonly extension: string;
  readonly width: number;
  readonly height: number;
  /** What Stet calls it. */
  readonly media: MediaName;
}

export const jpegPicture = tiny(
  "jpg",
  "image/jpeg",
  32,
  24,
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAYACADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAQF/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8ApAZqsAAAAAB//9k=",
);
export const webpPicture = tiny(
  "webp",
  "image/webp",
  24,
  16,
  "UklGRhwAAABXRUJQVlA4TBAAAAAvF8ADAAdQwChg/wMR0f8A",
);
export const gifPicture = tiny(
  "gif",
  "image/gif",
  30,
  20,
  "R0lGODlhHgAUAPAAAACAgAAAACH5BAAAAAAALAAAAAAeABQAAAIXhI+py+0Po5y02ouz3rz7D4biSJZmUgAAOw==",
);
export const avifPicture = tiny(
  "avif",
  "image/avif",
  20,
  30,
  "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAGwAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGF2MDEAAAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAAUAAAAHgAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAACNtZGF0EgAKBhgRJ9YEIDIPHIAppppEAALl2G39r5Et",
);
export const pngPicture = made("png", "image/png", 12, 10, png(12, 10));

export const tinyPictures = [jpegPicture, pngPicture, webpPicture, gifPicture, avifPicture];

/** Puts a picture into a folder for a dialog to find. */
export async function pictureFile(
  folder: string,
  { bytes, extension }: TinyPicture,
): Promise<string> {
  const path = join(folder, `picture.${extension}`);
  await writeFile(path, bytes);
  return path;
}

function tiny(
  extension: string,
  type: string,
  width: number,
  height: number,
  base64: string,
): TinyPicture {
  return made(extension, type, width, height, Buffer.from(base64, "base64"));
}

function made(
  extension: string,
  type: string,
  width: number,
  height: number,
  bytes: Buffer,
): TinyPicture {
  return { bytes, type, extension, width, height, media: nameOf(bytes, extension) };
}
