// The system's file dialogs. Called as properties of `dialog`, so that tests can answer them.

import { existsSync } from "node:fs";
import { dialog, type BrowserWindow, type FileFilter } from "electron";

const story = { name: "Stet story", extensions: ["stet"] };
const picture = { name: "Picture", extensions: ["jpg", "jpeg", "png", "webp", "gif", "avif"] };
const page = { name: "Web page", extensions: ["html"] };

/** Absolute paths, or null when the writer cancelled. */
export async function askStoryToOpen(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: "Open story",
    filters: [story],
    properties: ["openFile"],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

export async function askPictures(window: BrowserWindow): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: "Insert picture",
    filters: [picture],
    properties: ["openFile", "multiSelections"],
  });
  return canceled ? [] : filePaths;
}

/** The extension is added where the writer left it out. */
export async function askWhereToSave(
  window: BrowserWindow,
  suggested: string,
  isReadOnly: boolean,
): Promise<string | null> {
  const title = isReadOnly ? "Save story elsewhere: its file is read-only" : "Save story";
  return askPlace(window, title, `${suggested}.stet`, story);
}

export async function askWhereToExport(
  window: BrowserWindow,
  suggested: string,
): Promise<string | null> {
  return askPlace(window, "Export as HTML", `${suggested}.html`, page);
}

/**
 * Not every system's dialog adds the extension. Where adding it names a file that is there already,
 * the dialog comes again with that name, since nobody was asked about replacing that one.
 */
async function askPlace(
  window: BrowserWindow,
  title: string,
  defaultPath: string,
  filter: FileFilter,
): Promise<string | null> {
  const extension = `.${filter.extensions[0] ?? ""}`;
  for (let suggested = defaultPath; ;) {
    const options = { title, defaultPath: suggested, filters: [filter] };
    const { canceled, filePath } = await dialog.showSaveDialog(window, options);
    if (canceled || !filePath) return null;
    if (filePath.toLowerCase().endsWith(extension)) return filePath;
    suggested = filePath + extension;
    if (!existsSync(suggested)) return suggested;
  }
}
