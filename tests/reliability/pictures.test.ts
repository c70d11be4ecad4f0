import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { takePicture } from "../../electron/storage/media";
import { withoutTraces } from "../../electron/storage/picture-privacy";
import type { PictureKind } from "../../electron/storage/picture-size";
import { Untold } from "../../electron/storage/privacy/bytes";
import { pictureFolder } from "../../scripts/samples/build-story";
import { avifPicture, gifPicture, jpegPicture, webpPicture } from "../app/pictures";
import { avif, gif, jpeg, png, webp } from "../storage/picture";
import { tempFolder } from "../storage/story";
import { telling } from "../storage/telling-picture";
import { figure, inRun, skipRow, untilDone, Worst } from "./figures";
import { Dice } from "./seeded";

const kinds = Object.keys(telling) as readonly PictureKind[];
const limitMs = 3000;
const run = promisify(execFile);

describe("S12 hostile pictures", () => {
  it.each(kinds)("S12 an altered %s is refused or goes out clean", untilDone, (kind) => {
    const dice = new Dice(12);
    const cases = inRun({ short: 1000, long: 20_000 });
    const outcomes = { clean: 0, refused: 0 };
    const broken: string[] = [];
    let worstMs = 0;
    for (let n = 0; n < cases; n += 1) {
      const bytes = altered(telling[kind], dice);
      const startedMs = performance.now();
      try {
        outcomes[outcomeOf(bytes)] += 1;
      } catch (error) {
        broken.push(`${n}: ${String(error)}`);
      }
      worstMs = Math.max(worstMs, performance.now() - startedMs);
    }
    figure("S12", { tier: "U", note: `altered ${kind}`, cases, lost: broken.length, worstMs });
    expect(broken).toEqual([]);
    expect(worstMs).toBeLessThan(limitMs);
    expect(Math.min(outcomes.clean, outcomes.refused)).toBeGreaterThan(cases / 50);
  });

  it("S12 a picture of more pixels than a screen can bear, or none at all, is not taken in", async () => {
    const pool = await tempFolder();
    const huge = [jpeg(60_000, 60_000), png(100_000, 100_000), gif(65_535, 65_535)];
    const none = [
      "<svg><script/></svg>",
      "<?xml version='1.0'?><svg/>",
      "%PDF-1.7",
      "BM",
      "8BPS",
      "",
    ];
    const hostile = [...huge, webp(16_383, 16_383), avif(60_000, 60_000)];
    const all = [...hostile, ...none.map((text) => Buffer.from(text))];
    const worst = new Worst();
    const lost: string[] = [];
    for (const bytes of all) {
      const taken = await worst.of(() => takePicture(pool, bytes, "picture"));
      const told = taken.ok ? "taken" : taken.failure.kind;
      if (!/^(?:picture|tooLarge)$/.test(told))
        lost.push(`${bytes.toString("latin1", 0, 20)}: ${told}`);
    }
    const cases = all.length;
    figure("S12", { tier: "U", note: "bombs", cases, lost: lost.length, worstMs: worst.ms });
    expect(lost).toEqual([]);
    expect(worst.cpuMs).toBeLessThan(limitMs);
  });

  it("S12 fifty megabytes that begin like a picture are refused or cleaned in time", async () => {
    const worst = new Worst();
    const lost: string[] = [];
    let cases = 0;
    for (const kind of kinds) {
      for (const filling of ["\xff", "\0", "\xff\xe1\0\x02", "\x01", "<a b='", "\0\0\0\x08free"]) {
        const head = telling[kind].subarray(0, 40);
        const bytes = Buffer.concat([head, Buffer.alloc(50 * 1024 * 1024 - 40, filling, "latin1")]);
        await worst.of(() => {
          try {
            withoutTraces(bytes);
          } catch (error) {
            if (!(error instanceof Untold)) lost.push(`${kind}: ${String(error)}`);
          }
        });
        cases += 1;
      }
    }
    const note = "50 MB of one thing";
    figure("S12", { tier: "U", note, cases, lost: lost.length, worstMs: worst.ms });
    expect(lost).toEqual([]);
    expect(worst.cpuMs).toBeLessThan(limitMs);
  });
});

