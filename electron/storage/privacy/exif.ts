// Exif (CIPA DC-008) is a small TIFF file: numbered entries that point to values. It is never edited
// in place, where maker notes and thumbnails would stay behind, but written anew from a few entries.

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** Big-endian, as it is written. */
  readonly value: Buffer;
}

const ascii = 2;
const short = 3;
const long = 4;
const rational = 5;

/** What stays, the dearest first. */
const kept: Readonly<Record<string, number>> = {
  orientation: 0x0112,
  copyright: 0x8298,
  artist: 0x013b,
  xResolution: 0x011a,
  yResolution: 0x011b,
  resolutionUnit: 0x0128,
};

/**
 * Orientation, author, copyright and resolution alone, in at most `limit` bytes. Null if there are none
 * or if it is no TIFF.
 */
export function reducedExif(tiff: Buffer, limit = tiff.length): Buffer | null {
  const entries = entriesOf(tiff);
  for (; entries.length > 0; entries.pop()) {
    const out = written(entries.toSorted((a, b) => a.tag - b.tag));
    if (out.length <= limit) return out;
  }
  return null;
}

function entriesOf(tiff: Buffer): Entry[] {
  if (tiff.length < 14) return [];
  const order = tiff.toString("latin1", 0, 4);
  if (order !== "II*\0" && order !== "MM\0*") return [];
  const read = reader(tiff, order === "II*\0");
  const first = read.u32(4);
  const count = read.u16(first);
  const found = new Map<number, Entry>();
  for (let n = 0; n < count; n += 1) {
    const at = first + 2 + n * 12;
    if (at + 12 > tiff.length) break;
    const tag = read.u16(at);
    if (found.has(tag) || !Object.values(kept).includes(tag)) continue;
    const entry = entryAt(tiff, at, read);
    if (entry) found.set(tag, entry);
  }
  return Object.values(kept).flatMap((tag) => found.get(tag) ?? []);
}

type Reader = ReturnType<typeof reader>;

/** Reads 0 where there is nothing to read. */
function reader(tiff: Buffer, isLittle: boolean) {
  const isIn = (at: number, size: number): boolean => at + size <= tiff.length;
  return {
    u16: (at: number): number =>
      !isIn(at, 2) ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at),
    u32: (at: number): number =>
      !isIn(at, 4) ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at),
  };
}

function entryAt(tiff: Buffer, at: number, { u16, u32 }: Reader): Entry | null {
  const [tag, type, count] = [u16(at), u16(at + 2), u32(at + 4)];
  switch (tag) {
    case kept["artist"]:
    case kept["copyright"]: {
      if (type !== ascii) return null;
      const from = count <= 4 ? at + 8 : u32(at + 8);
      if (from + count > tiff.length) return null;
      return textEntry(tag, tiff.toString("latin1", from, from + count));
    }
    case kept["xResolution"]:
    case kept["yResolution"]: {
      const from = u32(at + 8);
      if (type !== rational || count !== 1 || from + 8 > tiff.length) return null;
      const value = Buffer.alloc(8);
      value.writeUInt32BE(u32(from));
      value.writeUInt32BE(u32(from + 4), 4);
      return { tag, type, count, value };
    }
    default: {
      if (count !== 1 || (type !== short && type !== long)) return null;
      const number = type === short ? u16(at + 8) : u32(at + 8);
      if (number < 1 || number > (tag === kept["orientation"] ? 8 : 3)) return null;
      return { tag, type: short, count, value: Buffer.from([0, number]) };
    }
  }
}

/** A copyright is the photographer's and, after a NUL, the editor's; what follows is nobody's. */
function textEntry(tag: number, text: string): Entry | null {
  const parts = text.split("\0").slice(0, tag === kept["copyright"] ? 2 : 1);
  const plain = parts.join("\0").trimEnd().replace(/\0+$/, "");
  if (plain.trim() === "") return null;
  const value = Buffer.from(`${plain}\0`, "latin1");
  return { tag, type: ascii, count: value.length, value };
}

function written(entries: readonly Entry[]): Buffer {
  const valuesAt = 8 + 2 + entries.length * 12 + 4;
  const head = Buffer.alloc(valuesAt);
  head.write("MM\0*\0\0\0\x08", "latin1");
  head.writeUInt16BE(entries.length, 8);
  const values: Buffer[] = [];
  let end = valuesAt;
  for (const [n, { tag, type, count, value }] of entries.entries()) {
    const at = 10 + n * 12;
    head.writeUInt16BE(tag, at);
    head.writeUInt16BE(type, at + 2);
    head.writeUInt32BE(count, at + 4);
    if (value.length <= 4) {
      value.copy(head, at + 8);
      continue;
    }
    head.writeUInt32BE(end, at + 8);
    // Values begin at even offsets.
    const padded = Buffer.concat([value, Buffer.alloc(value.length % 2)]);
    values.push(padded);
    end += padded.length;
  }
  return Buffer.concat([head, ...values]);
}
