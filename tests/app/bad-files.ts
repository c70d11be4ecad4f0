// Files that are no story, or a story no more.

import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { anArticle, textOf } from "../storage/story";
import { mimetype, page, zip } from "../storage/zip";
import { node, writeStory } from "./story";

export interface BadFile {
  readonly what: string;
  /** What the message says of it, beside its name. */
  readonly reason: string;
  make(path: string): Promise<void>;
}

export const badFiles: readonly BadFile[] = [
  {
    what: "a file that is not there",
    reason: "it is not there",
    make: () => Promise.resolve(),
  },
  {
    what: "a folder",
    reason: "a folder",
    make: (path) => mkdir(path),
  },
  {
    what: "another program's zip",
    reason: "is not a Stet story",
    make: (path) =>
      writeFile(path, zip({ name: "word/document.xml", bytes: Buffer.from("<w:document/>") })),
  },
  {
    what: "plain text",
    reason: "is not a Stet story",
    make: (path) => writeFile(path, "Just words.\n"),
  },
  {
    what: "a story that is cut short",
    reason: "is damaged: it is cut short or altered",
    async make(path) {
      await writeStory(path, "Cut");
      const bytes = await readFile(path);
      await writeFile(path, bytes.subarray(0, bytes.length / 2));
    },
  },
  {
    what: "a story of a newer Stet that cannot be shown",
    reason: "was written by a newer Stet",
    make: (path) => {
      const content = node("doc", node("headline", "A table"), node("table", "One cell"));
      const text = textOf(anArticle("", { content })).replace('"major":1', '"major":2');
      return writeFile(path, storyOf(text));
    },
  },
  {
    what: "parts that make no story",
    reason: "is damaged",
    make: (path) => {
      const content = node("doc", node("headline", "A table"), node("table", "One cell"));
      return writeFile(path, storyOf(textOf(anArticle("", { content }))));
    },
  },
  {
    what: "a few bytes that unpack to 40 MB",
    reason: "cannot be opened",
    make: (path) => {
      const bomb = Buffer.alloc(40 * 1024 * 1024, " ");
      return writeFile(path, zip(mimetype, { name: "article.json", bytes: bomb, deflate: true }));
    },
  },
];

/** What may never change about a file that was only looked at. */
export async function stateOf(path: string): Promise<unknown> {
  const facts = await stat(path, { bigint: true }).catch(() => null);
  if (facts === null) return "nothing";
  const held = facts.isDirectory() ? await readdir(path) : await readFile(path, "base64");
  return { held, mtimeNs: facts.mtimeNs, inode: facts.ino };
}

export function storyOf(article: string): Buffer {
  return zip(mimetype, { name: "article.json", bytes: Buffer.from(article) }, page);
}
