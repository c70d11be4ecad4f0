// The stories of the benches as files, written by Stet's own code.

import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { StoryNode } from "../../article/article";
import type { Picture } from "../../article/media";
import type { Result } from "../../article/result";
import type { StoryParts } from "../../electron/storage/write-story";
import type { Product } from "./bundles";
import { noisePng } from "./picture";
import { storyOf } from "./story";

export interface StoryFile extends Pick<StoryParts, "text" | "html"> {
  readonly path: string;
  readonly content: StoryNode;
  readonly fingerprint: string;
}

export interface StoryFiles {
  readonly short: StoryFile;
  readonly long: StoryFile;
  readonly pictures: StoryFile;
}

/** 1,000 words; 50,000 words; 1,000 words with twenty pictures of 2 MB. */
export async function writeStories(product: Product, folder: string): Promise<StoryFiles> {
  const pool = join(folder, "pool");
  const small = [await pooled(product, pool, noisePng(120, 80))];
  const large: Picture[] = [];
  for (let i = 0; i < 20; i++) large.push(await pooled(product, pool, noisePng(836, 836)));
  const write = (name: string, words: number, pictures: readonly Picture[]): Promise<StoryFile> =>
    writeStory(product, pool, join(folder, `${name}.stet`), storyOf(words, pictures));
  return {
    short: await write("short", 1000, small),
    long: await write("long", 50_000, small),
    pictures: await write("pictures", 1000, large),
  };
}

async function writeStory(
  product: Product,
  pool: string,
  path: string,
  content: StoryNode,
): Promise<StoryFile> {
  const { emptyMetadata, nothingCarried } = product;
  const article = { id: randomUUID(), metadata: emptyMetadata, content, carried: nothingCarried };
  const doc = valueOf(product.docOf(article, path));
  const blocks = doc.children.map((block) => JSON.stringify(block.toJSON()));
  const text = product.serialiseArticle(article, product.contentText(doc.type.name, blocks));
  const html = product.storyPage(doc, {
    pictureUrl: (media) => `media/${media}`,
    picturesBeside: true,
  });
  const sources = [];
  for (const name of product.mediaIn(content)) {
    sources.push(valueOf(await product.poolSource(pool, name)));
  }
  const saved = valueOf(await product.saveStory({ path, base: null, text, html, sources }));
  return { path: saved.path, content, text, html, fingerprint: saved.fingerprint };
}

async function pooled(product: Product, pool: string, bytes: Buffer): Promise<Picture> {
  return valueOf(await product.takePicture(pool, bytes, "noise.png"));
}

/** What fails here makes the figures worthless, so it stops the run. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.reason);
  return result.value;
}
