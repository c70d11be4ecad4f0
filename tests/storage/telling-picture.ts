// Pictures of every kind that tell all they can: what is owed to their readers, and, each time with the
// word SECRET, what could give away a source.

import { deflateSync } from "node:zlib";
import { gifPicture, jpegPicture } from "../app/pictures";
import { box, chunk, png, segment, webp } from "./picture";

export const creator = "Ida Thornwick";
export const credit = "Ida Thornwick / Stet";
export const notice = "© 2026 Ida <Thornwick> & “Sons”";
export const terms = "No sales";
export const aiSource = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";

/** As exiftool, Lightroom and hands write it, mixed. */
export const xmpPacket = Buffer.from(`<?xpacket begin="\ufeff" id="SECRET"?>
<!-- SECRET <nothing> -->
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="SECRET">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="uuid:SECRET" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="SECRET"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="${credit}" photoshop:Instructions="SECRET"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmpMM:DocumentID="SECRET"/>
  <rdf:Description rdf:about="" xmlns:a="http://purl.org/dc/elements/1.1/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
    xmlns:r='http://ns.adobe.com/xap/1.0/rights/'>
   <a:creator><rdf:Seq><rdf:li>${creator}</rdf:li></rdf:Seq></a:creator>
   <a:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2026 Ida &lt;Thornwick&gt; <![CDATA[&]]> “Sons”</rdf:li></rdf:Alt></a:rights>
   <a:subject><rdf:Bag><rdf:li>SECRET</rdf:li></rdf:Bag></a:subject>
   <aux:SerialNumber>SECRET</aux:SerialNumber>
   <r:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">${terms}</rdf:li></rdf:Alt></r:UsageTerms>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
    xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
   <plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource"><plus:LicensorName>Stet</plus:LicensorName>
    <plus:LicensorURL>https://stet.example.org/</plus:LicensorURL><plus:LicensorTelephone1>SECRET</plus:LicensorTelephone1></rdf:li></rdf:Seq></plus:Licensor>
   <ext:DigitalSourceType rdf:resource="${aiSource}"/>
   <ext:PersonInImage><rdf:Bag><rdf:li>SECRET</rdf:li></rdf:Bag></ext:PersonInImage>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
${" ".repeat(200)}
<?xpacket end="w"?>`);

/** Little-endian, with a thumbnail behind a second directory and a maker's note. */
export const tiff = tiffOf([
  [0x010f, "SECRET maker"],
  [0x0110, "SECRET model"],
  [0x0112, 6],
  [0x0131, "SECRET program"],
  [0x013b, `${creator}\0SECRET`],
  [0x8298, `${creator}\0\0SECRET`],
  [0x927c, "SECRET note"],
  [0x9c9b, "SECRET title"],
  [0xa431, "SECRET serial number"],
]);

function tiffOf(entries: readonly (readonly [tag: number, value: number | string])[]): Buffer {
  const head = Buffer.alloc(8 + 2 + entries.length * 12 + 4);
  head.write("II*\0\x08", "latin1");
  head.writeUInt16LE(entries.length, 8);
  const values: Buffer[] = [];
  let end = head.length;
  for (const [n, [tag, value]] of entries.entries()) {
    const at = 10 + n * 12;
    const isText = typeof value === "string";
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(isText ? 2 : 3, at + 2);
    head.writeUInt32LE(isText ? value.length + 1 : 1, at + 4);
    head.writeUInt32LE(isText ? end : value, at + 8);
    if (!isText) continue;
    values.push(Buffer.from(`${value}\0`));
    end += value.length + 1;
  }
  head.writeUInt32LE(end, head.length - 4);
  return Buffer.concat([head, ...values, Buffer.from("SECRET thumbnail")]);
}

const iim = Buffer.concat([
  dataSet(1, 90, "\x1b%G"),
  dataSet(2, 0, "\0\x04"),
  dataSet(2, 25, "SECRET keyword"),
  dataSet(2, 80, creator),
  dataSet(2, 90, "SECRET city"),
  dataSet(2, 110, credit),
  dataSet(2, 116, notice),
]);

export const resources = Buffer.concat([
  resource(0x040c, "SECRET thumbnail"),
  resource(0x0404, iim),
  resource(0x0425, "SECRET digest"),
]);

function dataSet(record: number, number: number, text: string): Buffer {
  const body = Buffer.from(text);
  const head = Buffer.from([0x1c, record, number, 0, 0]);
  head.writeUInt16BE(body.length, 3);
  return Buffer.concat([head, body]);
}

function resource(id: number, content: string | Buffer): Buffer {
  const head = Buffer.from("8BIM\0\0\0\0\0\0\0\0", "latin1");
  head.writeUInt16BE(id, 4);
  head.writeUInt32BE(content.length, 8);
  return Buffer.concat([head, Buffer.from(content), Buffer.alloc(content.length % 2)]);
}

const tail = Buffer.from("PK\x03\x04SECRET<script>");
const named = (name: string, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from(name, "latin1"), body]);
const secret = Buffer.from("SECRET");
const zero = Buffer.alloc(1);

