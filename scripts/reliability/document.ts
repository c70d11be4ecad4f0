import { readFile, writeFile } from "node:fs/promises";
import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import { root } from "../root";
import { skippedList, table, type Figures } from "./figures";

const document = join(root, "docs/reliability.md");
const start = "<!-- figures -->";
const end = "<!-- end of figures -->";

/** Puts the figures in the place of the last ones. */
export async function writeDocument(command: string, figures: Figures): Promise<void> {
  const text = await readFile(document, "utf8");
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${document} has no place for the figures`);
  const skipped = skippedList(figures) || "Nothing was skipped.";
  const body = `Made by \`${command}\` on ${machine()}.\n\n${table(figures)}\n\n${skipped}`;
  await writeFile(
    document,
    `${text.slice(0, from + start.length)}\n\n${body}\n\n${text.slice(to)}`,
  );
}

function machine(): string {
  const [cpu] = cpus();
  const model = cpu?.model.trim() || "unnamed processor";
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`;
  return `${cpus().length} cores (${model}), ${memory}, ${process.platform} ${release()}, Node ${process.versions.node}`;
}
