// How stories come into windows: new, from a file, from the recovery copies of a session that ended badly.

import { randomUUID } from "node:crypto";
import { realpath } from "node:fs/promises";
import { sep } from "node:path";
import type { BrowserWindow } from "electron";
import { ok, type Failure, type Result } from "../article/result";
import { pageUrl } from "./app-protocol";
import type { Library } from "./storage/library";
import { readStory } from "./storage/read-story";
import type { RecoveredStory, Recovery } from "./storage/recovery";
import type { OpenFile, Opening, OpenStory, Stories } from "./stories";

interface Means {
  readonly stories: Stories;
  readonly library: Library;
  readonly recovery: Recovery;
  /** A story from this folder opens as a copy without a file: samples stay as they are. */
  readonly samples: string;
  createWindow(): BrowserWindow;
  /** The list of recent files has changed. */
  onRecent(): Promise<void>;
}

export interface Opener {
  /** Shows an empty story, with the reason why it is not another one if there is such. */
  begin(problem?: Failure): OpenStory;
  /** Shows the story at `path`, or brings the window to the front that shows it already. */
  open(path: string, asking: OpenStory | null): Promise<Result<null>>;
  /** A window for each text that a session before left unsaved. */
  recover(found: readonly RecoveredStory[]): Promise<void>;
  /** Goes back from recovered text to the saved story, or to an empty one. */
  discardRecovered(story: OpenStory): Promise<void>;
  /** Puts a file first in the list of recent ones. */
  remember(path: string): Promise<void>;
}

const nothing: Opening = { article: null, recovered: null, problem: null };

export function createOpener(means: Means): Opener {
  const { stories, library, recovery, samples, createWindow, onRecent } = means;

  const show = (
    opening: Opening,
    file: OpenFile | null,
    places: readonly string[],
    reused?: BrowserWindow,
  ): OpenStory => {
    const window = reused ?? createWindow();
    const state = { edited: false, live: false, mayClose: false };
    const story = { id: randomUUID(), window, opening, file, places, exports: new Map(), ...state };
    stories.put(story);
    if (reused) reused.webContents.reload();
    else void window.loadURL(pageUrl);
    return story;
  };

  const remember = async (path: string): Promise<void> => {
    await library.addRecent(path);
    await onRecent();
  };

  return {
    remember,

    begin: (problem) => show({ ...nothing, problem: problem ?? null }, null, []),

    async open(path, asking) {
      const real = await realpath(path).catch(() => path);
      const shown = stories.ofPath(real);
      if (shown) {
        toFront(shown.window);
        return ok(null);
      }
      const read = await readStory(real);
      if (!read.ok) return read;
      const { article, fingerprint } = read.value;
      const isSample = real.startsWith(samples + sep);
      const file = isSample ? null : { path: real, fingerprint };
      const reused = asking && isUntouched(asking) ? asking.window : undefined;
      show({ ...nothing, article }, file, isSample ? [real] : [], reused);
      if (!isSample) await remember(real);
      return ok(null);
    },

    async recover(found) {
      for (const { documentId, article, time, path, fingerprint, text } of found) {
        const recovered = { time, hasFile: path !== null };
        const file = path !== null && fingerprint !== null ? { path, fingerprint } : null;
        const story = show(
          { article, recovered, problem: null },
          file,
          path === null ? [] : [path],
        );
        // The copy moves to the new session's name before the old one goes.
        const kept = await recovery.backUp(story.id, {
          path,
          fingerprint,
          revision: 0,
          time,
          text,
        });
        if (kept.ok) await recovery.drop(documentId);
      }
    },

    async discardRecovered({ id, window, file }) {
      await recovery.drop(id);
      const read = file && (await readStory(file.path));
      if (file && read?.ok) {
        const { article, fingerprint } = read.value;
        show({ ...nothing, article }, { path: file.path, fingerprint }, [], window);
      } else {
        show({ ...nothing, problem: read && !read.ok ? read.failure : null }, null, [], window);
      }
    },
  };
}

export function toFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** A window with an empty new story is used for the next one. */
function isUntouched(story: OpenStory): boolean {
  return story.file === null && story.places.length === 0 && !story.edited;
}
