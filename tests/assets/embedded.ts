import ExifReader, { type XmpTag } from "exifreader";

/** What a picture's bytes say of it, read by a program that had no part in writing it. */
export function embedded(bytes: Uint8Array) {
  const tags = ExifReader.load(Buffer.from(bytes), { expanded: true });
  return {
    tags,
    /** A property's text in the default language; "" when there is none. */
    xmp: (name: string): string => textOf(tags.xmp?.[name]),
    xmpIn: (name: string, language: string): string => textOf(tags.xmp?.[name], language),
    iim: (name: string): string => described(tags.iptc, name),
    exif: (name: string): string => described(tags.exif, name),
  };
}

function textOf(tag: XmpTag | string | undefined, language = "x-default"): string {
  if (tag === undefined || typeof tag === "string") return tag ?? "";
  if (!Array.isArray(tag.value)) return tag.description;
  const alternatives = tag.value as readonly XmpTag[];
  const inLanguage = alternatives.find(({ attributes }) => langOf(attributes) === language);
  return (inLanguage ?? alternatives[0])?.description ?? "";
}

function langOf(attributes: object): unknown {
  return "lang" in attributes ? attributes.lang : undefined;
}

function described(group: object | undefined, name: string): string {
  const tag = Object.entries(group ?? {}).find(([key]) => key === name)?.[1] as unknown;
  const text =
    typeof tag === "object" && tag !== null && "description" in tag ? tag.description : "";
  return typeof text === "string" ? text : "";
}