export const profile = segment(0xe2, named("ICC_PROFILE\0\x01\x01", Buffer.from("colours")));

const tellingJpeg = Buffer.concat([
  jpegPicture.bytes.subarray(0, 2),
  segment(0xe0, Buffer.from("JFIF\0\x01\x02\0\0\x01\0\x01\x01\x02SECRET", "latin1")),
  segment(0xe0, named("JFXX\0\x10", secret)),
  segment(0xe1, named("Exif\0\0", tiff)),
  segment(0xe1, named("Exif\0\0", tiff)),
  segment(0xe1, named("http://ns.adobe.com/xap/1.0/\0", xmpPacket)),
  segment(0xe1, named("http://ns.adobe.com/xmp/extension/\0", secret)),
  profile,
  segment(0xe2, named("MPF\0", secret)),
  segment(0xe3, named("_JPSJPS_", secret)),
  segment(0xeb, named("JP\0\0", secret)),
  segment(0xed, named("Photoshop 3.0\0", resources.subarray(0, 70))),
  segment(0xed, named("Photoshop 3.0\0", resources.subarray(70))),
  segment(0xee, named("Adobe\0\x64\0\0\0\0\x01", secret)),
  segment(0xfe, secret),
  jpegPicture.bytes.subarray(20),
  tail,
]);

const tellingPng = Buffer.concat([
  png(16, 12).subarray(0, 33),
  chunk("tIME", secret),
  chunk("eXIf", tiff),
  chunk("iTXt", named("XML:com.adobe.xmp\0\0\0\0\0", xmpPacket)),
  chunk("iTXt", named("XML:com.adobe.xmp\0\x01\0\0\0", deflateSync(xmpPacket))),
  chunk("tEXt", named("Author\0", Buffer.from(creator))),
  chunk("zTXt", named("Copyright\0\0", Buffer.concat([deflateSync(notice), secret]))),
  chunk("tEXt", named("Raw profile type exif\0", secret)),
  chunk("prVW", secret),
  png(16, 12).subarray(33),
  tail,
]);

const tellingWebp = ((): Buffer => {
  const plain = webp(20, 10);
  const extended = Buffer.from([0x0c | 0x10, 0, 0, 0, 19, 0, 0, 9, 0, 0]);
  const chunks = Buffer.concat([
    riff("VP8X", extended),
    plain.subarray(12),
    riff("EXIF", named("Exif\0\0", tiff)),
    riff("XMP ", xmpPacket),
    riff("note", secret),
  ]);
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(4 + chunks.length, 4);
  return Buffer.concat([head, chunks, tail]);
})();

export function riff(type: string, body: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

const paletteEnd = 13 + 6;
const loop = Buffer.from("\x21\xff\x0bNETSCAPE2.0\x03\x01\x05\0\0", "latin1");
const tellingGif = Buffer.concat([
  gifPicture.bytes.subarray(0, paletteEnd),
  loop,
  Buffer.from("\x21\xfe\x06SECRET\0", "latin1"),
  Buffer.from("\x21\xff\x0bXMP DataXMP\x06SECRET\0", "latin1"),
  Buffer.from("\x21\xff\x0bNETSCAPE2.0\x06SECRET\0", "latin1"),
  Buffer.from(`\x21\x01\x0c${"\0".repeat(12)}\x06SECRET\0`, "latin1"),
  gifPicture.bytes.subarray(paletteEnd),
  tail,
]);

/** Its image is no AV1: nothing here draws it. */
const tellingAvif = ((): Buffer => {
  const exifItem = named("\0\0\0\x06Exif\0\0", tiff);
  const items = [
    ["av01", Buffer.from("the image")],
    ["Exif", exifItem],
    ["mime\0application/rdf+xml\0", xmpPacket],
    ["uri \0urn:x\0", secret],
  ] as const;
  const iinf = items.map(([type], n) =>
    box("infe", Buffer.concat([Buffer.from([2, 0, 0, 0, 0, n + 1, 0, 0]), named(type, zero)])),
  );
  const metaWith = (from: number): Buffer => {
    let at = from;
    const places = items.map(([, body], n) => {
      const place = Buffer.from([0, n + 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
      place.writeUInt32BE(at, 6);
      place.writeUInt32BE(body.length, 10);
      at += body.length;
      return place;
    });
    const parts = [
      box("iloc", Buffer.concat([Buffer.from([0, 0, 0, 0, 0x44, 0, 0, 4]), ...places])),
      box("iinf", Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 4]), ...iinf])),
      box("uuid", secret),
    ];
    return box("meta", Buffer.concat([Buffer.alloc(4), ...parts]));
  };
  const start = Buffer.concat([
    box("ftyp", Buffer.from("avif\0\0\0\0mif1avif")),
    box("free", secret),
  ]);
  const from = start.length + metaWith(0).length + 8;
  const data = box("mdat", Buffer.concat(items.map(([, body]) => body)));
  return Buffer.concat([start, metaWith(from), data, box("uuid", secret), tail]);
})();

export const telling = {
  jpg: tellingJpeg,
  png: tellingPng,
  webp: tellingWebp,
  gif: tellingGif,
  avif: tellingAvif,
};
