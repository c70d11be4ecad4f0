import { open } from "node:fs/promises";
import { basename } from "node:path";
import { maxPictureBytes, type Picture } from "../../article/media";
import { fail, type Result } from "../../article/result";
import { askPictures } from "../dialogs";
import type { Handlers } from "../ipc";
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
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size <= maxPictureBytes) return await takePicture(pool, await file.readFile(), name);
    } finally {
      await file.close();
    }
    const reason = `“${name}” is larger than 50 MB. Make it smaller and insert it again.`;
    return fail({ kind: "tooLarge", file: name, reason });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail({ kind: "picture", file: name, reason: `“${name}” cannot be read: ${why}.` });
  }
}
