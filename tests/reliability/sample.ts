// A whole story as the editor would save it, small enough that a random byte of its file is as often
// one of the text as one of a picture.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Node } from "prosemirror-model";
import { nothingCarried, type StoryNode } from "../../article/article";
import { mediaIn, parseArticle } from "../../article/format";
import { saveStory, type SaveOrder } from "../../electron/storage/save";
import { readStory } from "../../electron/storage/read-story";
import { docOf, metadataOf } from "../../renderer/blocks/document";
import { storyPage } from "../../renderer/export/page";
import { nameOf, png } from "../storage/picture";
import { sourceOf, valueOf } from "../storage/story";
import { Dice } from "./seeded";
import { contentText, serialiseArticle } from "../../article/format";

const sample = join(import.meta.dirname, "../../assets/samples/harbour-bridge.stet");

/** Saves it to `path`; gives its bytes. */
export async function saveSample(path: string): Promise<Buffer> {
  const { article } = valueOf(await readStory(sample));
  const dice = new Dice(1);
  const pictures = mediaIn(article.content).map((media) => {
    const noise = Buffer.from(Array.from({ length: 2000 }, () => dice.below(256)));
    const bytes = Buffer.concat([png(8, 8), noise]);
    return { media, bytes, name: nameOf(bytes, "png") };
  });
  const blocks = (article.content.content ?? []).map((block) => JSON.stringify(block));
  const text = pictures.reduce(
    (all, { media, name }) => all.replaceAll(media, name),
    serialiseArticle(article, contentText("doc", blocks)),
  );
  const doc = valueOf(docOf(valueOf(parseArticle(text, "sample")), "sample"));
  const html = storyPage(doc, {
    pictureUrl: (media) => `media/${media}`,
    picturesBeside: true,
  }).replace(/<style>.*<\/style>/s, "");
  const sources = pictures.map(({ name, bytes }) => sourceOf(name, bytes));
  valueOf(await saveStory({ path, base: null, text, html, sources }));
  return readFile(path);
}

/** What the editor would hand to a save of this document. */
export function orderOf(doc: Node, path: string): SaveOrder {
  const blocks = doc.children.map((block) => JSON.stringify(block));
  const id = "0b8a4f5e-6a53-4d61-9c1f-5d0a5f2f8a11";
  const facts = { id, metadata: metadataOf(doc), carried: nothingCarried };
  const text = serialiseArticle(facts, contentText("doc", blocks));
  const html = storyPage(doc, { pictureUrl: (media) => `media/${media}`, picturesBeside: true });
  return { path, base: null, text, html: html.replace(/<style>.*<\/style>/s, ""), sources: [] };
}

/** The words of each top-level block. */
export function wordsOf(content: StoryNode): readonly string[] {
  const all = (node: StoryNode): string =>
    (node.text ?? "") + (node.content ?? []).map(all).join("");
  return (content.content ?? []).map(all);
}
