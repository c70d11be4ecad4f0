import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { onTestFinished } from "vitest";
import { nothingCarried, type Article, type StoryNode } from "../../article/article";
import { serialiseArticle } from "../../article/format";
import { emptyMetadata } from "../../article/metadata";
import type { Failure, Result } from "../../article/result";
import type { Backup } from "../../electron/storage/recovery";
import { saveStory, type SaveOrder } from "../../electron/storage/save";
import type { MediaSource } from "../../electron/storage/write-story";

/** A real folder that goes with the test. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "stet-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export function anArticle(headline: string, change: Partial<Article> = {}): Article {
  return {
    id: "0b8a4f5e-6a53-4d61-9c1f-5d0a5f2f8a11",
    metadata: emptyMetadata,
    content: doc(headline),
    carried: nothingCarried,
    ...change,
  };
}

export function doc(headline: string, ...body: readonly StoryNode[]): StoryNode {
  const inline = headline === "" ? {} : { content: [{ type: "text", text: headline }] };
  return { type: "doc", content: [{ type: "headline", ...inline }, ...body] };
}

export function textOf(article: Article): string {
  return serialiseArticle(article, JSON.stringify(article.content));
}

export function anOrder(
  path: string,
  headline: string,
  change: Partial<SaveOrder> = {},
): SaveOrder {
  const html = `<h1>${headline}</h1>`;
  return { path, base: null, text: textOf(anArticle(headline)), html, sources: [], ...change };
}

/** Saves a story that must succeed; gives its fingerprint. */
export async function saved(
  path: string,
  headline: string,
  change: Partial<SaveOrder> = {},
): Promise<string> {
  return valueOf(await saveStory(anOrder(path, headline, change))).fingerprint;
}

/** A story file of as many bytes as any other with a headline of three letters. */
export async function bytesOf(headline: string): Promise<Buffer> {
  const path = join(await tempFolder(), "story.stet");
  await saved(path, headline);
  return readFile(path);
}

export function sourceOf(name: string, bytes: Uint8Array): MediaSource {
  const open = (): Promise<Readable> => Promise.resolve(Readable.from([bytes]));
  return { name, size: bytes.length, crc: crc32(bytes), open };
}

/** A recovery copy of words that no file has. */
export function aBackup(headline: string, revision: number, change: Partial<Backup> = {}): Backup {
  return {
    path: null,
    fingerprint: null,
    saving: null,
    revision,
    time: "2026-03-01T08:30:00.000Z",
    text: textOf(anArticle(headline)),
    ...change,
  };
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.reason}`);
  return result.value;
}

export function failureOf(result: Result<unknown>): Failure {
  if (result.ok) throw new Error("it succeeded");
  return result.failure;
}

/** The temps of ours that lie in a folder. */
export async function tempsIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(".tmp"));
}
