// What page and title bar show of a story's file.

import { basename } from "node:path";
import type { StoryFile } from "./contract";
import { notify } from "./ipc";
import { isReadOnly } from "./storage/read-only";
import type { OpenFile, OpenStory } from "./stories";
import { windowTitle } from "./window-title";

export function shownFile({ path, readOnly }: OpenFile): StoryFile {
  return { name: basename(path), readOnly };
}

export function showTitle({ window, title, edited, file }: OpenStory): void {
  if (window.isDestroyed()) return;
  window.setTitle(windowTitle(title, edited, file?.readOnly === true));
  window.setDocumentEdited(edited);
  if (file) window.setRepresentedFilename(file.path);
}

/** Looks again whether the story's file can be written, and tells it where it is shown. */
export async function checkReadOnly(story: OpenStory): Promise<boolean> {
  const { file } = story;
  if (!file) return false;
  const { viewOnly } = await story.opening;
  const readOnly = viewOnly !== null || (await isReadOnly(file.path));
  if (readOnly !== file.readOnly && story.file === file) {
    story.file = { ...file, readOnly };
    showTitle(story);
    notify(story.window, "file", shownFile(story.file));
  }
  return readOnly;
}
