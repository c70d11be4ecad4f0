// The records of a zip whose entries are stored, as APPNOTE.TXT 6.3.10 has them. Sizes and CRCs stand
// before the bytes, so the file can be read from its beginning alone. Nothing of the machine or the
// moment goes in: the same story gives the same bytes.

export interface ZipEntry {
  /** In ASCII. */
  readonly name: string;
  /** At most 4 GB less two: entries that need zip64 for themselves are not written. */
  readonly size: number;
  readonly crc: number;
}

const version = 20;
/** Knows zip64, which a file of more than 4 GB needs. */
const version64 = 45;
/** Version 6.3 of the specification, on a system with Unix modes. */
const madeBy = 0x033f;
const mode = 0o100644;
const utf8 = 0x800;
/** 1 January 1980: DOS dates begin there. */
const firstDay = (1 << 5) | 1;
const atMost32 = 0xffffffff;

export function localHeader({ name, size, crc }: ZipEntry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  writeFacts(header, 4, { name, size, crc });
  return Buffer.concat([header, Buffer.from(name)]);
}

/** `offset` is where the entry's local header begins. */
export function directoryRecord(entry: ZipEntry, offset: number): Buffer {
  const isFar = offset >= atMost32;
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(madeBy, 4);
  writeFacts(record, 6, entry, isFar ? version64 : version);
  record.writeUInt16LE(isFar ? 12 : 0, 30);
  record.writeUInt32LE(mode * 0x10000, 38);
  record.writeUInt32LE(Math.min(offset, atMost32), 42);
  return Buffer.concat([record, Buffer.from(entry.name), ...(isFar ? [farOffset(offset)] : [])]);
}

/** What closes a file with `count` records in `size` bytes from `start` on. */
export function directoryEnd(count: number, size: number, start: number): Buffer {
  const isFar = start + size >= atMost32;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(isFar ? atMost32 : start, 16);
  return isFar ? Buffer.concat([farEnd(count, size, start), end]) : end;
}

/** From the needed version to the name's length the fields are the same in both records. */
function writeFacts(record: Buffer, at: number, entry: ZipEntry, needed = version): void {
  record.writeUInt16LE(needed, at);
  record.writeUInt16LE(utf8, at + 2);
  record.writeUInt16LE(firstDay, at + 8);
  record.writeUInt32LE(entry.crc, at + 10);
  record.writeUInt32LE(entry.size, at + 14);
  record.writeUInt32LE(entry.size, at + 18);
  record.writeUInt16LE(entry.name.length, at + 22);
}

function farOffset(offset: number): Buffer {
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(offset), 4);
  return extra;
}

/** The zip64 end of the directory and what leads there. */
function farEnd(count: number, size: number, start: number): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(madeBy, 12);
  end.writeUInt16LE(version64, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(start + size), 64);
  end.writeUInt32LE(1, 72);
  return end;
}
