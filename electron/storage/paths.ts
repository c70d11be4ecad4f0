// File names that every system takes, made from what a writer typed.

import { join, parse } from "node:path";

const maxNameBytes = 200;
/** Of every system that Stet runs on. */
const maxFileNameBytes = 255;

/** Windows keeps these for devices, with any extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=$|[. ])/i;

/** Never empty, never a path, at most 200 bytes: room for an extension on every disk. */
export function suggestFileName(text: string): string {
  const clean = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[<>:"/\\|?*]+/g, "-")
    .replace(/\s+/g, " ");
  const name = trimmed(shortened(trimmed(clean), maxNameBytes));
  if (name === "") return "Untitled";
  return reserved.test(name) ? `_${name}` : name;
}

/** The same place under a name with a number: `ferry.stet` gives `ferry (2).stet`. */
export function besideName(path: string, number: number): string {
  const { dir, name, ext } = parse(path);
  const end = ` (${number})${ext}`;
  return join(dir, `${shortened(name, maxFileNameBytes - Buffer.byteLength(end))}${end}`);
}

/** Cut to `maxBytes` of UTF-8, between two characters. */
export function shortened(text: string, maxBytes: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) return text.slice(0, end);
    end += character.length;
  }
  return text;
}

/** A leading dot hides a file, a leading dash looks like an option, Windows drops dots at the end. */
function trimmed(name: string): string {
  return name.replace(/^[\s.-]+|[\s.]+$/g, "");
}
