// How stories come into windows: new, from a file, from the recovery copies of a session that ended badly.

import { randomUUID } from "node:crypto";
import { realpath } from "node:fs/promises";
import { sep } from "node:path";
import type { BrowserWindow } from "electron";
import type { Article } from "../article/article";
import { fail, ok, type Result } from "../article/result";
import { pageUrl } from "./app-protocol";
import type { DocumentId } from "./contract";
import type { Reader } from "./read-apart";
import { keepGivenUp } from "./storage/give-up";
import type { History } from "./storage/history";
import type { Library } from "./storage/library";
import { Queue } from "./storage/queue";
import { isReadOnly } from "./storage/read-only";
import type { RecoveredStory, Recovery } from "./storage/recovery";
import { salvageCopy } from "./storage/salvage-copy";
import { isSameFile } from "./storage/same-file";
import { placeOf, type OpenFile, type Opening, type OpenStory, type Stories } from "./stories";

interface Means {
  readonly stories: Stories;
  readonly library: Library;
  readonly recovery: Recovery;
  readonly history: History;
  /** A story from this folder opens as a copy without a file: samples stay as they are. */
  readonly samples: string;
  readonly reader: Reader;
  createWindow(): BrowserWindow;
  /** The list of recent files has changed. */
  onRecent(): Promise<void>;
}

export interface Opener {
  /** Shows an empty story. */
  begin(): OpenStory;
  /** Shows the story at `path`, or brings the window to the front that shows it already. */
  open(path: string, asking: OpenStory): Promise<Result<null>>;
  /** The same for a file named at the start: the window comes at once, and tells what went wrong. */
  openNamed(path: string): Promise<void>;
  /** What can be read of the damaged file or copy that `story` was to show, as a new story. */
  salvage(story: OpenStory): Promise<Result<null>>;
  /** A window for each text that a session before left unsaved. */
  recover(found: readonly RecoveredStory[]): Promise<void>;
  /** A new story with these words, and the pictures of `from`. */
  openCopy(article: Article, from: OpenStory): void;
  /**
   * Shows the file of `story` as it is now, in the same window, or an empty story if it has no file. If
   * the file cannot be read, or `before` fails, all stays as it is.
   */
  loadAnew(story: OpenStory, before: () => Promise<Result<unknown>>): Promise<Result<null>>;
  /** The same for recovered text that the writer does not want. */
  discardRecovered(story: OpenStory): Promise<Result<null>>;
  /** For a window that shows nothing any more: shows its story's file, or why that cannot be read. */
  showAgain(story: OpenStory): Promise<void>;
  /** Puts a file first in the list of recent ones. */
  remember(path: string): Promise<void>;
}

const nothing: Opening = {
  article: null,
  recovered: null,
  salvaged: null,
  viewOnly: null,
  problem: null,
};
const unasked = { file: null, places: [] };

/** What a window is to show, and where that comes from. */
interface Source {
  readonly opening: Opening;
  readonly file: OpenFile | null;
  /** As `OpenStory.places`. */
  readonly places: readonly string[];
}

