import type { BrowserWindow } from "electron";
import type { Settings } from "../contract";
import type { Ending } from "../ending";
import type { Handlers } from "../ipc";
import type { ApplicationMenu } from "../menu";
import { openOutside } from "../outward";
import type { Quit } from "../quit";
import { showTitle } from "../story-file";

interface Means {
  readonly menu: ApplicationMenu;
  readonly ending: Ending;
  changeSettings(settings: Settings, from: BrowserWindow): void;
  readonly quit: Quit;
}

type Names =
  "openLink" | "setMenu" | "setTitle" | "setSettings" | "closeWindow" | "keepWindow" | "readyToEnd";

export function windowHandlers(means: Means): Pick<Handlers, Names> {
  return {
    openLink: ({ window }, address) => openOutside(window, address),

    async setMenu({ window }, menus) {
      means.menu.set(window, menus);
    },

    async setTitle(story, title, edited) {
      story.title = title;
      story.edited = edited;
      showTitle(story);
    },

    async setSettings({ window }, settings) {
      means.changeSettings(settings, window);
    },

    async closeWindow(story, discard) {
      await means.quit.agree(story, discard);
    },

    async keepWindow() {
      means.quit.stop();
    },

    async readyToEnd(story) {
      means.ending.answered(story);
    },
  };
}
