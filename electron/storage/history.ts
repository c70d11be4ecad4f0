// Earlier states of each story's text, one folder a story in the profile and one file a version. There
// is no index that could be wrong: a list is what the files say of themselves.

import { join } from "node:path";
import { mediaIn, parseArticle } from "../../article/format";
import type { MediaName } from "../../article/media";
import type { Result } from "../../article/result";
import { wordsIn } from "../../article/text";
import { sha256 } from "./checksum";
import { nodeDisk, type Disk } from "./disk";
import { attempt, hasCode, isSystemError, Refusal, refuse } from "./failure";
import { isSameMoment, surplus } from "./history-thinning";
import {
  encodeVersion,
  fileOf,
  idOf,
  partsOfId,
  readVersion,
  readWhole,
  versionId,
  type KeptVersion,
  type Version,
  type VersionKind,
} from "./history-version";
import { Queue } from "./queue";
import { makeFolder, replaceFile } from "./replace";
import { setAside, tryTo } from "./set-aside";
import { sweepTemps } from "./temps";

export type { Version, VersionKind } from "./history-version";

export interface History {
  /** Keeps these words. Words equal to the newest version's are not kept twice. */
  keep(
    articleId: string,
    version: { text: string; time: string; kind: VersionKind },
  ): Promise<Result<Version>>;
  /** Newest first. */
  list(articleId: string): Promise<Result<readonly Version[]>>;
  /** article.json of one version. */
  read(articleId: string, id: string): Promise<Result<string>>;
  /** "" takes the name away. A version with a name stays for good. */
  rename(articleId: string, id: string, name: string): Promise<Result<Version>>;
  /**
   * Pictures that any version shows: the pool must not be swept of them. On the way every story's
   * versions that have had their time go, also of stories that nobody saves any more. Rejects when some
   * version cannot be read just now: its pictures are not known then.
   */
  media(): Promise<readonly MediaName[]>;
}

const articleIdPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const maxNameLength = 200;
/** Controls, halves of characters, line ends, and what turns the direction of all that follows. */
const unshowable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
/** For failures: what the story's file is called is not known here. */
const file = "earlier version";

/** Where the same words come again, the kind that lasts longer counts. */
const rank: Readonly<Record<VersionKind, number>> = {
  discarded: 0,
  saved: 1,
  outside: 1,
  filed: 2,
};

