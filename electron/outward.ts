// The one way from a story out to the web: the system opens a link, and only after the writer has seen
// where it leads. Called as properties of `dialog` and `shell`, so that tests can answer them.

import { dialog, shell, type BrowserWindow } from "electron";
import { linkIn, linkQuestion } from "./link";

/** Asks, then gives the address to the system; does nothing with one that may not be opened. */
export async function openOutside(window: BrowserWindow, address: string): Promise<void> {
  const link = linkIn(address);
  if (!link) return;
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    ...linkQuestion(link),
    buttons: ["Open", "Cancel"],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) await shell.openExternal(link.href);
}
