// What an attacker's words would do in a window of ours, if they could.

import type { Stet } from "./stet";

export interface Watched {
  /** How many scripts ran. */
  readonly ran: number;
  readonly windows: number;
  /** Where the windows are. */
  readonly urls: readonly string[];
  /** What was given to the system to open. */
  readonly opened: readonly string[];
  /** Addresses other than ours that were asked for, in vain or not. */
  readonly asked: readonly string[];
}

/** From now on. The system's own opening is stopped and only noted. */
export async function watched({ app, page }: Stet): Promise<() => Promise<Watched>> {
  const noted = await app.evaluateHandle(({ session, shell }) => {
    const opened: string[] = [];
    const asked = new Set<string>();
    shell.openExternal = (url) => Promise.resolve(void opened.push(url));
    shell.openPath = (path) => Promise.resolve(String(opened.push(path)));
    const note = ({ url }: { readonly url: string }): void => {
      if (!/^(?:stet|stet-media|blob|devtools):/.test(url)) asked.add(url);
    };
    session.defaultSession.webRequest.onCompleted(note);
    session.defaultSession.webRequest.onErrorOccurred(note);
    return { opened, asked };
  });
  return async () => ({
    ran: await page.evaluate(() => Number(Reflect.get(window, "ran") ?? 0)),
    ...(await app.evaluate(({ BrowserWindow }, { opened, asked }) => {
      const windows = BrowserWindow.getAllWindows();
      const urls = windows.map((window) => window.webContents.getURL());
      return { windows: windows.length, urls, opened, asked: [...asked] };
    }, noted)),
  });
}
