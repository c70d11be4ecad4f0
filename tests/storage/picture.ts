// Tiny pictures, made by hand: only what the headers of each kind need.

import { createHash } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import type { MediaName } from "../../article/media";

export function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const row = Buffer.alloc(width + 1, width);
  const pixels = Buffer.concat(Array.from({ length: Math.min(height, 16) }, () => row));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export function gif(width: number, height: number): Buffer {
  const screen = Buffer.alloc(7);
  screen.writeUInt16LE(width, 0);
  screen.writeUInt16LE(height, 2);
  return Buffer.concat([Buffer.from("GIF89a"), screen, Buffer.from(";")]);
}

/** `orientation` as Exif counts it: 6 means that the picture is to be turned by a quarter. */
export function jpeg(width: number, height: number, orientation: number | null = null): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")),
    ...(orientation === null ? [] : [segment(0xe1, exif(orientation))]),
    segment(0xe2, Buffer.alloc(3000)),
    segment(0xc0, frame),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** The lossless kind, with 14 bits for each side. */
export function webp(width: number, height: number): Buffer {
  const body = Buffer.alloc(10);
  body[0] = 0x2f;
  body.writeUInt32LE(((height - 1) << 14) | (width - 1), 1);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(4 + 8 + body.length);
  const bodySize = Buffer.alloc(4);
  bodySize.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from("RIFF"), size, Buffer.from("WEBPVP8L"), bodySize, body]);
}

export function avif(width: number, height: number, brand = "avif"): Buffer {
  const size = Buffer.alloc(12);
  size.writeUInt32BE(width, 4);
  size.writeUInt32BE(height, 8);
  const properties = box("iprp", box("ipco", box("ispe", size)));
  return Buffer.concat([
    box("ftyp", Buffer.from(`${brand}\0\0\0\0mif1${brand}`, "latin1")),
    box("meta", Buffer.concat([Buffer.alloc(4), properties])),
  ]);
}

export function box(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

export function nameOf(bytes: Uint8Array, extension: string): MediaName {
  return `${createHash("sha256").update(bytes).digest("hex")}.${extension}`;
}

export function chunk(type: string, body: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + body.length);
  bytes.writeUInt32BE(body.length, 0);
  bytes.write(type, 4, "latin1");
  body.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + body.length)), 8 + body.length);
  return bytes;
}

function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write("II*\0\x08\0\0\0\x01\0", 0, "latin1");
  tiff.writeUInt16LE(0x0112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(orientation, 18);
  return Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
}
