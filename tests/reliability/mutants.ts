// Files that began as a whole story and then had something done to them, the same at every run.

import { contentText } from "../../article/format";
import { badAddresses } from "../hostile/html";
import { article as plainArticle, mimetype, page, zip, type ZipEntry } from "../storage/zip";
import type { Dice } from "./seeded";

/** What a mutant is made of: a story's file and, for those that are packed anew, its article.json. */
export interface Parent {
  readonly bytes: Buffer;
  readonly text: string;
}

/** Of a story that was saved, its article.json not packed. */
export function parentOf(bytes: Buffer): Parent {
  const start = bytes.indexOf('{"format"');
  return { bytes, text: bytes.toString("utf8", start, bytes.indexOf("\n]}}\n", start) + 5) };
}

type Mutator = (parent: Parent, dice: Dice) => Buffer;

const numbers = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff];
const marks = ["PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006", "PK\u0007\u0008"];
const names = [
  "../article.json",
  "article.json\0",
  "ARTICLE.JSON",
  "/etc/passwd",
  "media/x.svg",
  `media/${"0".repeat(64)}.png`,
  "media/../../x.png",
  "C:\\x.png",
  "mimetype",
  "article.json",
  "é".repeat(300),
];
const values: readonly unknown[] = [
  null,
  true,
  "",
  "javascript:alert(1)",
  " jav\tascript:alert(1)",
  "data:text/html,<script>",
  "file:///etc/passwd",
  "\ud800",
  "a\u0000b\u2028c",
  "x".repeat(200_000),
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [[[[]]]],
  { type: "script", content: [{ type: "text", text: "alert(1)" }] },
  { type: "text", text: "" },
  { type: "text", text: "x", marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] },
  { type: "text", text: "x", marks: [{ type: "link", attrs: { href: ["https://x.org"] } }] },
  { type: "text", text: "x", marks: Array.from({ length: 30 }, () => ({ type: "em" })) },
  { type: "figure", attrs: { media: "../../x.png", width: 1e9, onerror: "alert(1)" } },
];
const keys = ["type", "text", "content", "attrs", "marks", "href", "media", "__proto__", "x"];

