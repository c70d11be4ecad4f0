// A sample picture's facts as exiftool's arguments. XMP holds all of it; IIM and Exif repeat what
// they have a place for, because every newsroom has one program that reads nothing else.

import { captionWriter, licence, source, type SamplePicture } from "./sample-picture";

type Tags = readonly (readonly [name: string, value: string])[];

/** `iim` for JPEG only: PNG and WebP have no place for it. */
export function tagArguments(picture: SamplePicture, iim: boolean): readonly string[] {
  const tags: Tags = [
    ...xmp(picture),
    ...exif(picture),
    ...(iim ? iimTags(picture) : []),
    ...(picture.telltale ? telltales : []),
  ];
  return tags.map(([name, value]) => `-${name}=${value}`);
}

/** The caption as the file carries it: the story's signs for emphasis mean nothing there. */
export function plainCaption({ caption }: SamplePicture): string {
  return caption.replaceAll("_", "");
}

function xmp(picture: SamplePicture): Tags {
  const { language, alt, extended, translations } = picture;
  const caption = plainCaption(picture);
  return [
    ["XMP-dc:Description", caption],
    [`XMP-dc:Description-${language}`, caption],
    ...Object.entries(translations).map(
      ([tag, text]) => [`XMP-dc:Description-${tag}`, text] as const,
    ),
    ["XMP-photoshop:Headline", picture.headline],
    ["XMP-dc:Creator", picture.creator],
    ["XMP-photoshop:AuthorsPosition", picture.jobTitle],
    ["XMP-photoshop:Credit", picture.credit],
    ["XMP-photoshop:Source", source],
    ["XMP-dc:Rights", picture.copyright],
    ["XMP-xmpRights:UsageTerms", picture.usageTerms],
    ["XMP-xmpRights:WebStatement", licence],
    ["XMP-xmpRights:Marked", "false"],
    ["XMP-plus:LicensorURL", "https://stet.example.org/samples"],
    ["XMP-iptcCore:AltTextAccessibility", alt],
    [`XMP-iptcCore:AltTextAccessibility-${language}`, alt],
    ["XMP-iptcCore:ExtDescrAccessibility", extended],
    ["XMP-photoshop:Instructions", picture.instructions],
    ["XMP-photoshop:DateCreated", picture.created],
    ["XMP-photoshop:City", picture.city],
    ["XMP-photoshop:Country", picture.country],
    ["XMP-photoshop:CaptionWriter", captionWriter],
    ...picture.keywords.map((keyword) => ["XMP-dc:Subject", keyword] as const),
    // The raw code: exiftool would translate its own label otherwise.
    ["XMP-iptcExt:DigitalSourceType#", picture.digitalSourceType],
  ];
}

function exif(picture: SamplePicture): Tags {
  const [date, time] = dateAndTime(picture);
  return [
    ["ExifIFD:DateTimeOriginal", `${date} ${time.slice(0, 8)}`],
    ["ExifIFD:OffsetTimeOriginal", time.slice(8)],
    ["IFD0:ImageDescription", plainCaption(picture)],
    ["IFD0:Artist", picture.creator],
    ["IFD0:Copyright", picture.copyright],
    ["ExifIFD:ColorSpace", "sRGB"],
  ];
}

function iimTags(picture: SamplePicture): Tags {
  const [date, time] = dateAndTime(picture);
  return [
    // 1:90 says that the text is UTF-8; without it readers take it for Latin-1.
    ["IPTC:CodedCharacterSet", "UTF8"],
    ["IPTC:Caption-Abstract", plainCaption(picture)],
    ["IPTC:Headline", picture.headline],
    ["IPTC:By-line", picture.creator],
    ["IPTC:By-lineTitle", picture.jobTitle],
    ["IPTC:Credit", picture.credit],
    ["IPTC:Source", source],
    ["IPTC:CopyrightNotice", picture.copyright],
    ["IPTC:SpecialInstructions", picture.instructions],
    ["IPTC:DateCreated", date],
    ["IPTC:TimeCreated", time],
    ["IPTC:City", picture.city],
    ["IPTC:Country-PrimaryLocationName", picture.country],
    ["IPTC:Writer-Editor", captionWriter],
    ...picture.keywords.map((keyword) => ["IPTC:Keywords", keyword] as const),
  ];
}

/** The place is at sea: the town is invented. The thumbnail is added by whoever has the file. */
const telltales: Tags = [
  ["GPS:GPSLatitude", "55.25"],
  ["GPS:GPSLatitudeRef", "N"],
  ["GPS:GPSLongitude", "1.75"],
  ["GPS:GPSLongitudeRef", "E"],
  ["IFD0:Make", "Stet samples"],
  ["IFD0:Model", "Drawing board"],
  ["ExifIFD:SerialNumber", "STET-0000-0001"],
  ["ExifIFD:OwnerName", "Ida Thornwick"],
];

/** As IIM and Exif write them: `2026:11:14` and `07:41:00+00:00`. */
function dateAndTime({ created }: SamplePicture): readonly [date: string, time: string] {
  return [created.slice(0, 10).replaceAll("-", ":"), created.slice(11)];
}
