import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { shell } from "electron";
import { fail, ok } from "../../article/result";
import { askWhereToExport } from "../dialogs";
import type { Handlers } from "../ipc";
import type { Pictures } from "../pictures";
import { writePage } from "../storage/export";
import { suggestFileName } from "../storage/paths";

type Names = "chooseExport" | "writeExport" | "showExport";

export function exportHandlers(pictures: Pictures): Pick<Handlers, Names> {
  return {
    async chooseExport(story, kind, suggestedName) {
      const path = await askWhereToExport(story.window, suggestFileName(suggestedName));
      if (path === null) return null;
      const target = randomUUID();
      story.exports.set(target, { path, kind });
      return { target, name: basename(path) };
    },

    async writeExport(story, target, parts) {
      const place = story.exports.get(target);
      if (!place) {
        return fail({
          kind: "missing",
          file: "",
          reason: "This export has no place. Export again.",
        });
      }
      const readPicture = (name: string) => pictures.read(story, name);
      const written = await writePage({ ...place, parts, readPicture });
      return written.ok ? ok(null) : written;
    },

    async showExport(story, target) {
      const place = story.exports.get(target);
      if (place) shell.showItemInFolder(place.path);
    },
  };
}
