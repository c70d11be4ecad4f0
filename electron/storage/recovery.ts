// Copies of unsaved stories in the profile, one folder a document, against crashes of any kind. A copy
// goes only once a save has been acknowledged that covers it.

import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Article } from "../../article/article";
import { maxArticleBytes, parseArticle } from "../../article/format";
import type { Result } from "../../article/result";
import { sha256 } from "./checksum";
import { nodeDisk, type Disk } from "./disk";
import { attempt, hasCode, isSystemError, refuse } from "./failure";
import { Queue } from "./queue";
import { readState } from "./read-story";
import { RecoveryFolder } from "./recovery-folder";
import { readSlot, slotNames, type Backup, type Slot } from "./recovery-slot";
import { setAside, tryTo } from "./set-aside";

export type { Backup } from "./recovery-slot";

export interface RecoveredStory extends Backup {
  readonly documentId: string;
  /** `text`, read. */
  readonly article: Article;
}

export interface Recovery {
  /**
   * Resolves once this state, or a later one of the same document, is on the disk. Writes of one
   * document never overlap; of those that come while one is written, only the newest follows.
   */
  backUp(documentId: string, backup: Backup): Promise<Result<null>>;
  /**
   * For the text that is about to be saved, so that a fall between the save and `dropUpTo` leaves no
   * older copy as the newest. A later revision that is kept already stays, and takes over `saving`.
   */
  backUpForSave(documentId: string, backup: Backup): Promise<Result<null>>;
  /** For an acknowledged save: a copy of a later revision stays. */
  dropUpTo(documentId: string, revision: number): Promise<Result<null>>;
  /** The newest intact copy; null if there is none. */
  newest(documentId: string): Promise<Result<Backup | null>>;
  /** For a page that goes on with this copy and counts its revisions anew. */
  takeOver(documentId: string): Promise<void>;
  /** For a story that the writer gave up. */
  drop(documentId: string): Promise<Result<null>>;
  /**
   * For the start: each document's newest intact copy, unless its file says the same; the latest
   * first. What cannot be read is set aside under another name. Never throws for what it finds.
   */
  listRecovered(): Promise<readonly RecoveredStory[]>;
}

const idPattern = /^[0-9A-Za-z-]{1,64}$/;

export function openRecovery(profile: string, disk: Disk = nodeDisk): Recovery {
  const root = join(profile, "recovery");
  const turns = new Queue();
  const folders = new Map<string, Promise<RecoveryFolder>>();
  const waiting = new Map<string, { backup: Backup; readonly written: Promise<Result<null>> }>();

  function pathOf(documentId: string): string {
    if (!idPattern.test(documentId)) throw new Error(`not a document id: ${documentId}`);
    return join(root, documentId);
  }

  function folderOf(documentId: string): Promise<RecoveryFolder> {
    const folder = folders.get(documentId) ?? RecoveryFolder.open(pathOf(documentId), disk);
    folders.set(documentId, folder);
    return folder;
  }

  function inFolder(
    documentId: string,
    file: string,
    work: (folder: RecoveryFolder) => Promise<void>,
  ): Promise<Result<null>> {
    return attempt(file, "keep", async () => {
      await work(await folderOf(documentId));
      return null;
    });
  }

  function backUp(documentId: string, backup: Backup): Promise<Result<null>> {
    const next = waiting.get(documentId);
    if (next !== undefined) {
      next.backup = backup;
      return next.written;
    }
    const written = turns.run(documentId, () => {
      const newest = waiting.get(documentId)?.backup ?? backup;
      waiting.delete(documentId);
      return inFolder(documentId, nameOf(newest), (folder) => write(folder, newest));
    });
    waiting.set(documentId, { backup, written });
    return written;
  }

  async function newestOf(documentId: string): Promise<Backup | null> {
    const slots = await slotsIn(pathOf(documentId), disk);
    return intactIn(slots)[0]?.backup ?? null;
  }

  async function listRecovered(): Promise<readonly RecoveredStory[]> {
    const found: RecoveredStory[] = [];
    for (const documentId of await documentIds(root, disk)) {
      const story = await newestIn(join(root, documentId), documentId, disk);
      if (story !== null) found.push(story);
    }
    return found.sort((a, b) => (a.time < b.time ? 1 : -1));
  }

  return {
    takeOver: (documentId) =>
      turns.run(documentId, async () => {
        // Opened again, the folder takes all that it holds as older than what will come.
        folders.delete(documentId);
      }),
    backUp,
    backUpForSave: (documentId, backup) =>
      turns.run(documentId, () =>
        inFolder(documentId, nameOf(backup), async (folder) => {
          const later = folder.hasLater(backup.revision) ? await newestOf(documentId) : null;
          const { path, saving } = backup;
          await write(folder, later === null ? backup : { ...later, path, saving });
        }),
      ),
    dropUpTo: (documentId, revision) =>
      turns.run(documentId, () =>
        inFolder(documentId, documentId, (folder) => folder.dropUpTo(revision)),
      ),
    newest: (documentId) =>
      turns.run(documentId, () => attempt(documentId, "read", () => newestOf(documentId))),
    drop: (documentId) =>
      turns.run(documentId, () => inFolder(documentId, documentId, (folder) => folder.drop())),
    listRecovered,
  };
}

