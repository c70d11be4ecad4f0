// The items of an AVIF: what each is, and where its bytes stand (ISO/IEC 14496-12, 8.11.3 and 8.11.6).

import { latin1, Untold } from "./bytes";
import { boxesIn, Numbers, type Box } from "./boxes";

export interface Item {
  readonly kind: "image" | "exif" | "xmp" | "other";
  /** Views of the file, in order. */
  readonly extents: readonly Buffer[];
}

const images = ["av01", "grid", "iovl", "iden", "tmap"];
const maxExtents = 10_000;

/** `parts` are the boxes of the file's `meta`. Throws if an item's bytes are not all within the file. */
export function itemsIn(file: Buffer, parts: readonly Box[]): readonly Item[] {
  const bodyOf = (type: string): Buffer | null =>
    parts.find((box) => box.type === type)?.body ?? null;
  const [info, places] = [bodyOf("iinf"), bodyOf("iloc")];
  if (!info || !places) return [];
  const kinds = kindsIn(info);
  const idat = bodyOf("idat");
  return placesIn(places).map(({ id, method, extents }) => {
    const source = method === 0 ? file : method === 1 ? idat : null;
    const kind = kinds.get(id) ?? "other";
    if (!source) throw new Untold("of a rare make");
    return { kind, extents: extents.map(([from, length]) => extentIn(source, from, length)) };
  });
}

function extentIn(source: Buffer, from: number, length: number): Buffer {
  if (from + length > source.length) throw new Untold("cut short or altered");
  // A length of 0 stands for everything from there.
  return source.subarray(from, length === 0 ? source.length : from + length);
}

function kindsIn(info: Buffer): ReadonlyMap<number, Item["kind"]> {
  const numbers = new Numbers(info);
  const version = numbers.next(1);
  numbers.next(3);
  numbers.next(version === 0 ? 2 : 4);
  const kinds = new Map<number, Item["kind"]>();
  for (const { type, body } of boxesIn(numbers.rest())) {
    if (type !== "infe") continue;
    const entry = new Numbers(body);
    const entryVersion = entry.next(1);
    entry.next(3);
    const id = entry.next(entryVersion === 3 ? 4 : 2);
    entry.next(2);
    kinds.set(id, entryVersion < 2 ? "other" : kindOf(entry.rest()));
  }
  return kinds;
}

function kindOf(entry: Buffer): Item["kind"] {
  const type = latin1(entry, 0, 4);
  if (type === "Exif") return "exif";
  if (type === "mime") {
    const [, contentType] = latin1(entry, 4).split("\0");
    return contentType === "application/rdf+xml" ? "xmp" : "other";
  }
  return images.includes(type) ? "image" : "other";
}

interface Place {
  readonly id: number;
  readonly method: number;
  readonly extents: readonly (readonly [from: number, length: number])[];
}

function placesIn(body: Buffer): readonly Place[] {
  const numbers = new Numbers(body);
  const version = numbers.next(1);
  numbers.next(3);
  if (version > 2) throw new Untold("of a rare make");
  const sizes = numbers.next(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  for (const size of [offsetSize, lengthSize, baseSize, indexSize]) {
    if (![0, 4, 8].includes(size)) throw new Untold("cut short or altered");
  }
  let total = 0;
  return Array.from({ length: Math.min(numbers.next(version < 2 ? 2 : 4), maxExtents) }, () => {
    const id = numbers.next(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : numbers.next(2) & 15;
    // In another file.
    if (numbers.next(2) !== 0) throw new Untold("of a rare make");
    const base = numbers.next(baseSize);
    const count = numbers.next(2);
    total += count;
    if (total > maxExtents) throw new Untold("of a rare make");
    const extents = Array.from({ length: count }, () => {
      numbers.next(indexSize);
      return [base + numbers.next(offsetSize), numbers.next(lengthSize)] as const;
    });
    return { id, method, extents };
  });
}
