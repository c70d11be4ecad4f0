// Where a story's pictures are: in its own file, in a file it came from, in the profile's pool, or in
// another open story they were copied from.

import type { MediaName } from "../article/media";
import { fail, ok, type Result } from "../article/result";
import { poolSource, readPooled, takePicture } from "./storage/media";
import { readMedia, readStory, storySources } from "./storage/read-story";
import type { MediaSource } from "./storage/write-story";
import type { OpenStory, Stories } from "./stories";

export interface Pictures {
  read(story: OpenStory, name: MediaName): Promise<Result<Uint8Array>>;
  /**
   * What a save to `target` copies. A picture that is nowhere to be found is left out: the words are
   * worth more, and its place in the story stays. But when the story's own file cannot be read just
   * now and `target` would replace it, that is a failure: its pictures may be the only copies.
   */
  sources(
    story: OpenStory,
    names: readonly MediaName[],
    target: string,
  ): Promise<Result<readonly MediaSource[]>>;
  /** Before a save that leaves pictures out of the file: undo may want them back. */
  poolDropped(story: OpenStory, kept: readonly MediaName[]): Promise<void>;
}

export function createPictures(stories: Stories, pool: string): Pictures {
  const ownFiles = ({ file, places }: OpenStory): readonly string[] =>
    file ? [file.path, ...places] : places;
  const otherFiles = (story: OpenStory): readonly string[] =>
    stories.all().flatMap((other) => (other === story ? [] : ownFiles(other)));

  return {
    async read(story, name) {
      const pooled = await readPooled(pool, name);
      if (pooled.ok) return pooled;
      for (const path of ownFiles(story)) {
        const found = await readMedia(path, name);
        if (found.ok) return found;
      }
      for (const path of otherFiles(story)) {
        const found = await readMedia(path, name);
        if (!found.ok) continue;
        // Copied from another window, which may be closed before this story is saved.
        await takePicture(pool, found.value, name);
        return found;
      }
      const reason = "This picture is not in the story’s file.";
      return fail({ kind: "missing", file: name, reason });
    },

    async sources(story, names, target) {
      const found = new Map<MediaName, MediaSource>();
      const missing = (): MediaName[] => names.filter((name) => !found.has(name));
      let unread: Result<never> | null = null;
      for (const path of [...ownFiles(story), ...otherFiles(story)]) {
        if (missing().length === 0) break;
        const sources = await storySources(path, missing());
        if (sources.ok) for (const source of sources.value) found.set(source.name, source);
        else if (path === target && sources.failure.kind !== "missing") unread = sources;
      }
      for (const name of missing()) {
        const source = await poolSource(pool, name);
        if (source.ok) found.set(name, source.value);
      }
      return unread && missing().length > 0 ? unread : ok([...found.values()]);
    },

    async poolDropped({ file }, kept) {
      if (!file) return;
      const held = await readStory(file.path);
      if (!held.ok) return;
      for (const name of held.value.media.filter((media) => !kept.includes(media))) {
        const picture = await readMedia(file.path, name);
        if (picture.ok) await takePicture(pool, picture.value, name);
      }
    },
  };
}