describe("S12 exported pictures", () => {
  const title = "S12 exiftool finds in them nothing but what is meant to stay";
  it(title, async (ctx) => {
    const version = await run("exiftool", ["-ver"]).catch(() => null);
    if (!version) skipRow(ctx, "S12", "read by exiftool", "exiftool is not installed");
    const folder = await tempFolder();
    const sample = await readFile(join(pictureFolder, "harbour-bridge-dawn.jpg"));
    const originals = [
      ["told.jpg", sample],
      ["tiny.jpg", jpegPicture.bytes],
      ["tiny.png", png(12, 10)],
      ["tiny.webp", webpPicture.bytes],
      ["tiny.gif", gifPicture.bytes],
      ["tiny.avif", avifPicture.bytes],
    ] as const;
    for (const [name, bytes] of originals) await writeFile(join(folder, name), bytes);
    const paths = originals.map(([name]) => join(folder, name));
    await run("exiftool", [...secrets, "-overwrite_original", ...paths]);
    const lost: string[] = [];
    for (const path of paths) {
      const told = await readFile(path);
      expect(await tagsOf(path)).not.toEqual([]);
      await writeFile(path, withoutTraces(told));
      const more = (await tagsOf(path)).filter((tag) => !meant.test(tag));
      lost.push(...more.map((tag) => `${path}: ${tag}`));
      if (path.endsWith(".gif")) continue;
      const { stdout } = await run("exiftool", ["-s3", "-XMP-dc:Creator", "-XMP-dc:Rights", path]);
      expect(stdout.trim().split("\n")).toHaveLength(2);
    }
    const note = "read by exiftool";
    figure("S12", { tier: "U", note, cases: paths.length, lost: lost.length, worstMs: null });
    expect(lost).toEqual([]);
  });
});

const secrets = [
  "-XMP-dc:Creator=Ida Thornwick",
  "-XMP-dc:Rights=© Ida Thornwick",
  "-XMP-photoshop:Instructions=SECRET",
  "-XMP-exif:GPSLatitude=55.25",
  "-XMP-aux:SerialNumber=SECRET",
  "-EXIF:SerialNumber=SECRET",
  "-EXIF:OwnerName=SECRET",
  "-EXIF:GPSLatitude=55.25",
  "-EXIF:GPSLatitudeRef=N",
  "-EXIF:Make=SECRET",
  "-EXIF:Artist=Ida Thornwick",
  "-IPTC:City=SECRET",
  "-Comment=SECRET",
];

/** By group and name, as `XMP-dc:Creator`. */
async function tagsOf(path: string): Promise<readonly string[]> {
  const { stdout } = await run("exiftool", ["-j", "-a", "-G1", "-x", "File:all", path]);
  const [tags = {}] = JSON.parse(stdout) as readonly object[];
  return Object.keys(tags).filter(
    (tag) => !/^(?:SourceFile|ExifTool:|System:|Composite:)/.test(tag),
  );
}

const meant = new RegExp(
  [
    "^(?:File|JFIF|PNG|RIFF|GIF|Meta|Track\\d|QuickTime|ICC[^:]*):",
    "^IFD0:(?:Orientation|Artist|Copyright|[XY]Resolution|ResolutionUnit)$",
    "^IPTC:(?:CodedCharacterSet|By-line|Credit|Source|CopyrightNotice|Caption-Abstract|ApplicationRecordVersion)$",
    "^XMP-dc:(?:Creator|Rights|Description)",
    "^XMP-photoshop:(?:Credit|Source)$",
    "^XMP-(?:xmpRights:|plus:Licensor|iptcExt:DigitalSourceType)",
  ].join("|"),
);

function outcomeOf(bytes: Buffer): "clean" | "refused" {
  let out: Uint8Array;
  try {
    out = withoutTraces(bytes);
  } catch (error) {
    if (error instanceof Untold) return "refused";
    throw error;
  }
  expect(out.length).toBeLessThanOrEqual(bytes.length);
  expect(Buffer.compare(withoutTraces(out), out)).toBe(0);
  return "clean";
}

const numbers = [0, 1, 2, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

/** Cut, spliced, with flipped bits or a number that lies. */
function altered(bytes: Buffer, dice: Dice): Buffer {
  const out = Buffer.from(bytes);
  const at = dice.below(out.length - 4);
  switch (dice.below(5)) {
    case 0:
      return out.subarray(0, at);
    case 1: {
      const from = dice.below(out.length);
      const piece = out.subarray(from, from + dice.below(500));
      return Buffer.concat([out.subarray(0, at), piece, out.subarray(at)]);
    }
    case 2:
      return Buffer.concat([out.subarray(0, at), out.subarray(at + dice.below(300))]);
    case 3:
      out.writeUInt32BE(dice.one(numbers), at);
      return out;
    default:
      for (let n = dice.below(8); n >= 0; n -= 1) {
        const place = dice.below(out.length);
        out.writeUInt8(out.readUInt8(place) ^ (1 << dice.below(8)), place);
      }
      return out;
  }
}