/** By the kind of what is done. */
const mutators: Readonly<Record<string, Mutator>> = {
  flippedBits: ({ bytes }, dice) => {
    const out = Buffer.from(bytes);
    for (let n = dice.below(20); n >= 0; n -= 1) {
      const at = dice.below(out.length);
      out.writeUInt8(out.readUInt8(at) ^ (1 << dice.below(8)), at);
    }
    return out;
  },
  cut: ({ bytes }, dice) => bytes.subarray(0, dice.below(bytes.length)),
  spliced: ({ bytes }, dice) => {
    const [from, to] = [dice.below(bytes.length), dice.below(bytes.length)];
    const length = dice.below(2000);
    const piece = bytes.subarray(from, from + length);
    const rest = bytes.subarray(dice.chance(0.5) ? to : to + length);
    return Buffer.concat([bytes.subarray(0, to), piece, rest]);
  },
  lyingHeader: ({ bytes }, dice) => {
    const out = Buffer.from(bytes);
    for (let n = dice.below(3); n >= 0; n -= 1) {
      const at = placeOf(out, dice.one(marks), dice);
      const field = Math.min(at + 4 + dice.below(42), out.length - 4);
      if (dice.chance(0.5)) out.writeUInt16LE(dice.one(numbers) & 0xffff, field);
      else out.writeUInt32LE(dice.one(numbers), field);
    }
    return out;
  },
  renamedParts: ({ text }, dice) => zip(...entriesOf(text).map((entry) => renamed(entry, dice))),
  doubledParts: ({ text }, dice) => {
    const entries = entriesOf(text);
    return zip(
      ...entries,
      ...Array.from({ length: 1 + dice.below(1100) }, () => dice.one(entries)),
    );
  },
  hugeSizes: ({ text }, dice) =>
    zip(
      ...entriesOf(text).map((entry) => ({
        ...entry,
        deflate: dice.chance(0.3),
        ...(dice.chance(0.5) ? { size: dice.one(numbers) } : {}),
        ...(dice.chance(0.3) ? { local: { size: dice.one(numbers) } } : {}),
      })),
    ),
  alteredJson: ({ text }, dice) => {
    const value: unknown = JSON.parse(text);
    for (let n = dice.below(3); n >= 0; n -= 1) alter(value, dice);
    return packed(JSON.stringify(value));
  },
  badLinks: ({ text }, dice) => {
    const all = [...text.matchAll(/\{"type":"text","text":"(?:[^"\\]|\\.)*"\}/g)];
    const { 0: plain, index } = dice.one(all);
    const link = { type: "link", attrs: { href: dice.one(badAddresses) } };
    const linked = `${plain.slice(0, -1)},"marks":${JSON.stringify([link])}}`;
    return packed(text.slice(0, index) + linked + text.slice(index + plain.length));
  },
  alteredText: ({ text }, dice) => {
    const at = dice.below(text.length);
    const pieces = [
      "1e999",
      '"__proto__":{"type":"doc"},',
      '"\\ud800"',
      "[",
      '{"a":',
      "\u0000",
      "NaN",
      ",",
    ];
    return packed(text.slice(0, at) + dice.one(pieces) + text.slice(at + dice.below(3)));
  },
  deepJson: ({ text }, dice) => {
    const depth = dice.one([50, 99, 101, 1500, 100_000]);
    const [open, close] = dice.one([
      [
        '{"type":"bulletlist","content":[{"type":"listitem","content":[{"type":"paragraph"},',
        "]}]}",
      ],
      ['{"type":"x","content":[', "]}"],
      ["[", "]"],
    ] as const);
    const block = open.repeat(depth) + '{"type":"paragraph"}' + close.repeat(depth);
    const { head, blocks } = partsOf(text);
    return packed(`${head}"content":${contentText("doc", [...blocks, block])}}\n`);
  },
};

/** A mutant and how it was made. Bombs are rare: each takes a second, and there are only a few. */
export function mutant(
  parent: Parent,
  dice: Dice,
): { readonly how: string; readonly bytes: Buffer } {
  if (dice.chance(0.01)) return { how: "bomb", bytes: dice.one(bombs()) };
  const [how, mutate] = dice.one(Object.entries(mutators));
  return { how, bytes: mutate(parent, dice) };
}

let made: readonly Buffer[] | null = null;

/** Made once: packing what is to burst takes its time. */
function bombs(): readonly Buffer[] {
  const MB = 1024 * 1024;
  const spaces = Buffer.alloc(100 * MB, " ");
  const runs = Buffer.from(`{"format":"stet","content":[${'{"type":"x"},'.repeat(2 * MB)}`);
  const type = { ...mimetype, bytes: Buffer.concat([mimetype.bytes, spaces.subarray(0, MB)]) };
  made ??= [
    zip(mimetype, { ...plainArticle, bytes: spaces, deflate: true }, page),
    zip(mimetype, { ...plainArticle, bytes: spaces.subarray(0, 32 * MB), deflate: true }),
    zip(mimetype, { ...plainArticle, bytes: spaces, deflate: true, size: 9 * MB }),
    zip(mimetype, {
      ...plainArticle,
      bytes: spaces,
      deflate: true,
      size: 1000,
      junk: spaces.subarray(0, MB),
    }),
    zip(mimetype, { ...plainArticle, bytes: runs }),
    zip(mimetype, { ...plainArticle, bytes: Buffer.from(`[${"{},".repeat(10 * MB)}{}]`) }),
    zip(mimetype, { ...plainArticle, bytes: Buffer.alloc(32 * MB, "[") }),
    zip({ ...type, deflate: true }, plainArticle),
    zip(mimetype, plainArticle, { ...page, bytes: spaces, deflate: true }),
  ];
  return made;
}

function packed(text: string): Buffer {
  return zip(...entriesOf(text));
}

function entriesOf(text: string): readonly ZipEntry[] {
  return [mimetype, { ...plainArticle, bytes: Buffer.from(text) }, page];
}

function renamed(entry: ZipEntry, dice: Dice): ZipEntry {
  const name = dice.one(names);
  if (dice.chance(0.5)) return entry;
  return dice.chance(0.5) ? { ...entry, name } : { ...entry, local: { name } };
}

function placeOf(bytes: Buffer, mark: string, dice: Dice): number {
  const at = bytes.indexOf(mark, dice.below(bytes.length));
  return at < 0 ? Math.max(0, bytes.indexOf(mark)) : at;
}

/** Puts something else in the place of a random member somewhere in the tree. */
function alter(value: unknown, dice: Dice): void {
  let at = value as Record<string, unknown>;
  for (;;) {
    const key = dice.one(Object.keys(at).length > 0 ? Object.keys(at) : keys);
    const next = at[key];
    const goesOn = typeof next === "object" && next !== null && !dice.chance(0.15);
    if (goesOn) {
      at = next as Record<string, unknown>;
      continue;
    }
    const place = dice.chance(0.2) && !Array.isArray(at) ? dice.one(keys) : key;
    const another = structuredClone(dice.one(values));
    const what = dice.below(8);
    if (what === 0) Reflect.deleteProperty(at, place);
    else if (what === 1 && Array.isArray(at)) at.push(another);
    else Object.defineProperty(at, place, { ...settable, value: another });
    return;
  }
}

const settable = { writable: true, enumerable: true, configurable: true };

function partsOf(text: string): { readonly head: string; readonly blocks: readonly string[] } {
  const at = text.indexOf('"content":');
  const { content } = JSON.parse(text) as { content: { content: readonly unknown[] } };
  return { head: text.slice(0, at), blocks: content.content.map((block) => JSON.stringify(block)) };
}
