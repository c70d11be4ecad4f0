import type { BrowserWindow } from "electron";
import type { Settings } from "../contract";
import type { Ending } from "../ending";
import type { Handlers } from "../ipc";
import type { ApplicationMenu } from "../menu";
import { openOutside } from "../outward";
import { giveUp } from "../storage/give-up";
import type { History } from "../storage/history";
import type { Recovery } from "../storage/recovery";
import { showTitle } from "../story-file";

interface Means {
  readonly menu: ApplicationMenu;
  readonly ending: Ending;
  readonly recovery: Recovery;
  readonly history: History;
  changeSettings(settings: Settings, from: BrowserWindow): void;
  /** A writer keeps a window that a quit wanted to close. */
  stopQuit(): void;
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
      story.givenUp = discard;
      if (discard) await giveUp(story.id, new Date().toISOString(), means);
      story.mayClose = true;
      story.window.close();
    },

    async keepWindow() {
      means.stopQuit();
    },

    async readyToEnd(story) {
      means.ending.answered(story);
    },
  };
}
