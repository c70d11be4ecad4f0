import type { Handlers } from "../ipc";
import { askStoryToOpen } from "../dialogs";
import type { Opener } from "../opener";
import type { Library } from "../storage/library";
import { fail } from "../../article/result";

interface Means {
  readonly opener: Opener;
  readonly library: Library;
  onRecent(): Promise<void>;
}

type Names = "newStory" | "openStory" | "salvage" | "openRecent" | "clearRecent";

export function fileHandlers({ opener, library, onRecent }: Means): Pick<Handlers, Names> {
  return {
    async newStory() {
      opener.begin();
    },

    async openStory(story) {
      const path = await askStoryToOpen(story.window);
      return path === null ? null : opener.open(path, story);
    },

    salvage: (story) => opener.salvage(story),

    async openRecent(story, index) {
      const path = (await library.recent())[index];
      if (path !== undefined) return opener.open(path, story);
      const reason = "That story is no longer in the list of recent ones.";
      return fail({ kind: "missing", file: "", reason });
    },

    async clearRecent() {
      await library.clearRecent();
      await onRecent();
    },
  };
}
