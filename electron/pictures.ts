// Where a story's pictures are: in its own file, in a file it came from, in the profile's pool, or in
// another open story they were copied from.

import type { MediaName } from "../article/media";
import { fail, ok, type Failure, type Result } from "../article/result";
import { nodeDisk, type Disk } from "./storage/disk";
import { poolPicture, poolSource, readPooled, takePicture } from "./storage/media";
import { readMedia, readStory, storySources } from "./storage/read-story";
import type { MediaSource, PictureSource } from "./storage/write-story";
import type { OpenStory, Stories } from "./stories";

export interface Pictures {
  read(story: OpenStory, name: MediaName): Promise<Result<Uint8Array>>;
  /**
   * What a save copies. A picture that is nowhere any more is left out: the words are worth more, and
   * its place in the story stays. But one that a file of the story's own holds, which cannot be read
   * just now, is a failure: the save would lose it.
   */
  sources(story: OpenStory, names: readonly MediaName[]): Promise<Result<readonly MediaSource[]>>;
  /**
   * Before a save to `target` that leaves pictures out of the file: undo may want them back, and so may
   * the earlier version of what stands there.
   */
  poolDropped(story: OpenStory, kept: readonly MediaName[], target: string): Promise<void>;
  /** For an earlier version that shows them. One that fails keeps no other from being kept. */
  pool(found: readonly PictureSource[]): Promise<Result<null>>;
}

/** With these the pictures are there still: another try may get them, or the writer decides. */
const passing: readonly Failure["kind"][] = ["denied", "unwritable", "conflict", "picture"];

export function createPictures(
  stories: Pick<Stories, "all">,
  pool: string,
  disk: Disk = nodeDisk,
): Pictures {
  const ownFiles = ({ file, places }: OpenStory): readonly string[] =>
    file ? [file.path, ...places] : places;
  const otherFiles = (story: OpenStory): readonly string[] =>
    stories.all().flatMap((other) => (other === story ? [] : ownFiles(other)));

  return {
    async read(story, name) {
      const pooled = await readPooled(pool, name, disk);
      if (pooled.ok) return pooled;
      for (const path of ownFiles(story)) {
        const found = await readMedia(path, name, disk);
        if (found.ok) return found;
      }
      for (const path of otherFiles(story)) {
        const found = await readMedia(path, name, disk);
        if (!found.ok) continue;
        // Copied from another window, which may be closed before this story is saved.
        await takePicture(pool, found.value, name, disk);
        return found;
      }
      const reason = "This picture is not in the story’s file.";
      return fail({ kind: "missing", file: name, reason });
    },

    async sources(story, names) {
      const found = new Map<MediaName, MediaSource>();
      const missing = (): MediaName[] => names.filter((name) => !found.has(name));
      let unread: Failure | null = null;
      const own = ownFiles(story);
      for (const path of [...own, ...otherFiles(story)]) {
        if (missing().length === 0) break;
        const sources = await storySources(path, missing(), disk);
        if (sources.ok) for (const source of sources.value) found.set(source.name, source);
        else if (own.includes(path) && passing.includes(sources.failure.kind)) {
          unread ??= sources.failure;
        }
      }
      for (const name of missing()) {
        const source = await poolSource(pool, name, disk);
        if (source.ok) found.set(name, source.value);
      }
      if (unread === null || missing().length === 0) return ok([...found.values()]);
      const reason = `${unread.reason} Nothing was saved, since the story’s pictures are in it.`;
      return fail({ ...unread, reason });
    },

    async poolDropped({ file }, kept, target) {
      for (const path of new Set(file ? [file.path, target] : [target])) {
        const held = await readStory(path, disk);
        if (!held.ok) continue;
        for (const name of held.value.media.filter((media) => !kept.includes(media))) {
          const sources = await storySources(path, [name], disk);
          for (const source of sources.ok ? sources.value : [])
            await poolPicture(pool, source, disk);
        }
      }
    },

    async pool(found) {
      let failed: Result<null> = ok(null);
      for (const picture of found) {
        const pooled = await poolPicture(pool, picture, disk);
        if (failed.ok) failed = pooled;
      }
      return failed;
    },
  };
}
