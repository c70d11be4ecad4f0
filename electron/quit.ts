// Quitting in two steps. Every window is asked first, and none goes before all may: a quit that one
// writer's window calls off has closed nothing and given nothing up.

import type { BrowserWindow } from "electron";
import { notify } from "./ipc";
import { toFront } from "./opener";
import type { OpenStory, Stories } from "./stories";

export class Quit {
  /** From the first word of it until a window is kept. */
  isWanted = false;
  /** The windows that may go, and whether their words are given up. */
  private readonly agreed = new Map<BrowserWindow, boolean>();

  /** `close` lets a window go whose page has agreed. */
  constructor(
    private readonly stories: Stories,
    private readonly close: (story: OpenStory, discard: boolean) => Promise<void>,
  ) {}

  /** Asks the windows; false if there is none to ask, so that the program may end at once. */
  ask(): boolean {
    this.isWanted = true;
    const pending = this.pending();
    for (const { window, edited } of pending) {
      if (edited) toFront(window);
      notify(window, "closeRequested", null);
    }
    return pending.length > 0;
  }

  /** The page may go: now, if it is asked alone, else with all the others. */
  async agree(story: OpenStory, discard: boolean): Promise<void> {
    if (!this.isWanted) {
      await this.close(story, discard);
      return;
    }
    this.agreed.set(story.window, discard);
    await this.goIfAgreed();
  }

  stop(): void {
    this.isWanted = false;
    this.agreed.clear();
  }

  /** To be called when a window has gone: it may have been the last that was asked. */
  async goIfAgreed(): Promise<void> {
    if (!this.isWanted || this.pending().length > 0) return;
    const all = this.stories.all().map((story) => {
      return this.close(story, this.agreed.get(story.window) ?? false);
    });
    this.agreed.clear();
    await Promise.all(all);
  }

  /** Those whose page has not agreed yet; without a page there is nobody to ask. */
  private pending(): readonly OpenStory[] {
    return this.stories.all().filter(({ live, mayClose, window }) => {
      const isThere = live && !window.isDestroyed() && !window.webContents.isCrashed();
      return isThere && !mayClose && !this.agreed.has(window);
    });
  }
}
