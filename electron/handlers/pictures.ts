import { basename } from "node:path";
import { maxPictureBytes, type Picture } from "../../article/media";
import { fail, type Result } from "../../article/result";
import { askPictures } from "../dialogs";
import type { Handlers } from "../ipc";
import { nodeDisk, readBounded } from "../storage/disk";
import { Refusal } from "../storage/failure";
import { takePicture } from "../storage/media";

export function pictureHandlers(pool: string): Pick<Handlers, "choosePictures" | "addPicture"> {
  return {
    async choosePictures(story) {
      const taken: Result<Picture>[] = [];
      for (const path of await askPictures(story.window)) taken.push(await takeFile(pool, path));
      return taken;
    },

    addPicture: (_, bytes, name) => takePicture(pool, bytes, name),
  };
}

/** Reads no more than a picture may have, whatever the file says of its size. */
async function takeFile(pool: string, path: string): Promise<Result<Picture>> {
  const name = basename(path);
  try {
    const bytes = await readBounded(path, maxPictureBytes, nodeDisk);
    if (bytes !== null) return await takePicture(pool, bytes, name);
    const reason = `“${name}” is larger than 50 MB. Make it smaller and insert it again.`;
    return fail({ kind: "tooLarge", file: name, reason });
  } catch (error) {
    if (error instanceof Refusal) return fail(error.failure);
    const why = error instanceof Error ? error.message : String(error);
    return fail({ kind: "picture", file: name, reason: `“${name}” cannot be read: ${why}.` });
  }
}