export function createOpener(means: Means): Opener {
  const { stories, library, recovery, history, samples, reader, createWindow, onRecent } = means;

  /** The window opens at once; its page waits for the source. */
  const show = (
    source: Promise<Source>,
    asked: string | null,
    reused?: BrowserWindow,
    id: DocumentId = randomUUID(),
  ): OpenStory => {
    const window = reused ?? createWindow();
    const opening = source.then(({ opening: shown, file, places }) => {
      story.articleId = shown.article?.id ?? story.articleId;
      story.file = file;
      story.places = places;
      story.asked = null;
      return shown;
    });
    const state = {
      title: "",
      damaged: null,
      edited: false,
      saving: null,
      stamp: "",
      toldOf: null,
      live: false,
      mayClose: false,
      givenUp: false,
      exports: new Map(),
    };
    const ids = { id, articleId: randomUUID() };
    const story: OpenStory = { ...ids, window, opening, asked, ...unasked, ...state };
    stories.put(story);
    showPage(window);
    return story;
  };

  const showNow = (source: Partial<Source>, reused?: BrowserWindow, id?: DocumentId): OpenStory => {
    const asked = source.file?.path ?? null;
    return show(Promise.resolve({ opening: nothing, ...unasked, ...source }), asked, reused, id);
  };

  const remember = async (path: string): Promise<void> => {
    await library.addRecent(path);
    await onRecent();
  };

  const sourceOf = async (path: string): Promise<Result<Source>> => {
    const found = await reader.read(path);
    if (!found.ok) return found;
    const { article, fingerprint, newer } = found.value;
    const opening = { ...nothing, article, viewOnly: newer?.reason ?? null };
    if (path.startsWith(samples + sep)) return ok({ opening, file: null, places: [path] });
    void remember(path);
    const readOnly = newer !== null || (await isReadOnly(path));
    return ok({ opening, file: { path, fingerprint, readOnly }, places: [] });
  };

  /** One file after the other, so that two that are one find each other. */
  const turns = new Queue();

  /** Brings the window to the front that shows this file already; if there is none, `act` shows it. */
  const showOnce = (path: string, act?: () => void): Promise<boolean> =>
    turns.run("", async () => {
      const shown = stories.ofPath(path) ?? (await linkedTo(path));
      if (shown) toFront(shown.window);
      else act?.();
      return shown !== null;
    });

  /** The open story whose file has that path as well, by a hard link for instance. */
  const linkedTo = async (path: string): Promise<OpenStory | null> => {
    for (const story of stories.all()) {
      const other = placeOf(story);
      const isOne = other !== null && (await isSameFile(path, other));
      if (isOne && !story.window.isDestroyed()) return story;
    }
    return null;
  };

  const loadAnew: Opener["loadAnew"] = async (story, before) => {
    const { window, file } = story;
    const source = file && (await sourceOf(file.path));
    if (source?.ok === false) return source;
    story.givenUp = true;
    const done = await before();
    if (!done.ok) {
      story.givenUp = false;
      return done;
    }
    if (!window.isDestroyed()) showNow(source?.value ?? {}, window);
    return ok(null);
  };

  return {
    remember,

    begin: () => showNow({}),

    async open(path, asking) {
      const real = await realPath(path);
      if (await showOnce(real)) return ok(null);
      const source = await sourceOf(real);
      if (!source.ok) {
        asking.damaged = source.failure.kind === "damaged" ? { kind: "file", path: real } : null;
        return source;
      }
      // Another call may have been faster with the same file.
      await showOnce(real, () => {
        showNow(source.value, isUntouched(asking) ? asking.window : undefined);
      });
      return ok(null);
    },

    async openNamed(path) {
      const real = await realPath(path);
      await showOnce(real, () => {
        const source = sourceOf(real).then((found) =>
          found.ok ? found.value : { opening: { ...nothing, problem: found.failure }, ...unasked },
        );
        const story = show(source, real);
        void source.then(({ opening: { problem } }) => {
          if (problem?.kind === "damaged") story.damaged = { kind: "file", path: real };
        });
      });
    },

    async salvage(story) {
      const { damaged } = story;
      const reason = "The damaged file is not known any more. Open it once more.";
      if (damaged === null) return fail({ kind: "missing", file: "", reason });
      const isFile = damaged.kind === "file";
      const found = await (isFile
        ? reader.salvage(damaged.path)
        : salvageCopy(recovery, damaged.documentId));
      if (!found.ok) return found;
      const { article, lost } = found.value;
      const opening = { ...nothing, article, salvaged: lost };
      const places = isFile ? [] : damaged.places;
      showNow({ opening, places }, isUntouched(story) ? story.window : undefined);
      return ok(null);
    },

    async recover(found) {
      for (const { documentId, article, time, path, fingerprint } of found) {
        const file =
          path !== null && fingerprint !== null
            ? { path, fingerprint, readOnly: await isReadOnly(path) }
            : null;
        const opening = { ...nothing, article, recovered: { time, hasFile: file !== null } };
        // The story keeps its id, so its copy stays where it is: a fall just now makes no second one.
        await recovery.takeOver(documentId);
        const source = { opening, file, places: path === null ? [] : [path] };
        showNow(source, undefined, documentId);
      }
    },

    openCopy(article, { file, places }) {
      const opening = { ...nothing, article: { ...article, id: randomUUID() } };
      showNow({ opening, places: file ? [file.path, ...places] : places });
    },

    loadAnew,

    discardRecovered: (story) =>
      loadAnew(story, async () => {
        const kept = await keepGivenUp(story.id, new Date().toISOString(), { recovery, history });
        return kept.ok ? recovery.drop(story.id) : kept;
      }),

    async showAgain({ window, file }) {
      const source = file && (await sourceOf(file.path));
      if (window.isDestroyed()) return;
      if (source?.ok) showNow(source.value, window);
      else showNow({ opening: { ...nothing, problem: source?.failure ?? null } }, window);
    },
  };
}

/** With every link followed; a path that leads nowhere stays, for the message that will name it. */
export function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

/** Loads our page, even where a reload would come to another one again. */
export function showPage(window: BrowserWindow): void {
  // Another load, or the window's end, may cut this one off.
  window.loadURL(pageUrl).catch(() => undefined);
}

export function toFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** A window with an empty new story is used for the next one, unless it is gone by now. */
function isUntouched({ window, file, places, edited }: OpenStory): boolean {
  return !window.isDestroyed() && file === null && places.length === 0 && !edited;
}
