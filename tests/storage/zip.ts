// Zips that no honest program writes: every field can be made to lie.

import { crc32, deflateRawSync } from "node:zlib";
import { articleMimeType } from "../../article/format";
import { anArticle, textOf } from "./story";

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
  readonly deflate?: boolean;
  /** The directory says so; by default the truth. */
  readonly size?: number;
  readonly flags?: number;
  /** Stands behind the deflated bytes and counts as packed. */
  readonly junk?: Buffer;
  /** An extra field of the directory record. */
  readonly extra?: Buffer;
  readonly method?: number;
  readonly crc?: number;
  /** The local header says so; by default what the directory says. */
  readonly local?: { readonly name?: string; readonly size?: number; readonly crc?: number };
}

export const mimetype: ZipEntry = { name: "mimetype", bytes: Buffer.from(articleMimeType) };
export const article: ZipEntry = {
  name: "article.json",
  bytes: Buffer.from(textOf(anArticle("A fair story"))),
};
export const page: ZipEntry = { name: "article.html", bytes: Buffer.from("<h1>A fair story</h1>") };

export function zip(...entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const packed = entry.deflate === true ? deflated(entry) : entry.bytes;
    const size = entry.size ?? entry.bytes.length;
    const crc = entry.crc ?? crc32(entry.bytes);
    const local = { name: entry.name, size, crc, ...entry.local };
    const packedSize = entry.deflate === true ? packed.length : size;
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(20, 6);
    writeFacts(record, 8, entry, { crc, size, packedSize, name: entry.name });
    record.writeUInt32LE(offset, 42);
    const extra = entry.extra ?? Buffer.alloc(0);
    record.writeUInt16LE(extra.length, 30);
    directory.push(record, Buffer.from(entry.name), extra);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    const localPacked = entry.deflate === true ? packed.length : local.size;
    writeFacts(header, 6, entry, { ...local, packedSize: localPacked });
    files.push(header, Buffer.from(local.name), packed);
    offset += 30 + Buffer.byteLength(local.name) + packed.length;
  }
  const records = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(records.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, records, end]);
}

function deflated({ bytes, junk }: ZipEntry): Buffer {
  return Buffer.concat([deflateRawSync(bytes), junk ?? Buffer.alloc(0)]);
}

interface Facts {
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  readonly name: string;
}

/** The fields from the flags on stand in the same order in both headers. */
function writeFacts(header: Buffer, at: number, entry: ZipEntry, facts: Facts): void {
  header.writeUInt16LE(entry.flags ?? 0x800, at);
  header.writeUInt16LE(entry.method ?? (entry.deflate === true ? 8 : 0), at + 2);
  header.writeUInt32LE(facts.crc, at + 8);
  header.writeUInt32LE(facts.packedSize, at + 12);
  header.writeUInt32LE(facts.size, at + 16);
  header.writeUInt16LE(Buffer.byteLength(facts.name), at + 20);
}
