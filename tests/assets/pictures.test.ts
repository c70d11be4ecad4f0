import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { pictureFolder } from "../../scripts/samples/build-story";
import { plainCaption } from "../../scripts/samples/picture-tags";
import { pictures } from "../../scripts/samples/pictures";
import { source } from "../../scripts/samples/sample-picture";
import { pictureKind, pixelSize } from "../../electron/storage/picture-size";
import { embedded } from "./embedded";

const bytesOf = (file: string): Buffer => readFileSync(join(pictureFolder, file));

describe.each(pictures)("$file", (picture) => {
  const bytes = bytesOf(picture.file);
  const { tags, xmp, xmpIn, exif } = embedded(bytes);

  it("is what its extension says, large enough for the page and light enough for the repository", () => {
    const kind = extname(picture.file).slice(1) as "jpg" | "png" | "webp";
    expect(pictureKind(bytes)).toEqual({ kind });
    expect(pixelSize(bytes, kind)?.widthPx).toBeGreaterThanOrEqual(1600);
    expect(pixelSize(bytes, kind)?.widthPx).toBeLessThanOrEqual(2000);
    expect(bytes.length).toBeLessThan(250 * 1024);
  });

  it("carries in XMP all that the story and the picture desk need", () => {
    expect(xmp("description")).toBe(plainCaption(picture));
    expect(xmpIn("description", picture.language)).toBe(plainCaption(picture));
    expect(xmp("AltTextAccessibility")).toBe(picture.alt);
    expect(xmp("ExtDescrAccessibility")).toBe(picture.extended);
    expect(xmp("Headline")).toBe(picture.headline);
    expect(xmp("creator")).toBe(picture.creator);
    expect(xmp("AuthorsPosition")).toBe(picture.jobTitle);
    expect(xmp("Credit")).toBe(picture.credit);
    expect(xmp("Source")).toBe(source);
    expect(xmp("rights")).toBe(picture.copyright);
    expect(xmp("UsageTerms")).toBe(picture.usageTerms);
    expect(xmp("WebStatement")).toMatch(/^https:\/\//);
    expect(xmp("Instructions")).toBe(picture.instructions);
    expect(xmp("DateCreated")).toBe(picture.created);
    expect([xmp("City"), xmp("Country")]).toEqual([picture.city, picture.country]);
    expect(xmp("CaptionWriter")).not.toBe("");
    expect(xmp("DigitalSourceType")).toBe(picture.digitalSourceType);
  });

  it("repeats in Exif what has a place there", () => {
    expect(exif("ImageDescription")).toBe(plainCaption(picture));
    expect(exif("Artist")).toBe(picture.creator);
    expect(exif("Copyright")).toBe(picture.copyright);
    expect(exif("DateTimeOriginal").slice(11)).toBe(picture.created.slice(11, 19));
  });

  it("tells where and with what it was made only if it is the one that should", () => {
    const found = [tags.gps?.Latitude, exif("BodySerialNumber") || undefined, tags.Thumbnail?.type];
    expect(found.map((value) => value !== undefined)).toEqual(found.map(() => picture.telltale));
  });
});

describe.each(pictures.filter(({ file }) => extname(file) === ".jpg"))(
  "$file, a JPEG",
  (picture) => {
    const { iim } = embedded(bytesOf(picture.file));

    it("repeats in IIM, as UTF-8, what has a place there", () => {
      expect(iim("Coded Character Set")).toBe("UTF-8");
      expect(iim("Caption/Abstract")).toBe(plainCaption(picture));
      expect(iim("Headline")).toBe(picture.headline);
      expect(iim("By-line")).toBe(picture.creator);
      expect(iim("By-line Title")).toBe(picture.jobTitle);
      expect(iim("Credit")).toBe(picture.credit);
      expect(iim("Source")).toBe(source);
      expect(iim("Copyright Notice")).toBe(picture.copyright);
      expect(iim("Special Instructions")).toBe(picture.instructions);
      expect([iim("City"), iim("Country/Primary Location Name")]).toEqual([
        picture.city,
        picture.country,
      ]);
      expect(`${iim("Date Created")}T${iim("Time Created")}`).toBe(picture.created);
    });
  },
);

describe("the sample pictures", () => {
  it("keep each credit within the 32 bytes that IIM has for it", () => {
    for (const { credit } of pictures) expect(Buffer.byteLength(credit)).toBeLessThanOrEqual(32);
  });

  it("come in three kinds, one of them with a telltale and one with a digital source type", () => {
    expect(new Set(pictures.map(({ file }) => extname(file)))).toEqual(
      new Set([".jpg", ".png", ".webp"]),
    );
    expect(pictures.filter(({ telltale }) => telltale)).toHaveLength(1);
    expect(pictures.filter(({ digitalSourceType }) => digitalSourceType !== "")).toHaveLength(1);
  });
});
