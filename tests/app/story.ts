// What a story looks like from outside: on the page and in its file.

import type { Page } from "playwright";
import type { Article, StoryNode } from "../../article/article";
import { emptyMetadata } from "../../article/metadata";
import { readStory } from "../../electron/storage/read-story";
import { saveStory } from "../../electron/storage/save";
import { textOf as articleText, anArticle, sourceOf, valueOf } from "../storage/story";
import type { TinyPicture } from "./pictures";

export async function articleIn(path: string): Promise<Article> {
  return valueOf(await readStory(path)).article;
}

/** Each block of the page: its element's name and its text, in order. */
export function blocksOn(page: Page): Promise<readonly string[]> {
  return page
    .locator(".editor > *")
    .evaluateAll((blocks) => blocks.map((block) => `${block.localName}: ${block.textContent}`));
}

export function textOf(node: StoryNode): string {
  return node.text ?? (node.content ?? []).map(textOf).join("");
}

/** The text of every node of that type, in order. */
export function textsOf(node: StoryNode, type: string): readonly string[] {
  if (node.type === type) return [textOf(node)];
  return (node.content ?? []).flatMap((child) => textsOf(child, type));
}

export function node(type: string, ...content: readonly (StoryNode | string)[]): StoryNode {
  const children = content.map((child) =>
    typeof child === "string" ? { type: "text", text: child } : child,
  );
  return children.length === 0 ? { type } : { type, content: children };
}

export function figure(
  picture: TinyPicture,
  alt: string,
  caption: string,
  credit: string,
): StoryNode {
  const { media, width, height } = picture;
  return {
    ...node("figure", node("caption", caption), node("credit", credit)),
    attrs: { media, width, height, alt },
  };
}

/** Writes a story that Stet itself might have saved; with `like` it is that one, changed. */
export async function writeStory(
  path: string,
  headline: string,
  body: readonly StoryNode[] = [node("paragraph", "A first paragraph.")],
  pictures: readonly TinyPicture[] = [],
  like?: Article,
): Promise<void> {
  const header = [
    node("kicker"),
    node("headline", headline),
    node("standfirst", "What it is about."),
    node("byline", "By Ana Ruiz"),
  ];
  const article = anArticle(headline, {
    metadata: { ...emptyMetadata, created: "2026-11-14T09:00:00Z" },
    content: node("doc", ...header, ...body),
    ...(like && { id: like.id }),
  });
  const sources = pictures.map(({ media, bytes }) => sourceOf(media, bytes));
  const text = articleText(article);
  valueOf(await saveStory({ path, base: null, text, html: `<h1>${headline}</h1>`, sources }));
}
