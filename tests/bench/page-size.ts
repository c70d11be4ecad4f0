import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Bench } from "./bench";
import { plainFigure } from "./figure";

const kilobytes = { name: "KB", digits: 0 };

/** The page's one script, minified, as it lies on the disk and is read at every start. */
export const pageSize: Bench = {
  name: "page-size",
  async run({ stet }) {
    const script = await readFile(join(stet, "dist/renderer/main.js"));
    const aim = { atMost: 400 };
    return [
      plainFigure("Page script", [script.length / 1000], kilobytes, aim),
      plainFigure("Page script, gzip", [gzipSync(script).length / 1000], kilobytes),
    ];
  },
};
