// GIF 89a: a screen, a palette, and blocks.

import { latin1, Parts, pieceOf, Untold } from "./bytes";

const loopNames = ["NETSCAPE2.0", "ANIMEXTS1.0"];
const profileName = "ICCRGBG1012";

/** Comments, XMP, what other programs put in and what follows the end go. */
export function cleanGif(bytes: Buffer): Buffer {
  const start = 13 + paletteBytes(pieceOf(bytes, 0, 13).readUInt8(10));
  const out: Buffer[] = [pieceOf(bytes, 0, start)];
  const parts = new Parts();
  for (let at = start; at < bytes.length;) {
    parts.next();
    const kind = bytes.readUInt8(at);
    if (kind === 0x3b) return Buffer.concat([...out, pieceOf(bytes, at, 1)]);
    const end = kind === 0x2c ? endOfImage(bytes, at) : endOfExtension(bytes, at);
    const block = bytes.subarray(at, end);
    if (kind === 0x2c) out.push(block);
    else if (kind === 0x21) out.push(cleanExtension(block));
    else throw new Untold("cut short or altered");
    at = end;
  }
  // The last byte is missing from many; every browser draws them.
  return Buffer.concat(out);
}

function paletteBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function endOfImage(bytes: Buffer, at: number): number {
  const palette = paletteBytes(pieceOf(bytes, at, 10).readUInt8(9));
  return endOfBlocks(bytes, at + 10 + palette + 1);
}

function endOfExtension(bytes: Buffer, at: number): number {
  return endOfBlocks(bytes, at + 2);
}

/** Each block begins with its length; one of length 0 ends them. */
function endOfBlocks(bytes: Buffer, from: number): number {
  for (let at = from; ;) {
    const length = bytes[at];
    if (length === undefined) throw new Untold("cut short or altered");
    at += 1 + length;
    if (length === 0) return at;
  }
}

function cleanExtension(block: Buffer): Buffer {
  const none = Buffer.alloc(0);
  const label = block[1];
  // How long the next image shows: one block of four bytes.
  if (label === 0xf9) return block[2] === 4 ? Buffer.concat([block.subarray(0, 7), zero]) : none;
  if (label !== 0xff || block[2] !== 11) return none;
  const name = latin1(block, 3, 14);
  if (name === profileName) return block;
  const isLoop = loopNames.includes(name) && block[14] === 3 && block[15] === 1;
  return isLoop ? Buffer.concat([block.subarray(0, 18), zero]) : none;
}

const zero = Buffer.alloc(1);
