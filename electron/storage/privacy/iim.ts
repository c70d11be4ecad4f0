// IPTC's older standard (IIM 4.2) inside a list of Photoshop's resources, where thumbnails of the
// uncropped picture stand as well.

/** By record and number: the character set, the record's version, and what a credit line needs. */
const kept = new Set(["1:90", "2:0", "2:80", "2:110", "2:115", "2:116", "2:120"]);
const about = new Set(["1:90", "2:0"]);

interface DataSet {
  readonly name: string;
  readonly bytes: Buffer;
}

/** By-line, credit, source, copyright and caption alone, as a list of one resource; null if none. */
export function reducedResources(resources: Buffer): Buffer | null {
  const iim = iimIn(resources);
  const sets = iim === null ? [] : dataSetsIn(iim).filter(({ name }) => kept.has(name));
  for (; sets.some(({ name }) => !about.has(name)); sets.pop()) {
    const out = resourceOf(Buffer.concat(sets.map(({ bytes }) => bytes)));
    if (out.length <= resources.length) return out;
  }
  return null;
}

function iimIn(resources: Buffer): Buffer | null {
  for (let at = 0; at + 12 <= resources.length;) {
    if (resources.toString("latin1", at, at + 4) !== "8BIM") return null;
    const nameLength = 1 + resources.readUInt8(at + 6);
    const sizeAt = at + 6 + nameLength + (nameLength % 2);
    if (sizeAt + 4 > resources.length) return null;
    const size = resources.readUInt32BE(sizeAt);
    const from = sizeAt + 4;
    if (from + size > resources.length) return null;
    if (resources.readUInt16BE(at + 4) === 0x0404) return resources.subarray(from, from + size);
    at = from + size + (size % 2);
  }
  return null;
}

function dataSetsIn(iim: Buffer): DataSet[] {
  const sets: DataSet[] = [];
  for (let at = 0; at + 5 <= iim.length && iim[at] === 0x1c;) {
    const length = iim.readUInt16BE(at + 3);
    const end = at + 5 + length;
    // Longer than 32,767 bytes, or more than there is: no text that we keep.
    if (length >= 0x8000 || end > iim.length) break;
    const name = `${iim.readUInt8(at + 1)}:${iim.readUInt8(at + 2)}`;
    sets.push({ name, bytes: iim.subarray(at, end) });
    at = end;
  }
  return sets;
}

function resourceOf(iim: Buffer): Buffer {
  const head = Buffer.from("8BIM\x04\x04\0\0\0\0\0\0", "latin1");
  head.writeUInt32BE(iim.length, 8);
  return Buffer.concat([head, iim, Buffer.alloc(iim.length % 2)]);
}
