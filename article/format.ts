// article.json: the text half of a story file. docs/format.md describes it for readers of any language.

import * as v from "valibot";
import { bracketsIn } from "./brackets";
import { nothingCarried, type Article, type Carried, type StoryNode } from "./article";
import { isMediaName, maxPictures, type MediaName } from "./media";
import { metadataEntries, metadataSchema } from "./metadata";
import { fail, ok, type Failure, type Result } from "./result";

export const formatName = "stet";
export const formatVersion = { major: 1, minor: 0 };
export const articleMimeType = "application/vnd.stet.article+zip";

export const maxArticleBytes = 32 * 1024 * 1024;
export const maxDepth = 100;
export const maxNodes = 200_000;
/** A part of a story takes no more than seven: text with four marks, one of them a link. */
export const maxBrackets = 10 * maxNodes;
/** A shorter text is read in a moment, whatever stands in it. */
const longText = 4 * 1024 * 1024;

const versionSchema = v.object({
  major: v.pipe(v.number(), v.integer(), v.minValue(1)),
  minor: v.pipe(v.number(), v.integer(), v.minValue(0)),
});

const articleSchema = v.looseObject({
  id: v.pipe(v.string(), v.uuid()),
  metadata: v.looseObject(metadataSchema.entries),
});

const known = new Set(["format", "version", "id", "metadata", "content"]);

/**
 * Reads article.json. `file` is only for the message. The content is checked for shape, depth and
 * size here; whether its nodes make a story is for the editor's schema to say. A higher `maxMajor` is
 * for looking only: what a newer version has besides is not carried.
 */
export function parseArticle(
  text: string,
  file: string,
  maxMajor: number = formatVersion.major,
): Result<Article> {
  const damaged = (why: string): Result<never> =>
    failure("damaged", file, `The story in “${file}” is damaged: ${why}.`);
  if (text.length > longText && bracketsIn(text) > maxBrackets) {
    return damaged(`it has more than ${maxNodes.toLocaleString("en")} parts`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return damaged("its text is cut or altered (article.json is not valid JSON)");
  }
  if (!isRecord(value) || value["format"] !== formatName) {
    return failure("foreign", file, `“${file}” is not a Stet story.`);
  }
  const version = v.safeParse(versionSchema, value["version"]);
  if (!version.success) return damaged("its format version cannot be read");
  if (version.output.major > maxMajor) {
    const found = `${version.output.major}.${version.output.minor}`;
    return failure(
      "newer",
      file,
      `“${file}” was written by a newer Stet (format ${found}; this one reads ${formatVersion.major}.x). Update Stet to work on it.`,
    );
  }
  const article = v.safeParse(articleSchema, value);
  if (!article.success) {
    const issue = article.issues[0];
    return damaged(`${v.getDotPath(issue) ?? "article.json"}: ${issue.message}`);
  }
  const content = value["content"];
  const fault = contentFault(content);
  if (fault !== null) return damaged(fault);
  return ok({
    id: article.output.id,
    metadata: v.parse(metadataSchema, article.output.metadata),
    content: content as StoryNode,
    carried: carriedBy(value, article.output.metadata),
  });
}

/**
 * Writes article.json with one top-level block a line. `contentText` is the content's JSON where
 * the caller has it already (the page keeps each block's text, so a keystroke costs one block).
 */
export function serialiseArticle(article: Omit<Article, "content">, contentText: string): string {
  const { id, carried } = article;
  const metadata = { ...carried.metadata, ...article.metadata };
  const head = JSON.stringify({
    format: formatName,
    version: formatVersion,
    id,
    ...carried.article,
    metadata,
  });
  return `${head.slice(0, -1)},\n"content":${contentText}}\n`;
}

/** The content's JSON, one top-level block a line; `blockText` may answer from a cache. */
export function contentText(type: string, blocks: readonly string[]): string {
  return `{"type":${JSON.stringify(type)},"content":[\n${blocks.join(",\n")}\n]}`;
}

/** The pictures that a story refers to, each once, in order of appearance. */
export function mediaIn(content: StoryNode): readonly MediaName[] {
  const names = new Set<MediaName>();
  const pending: StoryNode[] = [content];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const media = node.attrs?.["media"];
    if (isMediaName(media)) names.add(media);
    for (const child of [...(node.content ?? [])].reverse()) pending.push(child);
  }
  return [...names];
}

/** Walks without recursion: a hostile file nests deeper than the stack. */
function contentFault(content: unknown): string | null {
  const pending: { value: unknown; depth: number }[] = [{ value: content, depth: 1 }];
  let nodes = 0;
  let pictures = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next;
    nodes += 1;
    if (nodes > maxNodes) return `it has more than ${maxNodes.toLocaleString("en")} parts`;
    if (depth > maxDepth) return `its parts are nested more than ${maxDepth} deep`;
    if (!isRecord(value) || typeof value["type"] !== "string") return "a part of it has no type";
    const { text, attrs, marks, content: children } = value;
    if (text !== undefined && typeof text !== "string")
      return "a part of it has text that is not text";
    if (attrs !== undefined && !isFlatRecord(attrs))
      return `a ${value["type"]} has attributes that cannot be read`;
    if (isRecord(attrs) && attrs["media"]) pictures += 1;
    if (pictures > maxPictures) return `it has more than ${maxPictures} pictures`;
    if (marks !== undefined && !isMarkList(marks))
      return `a ${value["type"]} has marks that cannot be read`;
    if (children === undefined) continue;
    if (!Array.isArray(children)) return `a ${value["type"]} has content that cannot be read`;
    for (const child of children as unknown[]) pending.push({ value: child, depth: depth + 1 });
  }
  return null;
}

function carriedBy(article: Record<string, unknown>, metadata: Record<string, unknown>): Carried {
  const unknownArticle = Object.entries(article).filter(([key]) => !known.has(key));
  const unknownMetadata = Object.entries(metadata).filter(([key]) => !(key in metadataEntries));
  if (unknownArticle.length + unknownMetadata.length === 0) return nothingCarried;
  return {
    article: Object.fromEntries(unknownArticle),
    metadata: Object.fromEntries(unknownMetadata),
  };
}

function isMarkList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length <= 20 &&
    value.every(
      (mark: unknown) =>
        isRecord(mark) &&
        typeof mark["type"] === "string" &&
        (mark["attrs"] === undefined || isFlatRecord(mark["attrs"])),
    )
  );
}

function isFlatRecord(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && Object.values(value).every((item) => !isObject(item));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !Array.isArray(value);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function failure(kind: Failure["kind"], file: string, reason: string): Result<never> {
  return fail({ kind, file, reason });
}
