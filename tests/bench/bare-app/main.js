// The least that Electron can be asked for: one window of Stet's size, shown when it is painted, with a
// page from the disk.

import { app, BrowserWindow } from "electron";

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1180,
    height: 860,
    show: false,
    webPreferences: { spellcheck: false, backgroundThrottling: false },
  });
  window.once("ready-to-show", () => window.show());
  void window.loadFile("index.html");
});
