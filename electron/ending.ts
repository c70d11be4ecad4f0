// The system ends Stet: a signal, the end of the session, the machine going down. There is no time for
// questions then, so the newest words go to the recovery copies and the next start offers them.

import { constants } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { app, powerMonitor, type BrowserWindow } from "electron";
import { notify } from "./ipc";
import { removeOpenTemps } from "./storage/temps";
import type { OpenStory, Stories } from "./stories";

/** A system gives a program about three seconds in all. */
const pageMs = 1000;
const workMs = 1000;

export class Ending {
  /** From the first word of it: no new window then, and no question. */
  isNear = false;
  private readonly unanswered = new Map<OpenStory, () => void>();

  constructor(private readonly stories: Stories) {}

  /** `idle` resolves when nothing that a page asked for is being done any more. */
  listen(idle: () => Promise<unknown>): void {
    for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => void this.end(128 + constants.signals[signal], idle));
    }
    // Prevented, the machine waits for us. Electron's types know nothing of its event.
    powerMonitor.on("shutdown", ((event: Event) => {
      event.preventDefault();
      void this.end(0, idle);
    }) as () => void);
    app.on("browser-window-created", (_, window) => {
      // Windows only; the answer to the question may still be that the session goes on.
      window.on("query-session-end", () => void this.flush());
      window.on("session-end", () => void this.end(0, idle));
    });
  }

  /** The page has nothing more to send. */
  answered(story: OpenStory): void {
    this.unanswered.get(story)?.();
  }

  private async end(code: number, idle: () => Promise<unknown>): Promise<void> {
    if (this.isNear) return;
    this.isNear = true;
    await this.flush();
    // A save that is on its way gets its chance; a file dialog that stands open does not count.
    await Promise.race([idle(), wait(workMs)]);
    removeOpenTemps();
    app.exit(code);
  }

  private async flush(): Promise<void> {
    const asked = this.stories
      .all()
      .filter(({ live, window }) => live && canAnswer(window))
      .map((story) => this.ask(story));
    await Promise.race([Promise.all(asked), wait(pageMs)]);
  }

  private ask(story: OpenStory): Promise<void> {
    return new Promise((resolve) => {
      this.unanswered.set(story, resolve);
      notify(story.window, "endRequested", null);
    });
  }
}

function canAnswer(window: BrowserWindow): boolean {
  return !window.isDestroyed() && !window.webContents.isCrashed();
}
