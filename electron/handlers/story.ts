import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { mediaIn, parseArticle } from "../../article/format";
import { fail, ok, type Result } from "../../article/result";
import type { SaveResult, Settings, Snapshot, StoryText } from "../contract";
import { askWhereToSave } from "../dialogs";
import type { Handlers } from "../ipc";
import { realPath, type Opener } from "../opener";
import type { Pictures } from "../pictures";
import { sha256 } from "../storage/checksum";
import { keepStory, type History } from "../storage/history";
import { besideName, suggestFileName } from "../storage/paths";
import type { Backup, Recovery } from "../storage/recovery";
import { fingerprintOf } from "../storage/read-story";
import { nothing, saveStory, type SaveOrder } from "../storage/save";
import type { Damaged, OpenStory, Stories } from "../stories";
import { checkReadOnly, shownFile, showTitle } from "../story-file";

interface Means {
  readonly stories: Stories;
  readonly recovery: Recovery;
  readonly history: History;
  readonly pictures: Pictures;
  readonly opener: Opener;
  settings(): Settings;
}

type Names =
  | "load"
  | "save"
  | "saveAgain"
  | "saveOver"
  | "saveBeside"
  | "saveAs"
  | "backUp"
  | "settle"
  | "discardRecovered"
  | "detach";

export function storyHandlers({
  stories,
  recovery,
  history,
  pictures,
  opener,
  settings,
}: Means): Pick<Handlers, Names> {
  /** `base` as in `SaveOrder`; `isTheirs` if the writer lets another program's text go. */
  const write = async (
    story: OpenStory,
    path: string,
    base: string | null,
    { text, html, revision }: StoryText,
    isTheirs = false,
  ): Promise<SaveResult> => {
    const { viewOnly } = await story.opening;
    const file = basename(path);
    if (viewOnly !== null) return fail({ kind: "newer", file, reason: viewOnly });
    const article = parseArticle(text, file);
    if (!article.ok) return article;
    const names = mediaIn(article.value.content);
    const sources = await pictures.sources(story, names);
    if (!sources.ok) return sources;
    await pictures.poolDropped(story, names, path);
    const { id } = article.value;
    const keep: SaveOrder["keep"] = (old, kind, time) =>
      base === null
        ? keepStory(history, old, kind, time)
        : history.keep(id, { text: old, time, kind: isTheirs ? "outside" : kind });
    story.saving = { path, sum: sha256(text) };
    try {
      await recovery.backUpForSave(story.id, copyOf(story, revision, text));
      const keepPictures = pictures.pool;
      const order = { path, base, text, html, sources: sources.value, keep, keepPictures };
      const saved = await saveStory(order);
      if (!saved.ok) return withLoss(saved, names.length - sources.value.length);
      const { slippedIn, historyFailure, ...place } = saved.value;
      story.file = { ...place, readOnly: false };
      story.stamp = "";
      showTitle(story);
      await recovery.dropUpTo(story.id, revision);
      await opener.remember(place.path);
      return ok({ ...shownFile(story.file), slippedIn, historyFailure });
    } finally {
      story.saving = null;
    }
  };

  const saveAs = async (story: OpenStory, text: StoryText): Promise<SaveResult> => {
    const name = suggestFileName(text.suggestedName);
    const chosen = await askWhereToSave(story.window, name, story.file?.readOnly === true);
    if (chosen === null) return null;
    const path = await realPath(chosen);
    if (story.file?.path !== path) return write(story, path, null, text);
    // The same file chosen again is a save like any other, and may be in conflict.
    const saved = await write(story, path, story.file.fingerprint, text);
    return isGone(saved) ? write(story, path, nothing, text) : saved;
  };

  const backUp = async (story: OpenStory, { revision, text }: Snapshot): Promise<Result<null>> => {
    if (story.givenUp) return ok(null);
    // Known at once: the page tells of it with the title, which waits until the hands rest.
    story.edited = true;
    return recovery.backUp(story.id, copyOf(story, revision, text));
  };

  return {
    async load(story) {
      story.live = true;
      const opening = await story.opening;
      const file = story.file && shownFile(story.file);
      const { id: documentId, articleId } = story;
      return { documentId, articleId, file, settings: settings(), ...opening };
    },

    async save(story, text) {
      const { file } = story;
      if (file === null || (await checkReadOnly(story))) return saveAs(story, text);
      return write(story, file.path, file.fingerprint, text);
    },

    saveAgain: (story, text) =>
      story.file ? write(story, story.file.path, nothing, text) : saveAs(story, text),

    async saveOver(story, text) {
      const { file } = story;
      if (!file) return saveAs(story, text);
      return write(story, file.path, await fingerprintOf(file.path), text, true);
    },

    async saveBeside(story, text) {
      const { file } = story;
      if (!file) return saveAs(story, text);
      for (let number = 2; ; number++) {
        const saved = await write(story, besideName(file.path, number), nothing, text);
        if (saved?.ok !== false || saved.failure.kind !== "conflict" || number === 99) return saved;
      }
    },

    saveAs,

    backUp,

    async settle(story, snapshot) {
      const { file } = story;
      const isInFile = file === null || (await fingerprintOf(file.path)) === file.fingerprint;
      return isInFile ? recovery.dropUpTo(story.id, snapshot.revision) : backUp(story, snapshot);
    },

    discardRecovered: (story) => opener.discardRecovered(story),

    async detach(story) {
      const ids = { documentId: randomUUID(), articleId: randomUUID() };
      const { documentId: id, articleId } = ids;
      const { recovered } = await story.opening;
      stories.put({
        ...story,
        id,
        articleId,
        damaged: recovered ? copyLeft(story) : fileLeft(story),
        file: null,
        places: [],
      });
      return ids;
    },
  };
}

function copyOf({ file, saving }: OpenStory, revision: number, text: string): Backup {
  const time = new Date().toISOString();
  const fingerprint = file?.fingerprint ?? null;
  // A story without a file has one from the moment that its first save is done.
  const path = file?.path ?? saving?.path ?? null;
  return { path, fingerprint, saving: saving?.sum ?? null, revision, time, text };
}

function copyLeft({ id, places }: OpenStory): Damaged {
  return { kind: "copy", documentId: id, places };
}

function fileLeft({ file }: OpenStory): Damaged | null {
  return file && { kind: "file", path: file.path };
}

/** A file that is gone took the pictures with it that are nowhere else. */
function withLoss(saved: Result<never>, pictures: number): Result<never> {
  if (saved.ok || saved.failure.kind !== "gone" || pictures === 0) return saved;
  const loss = pictures === 1 ? "One picture is" : `${pictures} pictures are`;
  return fail({
    ...saved.failure,
    reason: `${saved.failure.reason} ${loss} in that file only, so it is better to put it back.`,
  });
}

function isGone(result: SaveResult): boolean {
  return result?.ok === false && result.failure.kind === "gone";
}
