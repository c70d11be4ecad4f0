import { randomBytes } from "node:crypto";
import { open, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { StoryNode } from "../../article/article";
import { contentText, serialiseArticle } from "../../article/format";
import { readStory } from "../../electron/storage/read-story";
import { saveStory, type SaveOrder } from "../../electron/storage/save";
import { docOf } from "../../renderer/blocks/document";
import { nameOf, png } from "../storage/picture";
import { anArticle, sourceOf, tempFolder, valueOf } from "../storage/story";
import { figure, inRun, untilDone, Worst } from "./figures";

const rounds = 3;

// Times are only told here: what a window takes for it is measured by `npm run bench`.
describe("R24 a very large story", () => {
  it("R24 of 10,000 paragraphs and 50 pictures is saved and opened whole", untilDone, async () => {
    const path = join(await tempFolder(), "story.stet");
    const kB = inRun({ short: 200, long: 2000 });
    const pictures = Array.from({ length: 50 }, () => {
      const bytes = Buffer.concat([png(8, 8), randomBytes(kB * 1024)]);
      return sourceOf(nameOf(bytes, "png"), bytes);
    });
    const content = story(pictures.map(({ name }) => name));
    const blocks = (content.content ?? []).map((block) => JSON.stringify(block));
    const text = serialiseArticle(anArticle("", { content }), contentText("doc", blocks));
    const html = `<p>${"word ".repeat(400_000)}</p>`;
    const [saving, raw, opening] = [new Worst(), new Worst(), new Worst()];
    let lost = 0;
    let base: string | null = null;
    for (let round = 0; round < rounds; round += 1) {
      const order: SaveOrder = { path, base, text, html, sources: pictures };
      base = valueOf(await saving.of(() => saveStory(order))).fingerprint;
      await raw.of(async () => writeBeside(path, (await stat(path)).size));
      const { article, media } = valueOf(await opening.of(() => readStory(path)));
      const doc = valueOf(docOf(article, path));
      if (JSON.stringify(article.content) !== JSON.stringify(content)) lost += 1;
      if (media.length !== pictures.length || doc.childCount !== blocks.length) lost += 1;
    }
    const size = `${Math.round((await stat(path)).size / 1e6)} MB`;
    const made = { tier: "U", cases: rounds, lost } as const;
    figure("R24", { ...made, worstMs: opening.ms, note: `opened, ${size}` });
    figure("R24", { ...made, worstMs: saving.ms, note: `saved, ${size}` });
    figure("R24", { ...made, worstMs: raw.ms, note: `as many bytes written, synced and renamed` });
    expect(lost).toBe(0);
  });
});

function story(pictures: readonly string[]): StoryNode {
  const words = "The harbour bridge was shut in April when divers found a cracked pier. ".repeat(3);
  const header = ["kicker", "headline", "standfirst", "byline"].map((type) => ({ type }));
  const paragraphs = Array.from({ length: 10_000 }, (_, n): StoryNode[] => {
    const paragraph = { type: "paragraph", content: [{ type: "text", text: `${n} ${words}` }] };
    const media = n % 200 === 0 ? pictures[n / 200] : undefined;
    if (media === undefined) return [paragraph];
    const attrs = { media, width: 8, height: 8, alt: "" };
    const lines = [{ type: "caption" }, { type: "credit" }];
    return [paragraph, { type: "figure", attrs, content: lines }];
  });
  return { type: "doc", content: [...header, ...paragraphs.flat()] };
}

async function writeBeside(path: string, size: number): Promise<void> {
  const handle = await open(`${path}.raw`, "w");
  await handle.writeFile(Buffer.alloc(size, 7));
  await handle.sync();
  await handle.close();
  await rename(`${path}.raw`, `${path}.raw2`);
}
