import { readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { StoryNode } from "../../article/article";
import { readStory } from "../../electron/storage/read-story";
import { salvageStory, type Salvaged } from "../../electron/storage/salvage";
import { docOf } from "../../renderer/blocks/document";
import { tempFolder, valueOf } from "../storage/story";
import { article, mimetype, page, zip } from "../storage/zip";
import { figure, Worst } from "./figures";
import { saveSample, wordsOf } from "./sample";
import { Dice } from "./seeded";

const cuts = 200;
const flips = 200;

describe("R20 a damaged file", () => {
  it("R20 cut anywhere is told damaged, and every block before the cut is saved", async () => {
    const { path, bytes, blocks } = await aSample();
    const dice = new Dice(20);
    const worst = new Worst();
    let lost = 0;
    for (let n = 0; n < cuts; n += 1) {
      // Most cuts go through the text, which is what there is to lose.
      const end = dice.below(n % 4 === 0 ? bytes.length : bytes.indexOf("article.html"));
      const { opened, salvaged } = await worst.of(() => damaged(path, bytes.subarray(0, end)));
      expect(opened, `cut at ${end}`).toBe("damaged");
      const whole = blocks.filter((block) => block.end <= end);
      if (whole.length === 0) continue;
      const saved = wordsOf(contentOf(salvaged));
      lost += whole.filter(({ words }) => !saved.includes(words)).length;
    }
    figure("R20", { tier: "U", cases: cuts, lost, worstMs: worst.ms, note: "cut" });
    expect(lost).toBe(0);
    expect(worst.cpuMs).toBeLessThan(2000);
  });

  it("R20 with one flipped bit opens as it was or is told damaged, and all but one block is saved", async () => {
    const { path, bytes, blocks } = await aSample();
    const pictures = valueOf(await readStory(path)).media.length;
    const dice = new Dice(21);
    const worst = new Worst();
    const original = wordsOf(valueOf(await readStory(path)).article.content).join("\n");
    let lost = 0;
    for (let n = 0; n < flips; n += 1) {
      const at = dice.below(n % 2 === 0 ? bytes.length : bytes.indexOf("article.html"));
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << dice.below(8)), at);
      const { opened, salvaged } = await worst.of(() => damaged(path, flipped));
      const where = `bit at ${at}`;
      if (typeof opened === "object") {
        expect(wordsOf(opened).join("\n"), where).toBe(original);
        continue;
      }
      expect(opened, where).toBe("damaged");
      const saved = wordsOf(contentOf(salvaged)).join("\n");
      const missing = blocks.filter(({ words }) => !saved.includes(words));
      if (missing.length > 1) lost += missing.length;
      if ((salvaged?.media.length ?? 0) < pictures - 1) lost += 1;
    }
    figure("R20", { tier: "U", cases: flips, lost, worstMs: worst.ms, note: "one bit flipped" });
    expect(lost).toBe(0);
    expect(worst.cpuMs).toBeLessThan(2000);
  });
});

describe("R20 a hostile file", () => {
  const MB = 1024 * 1024;
  const text = '{"format":"stet",\n"content":{"type":"doc","content":[\n';
  const filled = (words: string, bytes: number): Buffer =>
    Buffer.from(text + words.repeat(Math.ceil(bytes / words.length)));

  const files: Readonly<Record<string, () => Buffer>> = {
    "broken lines": () => filled('{"type":\n', 32 * MB),
    "broken words": () => filled('"text":"a\n', 32 * MB),
    "empty lines": () => filled("\n", 32 * MB),
    "one word": () => filled('"text":"', 32 * MB),
    "one escape": () => filled('{"text":"' + "\\\\".repeat(16 * MB), 1),
    "small blocks": () => filled('{"type":"paragraph"},\n', 32 * MB),
    "many runs": () =>
      filled('{"type":"paragraph","content":[' + '{"text":"a"},'.repeat(2 * MB), 1),
    "eight dense lines": () => filled(`{"type":"x","content":[${"{},".repeat(MB)}{}]},\n`, 30 * MB),
    "deep nesting": () => filled('{"type":"x","content":[', 32 * MB),
    "lists in lists": () =>
      filled('{"type":"bulletlist","content":['.repeat(MB) + "]}".repeat(MB), 1),
    "marks of a zip": () => filled("PK", 40 * MB),
    "headers of a zip": () =>
      Buffer.concat(Array<Buffer>(MB / 4).fill(zip(mimetype).subarray(0, 70))),
    "tags of a page": () => zip({ ...page, bytes: Buffer.alloc(64 * MB, "<") }),
    "words of a page": () => zip({ ...page, bytes: filled("<p>a", 64 * MB) }),
    "a deflate bomb": () => zip({ ...article, bytes: Buffer.alloc(100 * MB, "\n"), deflate: true }),
  };

  it("R20 made to take long is read within two seconds", async () => {
    const path = join(await tempFolder(), "story.stet");
    let worstMs = 0;
    for (const [what, bytes] of Object.entries(files)) {
      await writeFile(path, bytes());
      const worst = new Worst();
      const salvaged = await worst.of(() => salvageStory(path));
      if (salvaged.ok) valueOf(docOf(salvaged.value.article, "salvaged"));
      else expect(salvaged.failure.kind).toBe("damaged");
      expect(worst.cpuMs, what).toBeLessThan(2000);
      worstMs = Math.max(worstMs, worst.ms);
    }
    const cases = Object.keys(files).length;
    figure("R20", { tier: "U", cases, lost: 0, worstMs, note: "made to take long" });
  });
});

interface Block {
  readonly words: string;
  /** Where its line ends in the file. */
  readonly end: number;
}

async function aSample(): Promise<{
  readonly path: string;
  readonly bytes: Buffer;
  readonly blocks: readonly Block[];
}> {
  const path = join(await tempFolder(), "story.stet");
  const bytes = await saveSample(path);
  const { content } = valueOf(await readStory(path)).article;
  const words = wordsOf(content);
  const blocks = (content.content ?? []).map((block, n) => {
    const line = Buffer.from(JSON.stringify(block));
    return { words: words[n] ?? "", end: bytes.indexOf(line) + line.length };
  });
  return { path, bytes, blocks };
}

/** Opens and salvages those bytes; what comes out must be a story, and the file as it was. */
async function damaged(
  path: string,
  bytes: Buffer,
): Promise<{ readonly opened: StoryNode | string; readonly salvaged: Salvaged | null }> {
  await writeFile(path, bytes);
  const opened = await readStory(path);
  const salvaged = await salvageStory(path);
  if (salvaged.ok) {
    expect(salvaged.value.lost).toMatch(/^[A-Z].*\.$/);
    valueOf(docOf(salvaged.value.article, "salvaged"));
  } else {
    expect(salvaged.failure).toMatchObject({ kind: "damaged", file: "story.stet" });
  }
  expect((await readFile(path)).equals(bytes)).toBe(true);
  expect(await readdir(dirname(path))).toEqual(["story.stet"]);
  return {
    opened: opened.ok ? opened.value.article.content : opened.failure.kind,
    salvaged: salvaged.ok ? salvaged.value : null,
  };
}

function contentOf(salvaged: Salvaged | null): StoryNode {
  if (salvaged === null) throw new Error("nothing was salvaged");
  return salvaged.article.content;
}
