// Notices when another program changes the file of the story that the writer has in front: on coming
// back to its window, and every two seconds there.

import { basename } from "node:path";
import type { BrowserWindow } from "electron";
import { notify } from "./ipc";
import { stateAt } from "./storage/outside";
import type { Stories } from "./stories";

const everyMs = 2000;

export function watchOutside(stories: Stories): void {
  setInterval(() => {
    const story = stories.all().find(({ window }) => window.isFocused());
    if (story) void lookOutside(stories, story.window);
  }, everyMs).unref();
}

/** Says each change once. A file that is gone is no news here: the next save asks. */
export async function lookOutside(stories: Stories, window: BrowserWindow): Promise<void> {
  const story = stories.ofWindow(window);
  const file = story?.file;
  if (!story?.live || !file || story.saving) return;
  const { fingerprint } = file;
  const found = await stateAt(file.path, { stamp: story.stamp, fingerprint });
  // It may have been saved meanwhile, or another story taken its place.
  const now = stories.ofWindow(window);
  if (now !== story || now.file?.fingerprint !== fingerprint || now.saving) return;
  if (found.kind === "same") story.stamp = found.stamp;
  if (found.kind !== "changed" || found.fingerprint === null) return;
  if (found.fingerprint === story.toldOf) return;
  story.toldOf = found.fingerprint;
  const name = basename(file.path);
  const reason = `“${name}” was changed by another program since it was opened.`;
  notify(window, "changedOutside", { kind: "conflict", file: name, reason });
}
