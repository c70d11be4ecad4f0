// The other half of read-container.ts: a story as the bytes of its zip, in the order that
// docs/format.md gives. The text comes before the pictures, so a cut file can still be salvaged.

import { PassThrough, type Readable } from "node:stream";
import { ZipFile } from "yazl";
import { articleMimeType } from "../../article/format";
import type { MediaName } from "../../article/media";
import { articleEntry, mediaEntry, mimetypeEntry, pageEntry } from "./container";
import { Refusal } from "./failure";

/** A picture that is to be copied into a story, opened only when its turn comes. */
export interface MediaSource {
  readonly name: MediaName;
  readonly size: number;
  open(): Promise<Readable>;
}

export interface StoryParts {
  /** article.json */
  readonly text: string;
  /** article.html */
  readonly html: string;
  readonly sources: readonly MediaSource[];
}

/** Nothing of the machine or the moment goes in: the same story gives the same bytes. */
const entryOptions = {
  compress: false,
  // yazl writes local time into the DOS fields, so this is 1 January 1980 in every time zone.
  mtime: new Date(1980, 0, 1),
  forceDosTimestamp: true,
  mode: 0o100644,
};

/**
 * Pictures go through in pieces. A source that cannot be read, or has not `size` bytes, makes the
 * iteration throw a Refusal that names `file`.
 */
export async function* storyBytes(parts: StoryParts, file: string): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = new PassThrough();
  const stop = (error: unknown): void => void output.destroy(unreadable(error, file));
  let current: Readable | null = null;
  let stopped = false;
  zip.on("error", stop);
  zip.outputStream.pipe(output);

  zip.addBuffer(Buffer.from(articleMimeType), mimetypeEntry, entryOptions);
  zip.addBuffer(Buffer.from(parts.text), articleEntry, entryOptions);
  zip.addBuffer(Buffer.from(parts.html), pageEntry, entryOptions);
  for (const source of [...parts.sources].sort(byName)) {
    const options = { ...entryOptions, size: source.size };
    zip.addReadStreamLazy(mediaEntry(source.name), options, (give) => {
      source.open().then((stream) => {
        current = stream;
        // yazl pipes the source without listening to its errors: it would wait for ever.
        stream.on("error", stop);
        if (stopped) stream.destroy();
        else give(null, stream);
      }, stop);
    });
  }
  zip.end();
  try {
    for await (const piece of output) yield piece as Uint8Array;
  } finally {
    stopped = true;
    (current as Readable | null)?.destroy();
  }
}

function unreadable(error: unknown, file: string): Error {
  if (error instanceof Refusal) return error;
  const reason = `“${file}” was not saved: one of its pictures cannot be read. Insert that picture again, or remove it.`;
  return new Refusal({ kind: "damaged", file, reason });
}

function byName(a: MediaSource, b: MediaSource): number {
  return a.name < b.name ? -1 : 1;
}
