// Where a story's pictures are: in its own file, in a file it came from, in the profile's pool, or in
// another open story they were copied from.

import type { MediaName } from "../article/media";
import { fail, type Result } from "../article/result";
import { poolSource, readPooled } from "./storage/media";
import { readMedia, storySources } from "./storage/read-story";
import type { MediaSource } from "./storage/write-story";
import type { OpenStory, Stories } from "./stories";

export interface Pictures {
  read(story: OpenStory, name: MediaName): Promise<Result<Uint8Array>>;
  /**
   * What a save copies. A picture that is nowhere to be found is left out: the words are worth more,
   * and its place in the story stays.
   */
  sources(story: OpenStory, names: readonly MediaName[]): Promise<readonly MediaSource[]>;
}

export function createPictures(stories: Stories, pool: string): Pictures {
  const filesOf = (story: OpenStory): readonly string[] => {
    const others = stories.all().filter((other) => other !== story);
    const own = story.file ? [story.file.path] : [];
    return [
      ...own,
      ...story.places,
      ...others.flatMap(({ file, places }) => [...(file ? [file.path] : []), ...places]),
    ];
  };

  return {
    async read(story, name) {
      const pooled = await readPooled(pool, name);
      if (pooled.ok) return pooled;
      for (const path of filesOf(story)) {
        const found = await readMedia(path, name);
        if (found.ok) return found;
      }
      return fail({
        kind: "missing",
        file: name,
        reason: "This picture is not in the story’s file.",
      });
    },

    async sources(story, names) {
      const found = new Map<MediaName, MediaSource>();
      const missing = (): MediaName[] => names.filter((name) => !found.has(name));
      for (const path of filesOf(story)) {
        if (missing().length === 0) break;
        const sources = await storySources(path, missing());
        if (sources.ok) for (const source of sources.value) found.set(source.name, source);
      }
      for (const name of missing()) {
        const source = await poolSource(pool, name);
        if (source.ok) found.set(name, source.value);
      }
      return [...found.values()];
    },
  };
}
