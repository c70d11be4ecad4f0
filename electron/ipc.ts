// The sole user of ipcMain and webContents.send. Types are only claims here: every call is checked
// for its sender, its arguments and their size before anything is done.

import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from "electron";
import * as v from "valibot";
import { requestNames, type Notices, type Requests } from "./contract";
import type { OpenStory, Stories } from "./stories";

/** Main's side of each request: the story of the window that asks comes first. */
export type Handlers = {
  readonly [K in keyof Requests]: (
    story: OpenStory,
    ...args: Parameters<Requests[K]>
  ) => ReturnType<Requests[K]>;
};

export type ArgumentSchemas = Readonly<
  Record<keyof Requests, v.GenericSchema<unknown, readonly unknown[]>>
>;

/** Returns a function that waits until all that is being done by then is done. */
export function serve(
  stories: Stories,
  handlers: Handlers,
  schemas: ArgumentSchemas,
): () => Promise<unknown> {
  const running = new Set<Promise<unknown>>();
  for (const name of requestNames) {
    // The one cast on this side of the bridge: the schema has seen the arguments.
    const handler = handlers[name] as (
      story: OpenStory,
      ...args: readonly unknown[]
    ) => Promise<unknown>;
    ipcMain.handle(name, (event, ...args: unknown[]) => {
      const story = senderStory(stories, event);
      // A window that is to show another text still has the old page, until the new one asks for it.
      if (story === null || (name !== "load" && !story.live)) {
        throw new Error(`${name}: not from a story’s own page`);
      }
      const checked = v.safeParse(schemas[name], args);
      if (!checked.success) throw new Error(`${name}: ${checked.issues[0].message}`);
      const done = handler(story, ...checked.output);
      running.add(done);
      return done.finally(() => running.delete(done));
    });
  }
  return () => Promise.allSettled(running);
}

export function notify<N extends keyof Notices>(
  window: BrowserWindow,
  notice: N,
  payload: Notices[N],
): void {
  if (!window.isDestroyed()) window.webContents.send(notice, payload);
}

/** Only the main frame of a story's own window may ask, and only while it shows our own page. */
function senderStory(stories: Stories, event: IpcMainInvokeEvent): OpenStory | null {
  const frame = event.senderFrame;
  if (frame?.parent !== null || !frame.url.startsWith("stet://app/")) return null;
  return stories.ofContents(event.sender);
}