async function write(folder: RecoveryFolder, backup: Backup): Promise<void> {
  if (Buffer.byteLength(backup.text) > maxArticleBytes) {
    const reason = "The story has more than 32 MB of text. Divide it into several.";
    refuse("tooLarge", nameOf(backup), reason);
  }
  await folder.write(backup);
}

async function documentIds(root: string, disk: Disk): Promise<readonly string[]> {
  try {
    return (await disk.readdir(root)).filter((name) => idPattern.test(name));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (hasCode(error, "ENOTDIR")) await setAside(root, disk);
    return [];
  }
}

type Slots = readonly Awaited<ReturnType<typeof readSlot>>[];

function slotsIn(folder: string, disk: Disk): Promise<Slots> {
  return Promise.all(slotNames.map((name) => readSlot(folder, name, disk)));
}

/** The newest first. */
function intactIn(slots: Slots): readonly Slot[] {
  const intact = slots.filter((slot) => slot !== null && slot !== "torn");
  return intact.sort((a, b) => b.sequence - a.sequence);
}

async function newestIn(
  folder: string,
  documentId: string,
  disk: Disk,
): Promise<RecoveredStory | null> {
  const slots = await slotsIn(folder, disk);
  for (const { backup } of intactIn(slots)) {
    const article = parseArticle(backup.text, nameOf(backup));
    // A newer Stet wrote it and will read it: it waits where it is.
    if (!article.ok && article.failure.kind === "newer") return null;
    if (!article.ok) continue;
    const inFile = await readInFile(backup, disk);
    if (!isDeepStrictEqual(inFile?.article, article.value)) {
      // A fall during a save: what the file holds since is known to this copy, and no other's change.
      const isOurs = inFile !== null && inFile.sum === backup.saving;
      const fingerprint = isOurs ? inFile.fingerprint : backup.fingerprint;
      return { ...backup, fingerprint, documentId, article: article.value };
    }
    // A fall between a save and the deletion of its copy leaves a copy that says nothing new.
    await tryTo(() => disk.rm(folder, { recursive: true, force: true }));
    return null;
  }
  if (slots.some((slot) => slot !== null)) await setAside(folder, disk);
  else await tryTo(() => disk.rmdir(folder));
  return null;
}

interface InFile {
  readonly article: Article;
  readonly fingerprint: string;
  readonly sum: string;
}

/** Null where the copy's file holds no story, or there is none. */
async function readInFile({ path }: Backup, disk: Disk): Promise<InFile | null> {
  const state = path === null ? null : await readState(path, disk);
  if (!state?.ok) return null;
  const { text, fingerprint } = state.value;
  const article = parseArticle(text, "");
  return article.ok ? { article: article.value, fingerprint, sum: sha256(text) } : null;
}

function nameOf({ path }: Backup): string {
  return path === null ? "Untitled" : basename(path);
}