/** `now` is the clock by which versions grow old. */
export function openHistory(
  profile: string,
  disk: Disk = nodeDisk,
  now: () => number = Date.now,
): History {
  const root = join(profile, "history");
  const turns = new Queue();

  /** One story's calls wait for each other, so that none sees another's work half done. */
  function inFolder<T>(
    articleId: string,
    work: (folder: string) => Promise<T>,
  ): Promise<Result<T>> {
    const name = articleId.toLowerCase();
    return attempt(file, "history", () => {
      if (!articleIdPattern.test(name)) refuse("missing", file, "This story has no history.");
      return turns.run(name, () => work(join(root, name)));
    });
  }

  async function write(folder: string, version: KeptVersion, text: string): Promise<KeptVersion> {
    const path = join(folder, fileOf(version.id));
    await replaceFile(path, { bytes: [encodeVersion(version, text)], old: null }, disk);
    return version;
  }

  async function drop(folder: string, versions: readonly KeptVersion[]): Promise<void> {
    for (const { id } of versions) await tryTo(() => disk.unlink(join(folder, fileOf(id))));
  }

  async function keepIn(
    folder: string,
    { text, time, kind }: { text: string; time: string; kind: VersionKind },
  ): Promise<KeptVersion> {
    const article = parseArticle(text, file);
    if (!article.ok) throw new Refusal(article.failure);
    const { versions, lastSequence } = await scan(folder, disk);
    await makeFolder(folder, disk);
    const hash = sha256(text);
    const newest = versions.at(-1);
    if (newest?.sha256 === hash && (await isWhole(folder, newest.id, disk))) {
      if (rank[kind] <= rank[newest.kind]) return newest;
      return write(folder, { ...newest, kind }, text);
    }
    const replaced = newest !== undefined && isSameMoment(newest, kind, time) ? newest : null;
    const { content } = article.value;
    const sequence = lastSequence + 1;
    const version = await write(
      folder,
      {
        id: versionId(sequence, hash),
        sequence,
        sha256: hash,
        time,
        kept: new Date(now()).toISOString(),
        since: replaced?.since ?? time,
        kind,
        words: wordsIn(content),
        name: "",
        media: mediaIn(content),
      },
      text,
    );
    const rest = versions.filter((other) => other !== replaced);
    await drop(folder, replaced ? [replaced] : []);
    await drop(folder, surplus([...rest, version], now()));
    return version;
  }

  async function whole(
    folder: string,
    id: string,
  ): Promise<{ readonly version: KeptVersion; readonly text: string }> {
    const missing = "This version is not kept any more.";
    if (partsOfId(id) === null) return refuse("missing", file, missing);
    try {
      const found = await readWhole(folder, id, disk);
      if (found !== null) return found;
    } catch (error) {
      if (hasCode(error, "ENOENT", "ENOTDIR")) refuse("missing", file, missing);
      if (!(error instanceof Refusal)) throw error;
    }
    await setAside(join(folder, fileOf(id)), disk);
    return refuse("damaged", file, "This version is damaged on the disk. Choose another one.");
  }

  /** What is left of one story's versions once those that are too old are gone. */
  async function sweep(folder: string): Promise<readonly KeptVersion[]> {
    await sweepTemps(folder, disk);
    const { versions, isComplete } = await scan(folder, disk);
    if (!isComplete) throw new Error(`not all of ${folder} can be read`);
    const gone = surplus(versions, now());
    await drop(folder, gone);
    const left = versions.filter((version) => !gone.includes(version));
    if (left.length === 0) await tryTo(() => disk.rmdir(folder));
    return left;
  }

  return {
    keep: async (articleId, version) => {
      const kept = await inFolder(articleId, (folder) => keepIn(folder, version));
      return kept.ok ? { ok: true, value: shown(kept.value) } : kept;
    },
    list: (articleId) =>
      inFolder(articleId, async (folder) => {
        const { versions } = await scan(folder, disk);
        return versions.map(shown).reverse();
      }),
    read: (articleId, id) => inFolder(articleId, async (folder) => (await whole(folder, id)).text),
    rename: (articleId, id, name) =>
      inFolder(articleId, async (folder) => {
        const clean = name.trim();
        if (clean.length > maxNameLength || unshowable.test(clean)) {
          const reason = `A version’s name is one line of at most ${maxNameLength} characters.`;
          refuse("tooLarge", file, reason);
        }
        const { version, text } = await whole(folder, id);
        return shown(await write(folder, { ...version, name: clean }, text));
      }),
    async media() {
      const names = new Set<MediaName>();
      for (const articleId of await namesIn(root, disk)) {
        if (!articleIdPattern.test(articleId)) continue;
        const left = await inFolder(articleId, sweep);
        if (!left.ok) throw new Refusal(left.failure);
        for (const name of left.value.flatMap(({ media }) => media)) names.add(name);
      }
      return [...names];
    },
  };
}

/** Keeps a story's text in the history of the story that it says it is. */
export async function keepStory(
  history: History,
  text: string,
  kind: VersionKind,
  time: string,
): Promise<Result<Version>> {
  const article = parseArticle(text, file);
  return article.ok ? history.keep(article.value.id, { text, time, kind }) : article;
}

interface Scan {
  /** The intact ones, oldest first. */
  readonly versions: readonly KeptVersion[];
  readonly lastSequence: number;
  /** False if the disk did not give one out just now. */
  readonly isComplete: boolean;
}

/** What is damaged is set aside, what is foreign stays unseen. */
async function scan(folder: string, disk: Disk): Promise<Scan> {
  const ids = (await namesIn(folder, disk)).map(idOf).filter((id) => id !== null);
  const found = [];
  for (const id of ids) {
    const version = await readVersion(folder, id, disk);
    if (version === "damaged") await setAside(join(folder, fileOf(id)), disk);
    else found.push(version);
  }
  const versions = found.filter((version) => version !== null);
  const sequences = ids.map((id) => partsOfId(id)?.sequence ?? 0);
  return {
    versions: versions.sort((a, b) => a.sequence - b.sequence),
    lastSequence: Math.max(0, ...sequences),
    isComplete: versions.length === found.length,
  };
}

/** Empty for a folder that is not there; a file in its place is set aside. */
async function namesIn(folder: string, disk: Disk): Promise<readonly string[]> {
  try {
    return await disk.readdir(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (hasCode(error, "ENOTDIR")) await setAside(folder, disk);
    else if (!hasCode(error, "ENOENT")) throw error;
    return [];
  }
}

async function isWhole(folder: string, id: string, disk: Disk): Promise<boolean> {
  return (await readWhole(folder, id, disk)) !== null;
}

function shown({ id, time, kind, words, name, sha256: hash }: KeptVersion): Version {
  return { id, time, kind, words, name, sha256: hash };
}
