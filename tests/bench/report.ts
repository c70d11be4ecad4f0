// The figures as a table: on the terminal, and in docs/performance.md between two comments.

import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { root } from "../../scripts/root";
import type { Figure } from "./figure";

const head: Figure = {
  what: "Figure",
  stet: "Stet",
  against: "Against",
  ratio: "Ratio",
  spread: "Spread",
  aim: "Aim",
};
const columns = Object.keys(head) as (keyof Figure)[];

const document = join(root, "docs/performance.md");
const start = "<!-- figures -->";
const end = "<!-- end of figures -->";

/** Lines of a Markdown table, its columns aligned so that a terminal shows it well, too. */
export function table(figures: readonly Figure[]): string {
  const width = (column: keyof Figure): number =>
    Math.max(...[head, ...figures].map((figure) => figure[column].length));
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const row = (figure: Figure): string =>
    line(columns.map((column) => figure[column].padEnd(width(column))));
  const rule = line(columns.map((column) => "-".repeat(width(column))));
  return [row(head), rule, ...figures.map(row)].join("\n");
}

/** What the figures were taken on; without it they say little. */
export function machine(executable: string): string {
  const versions = "process.versions.electron + ', Chromium ' + process.versions.chrome";
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  const electron = execFileSync(executable, ["-p", versions], { env, encoding: "utf8" }).trim();
  const [cpu] = cpus();
  const model = cpu?.model.trim() || "unnamed processor";
  return `${cpus().length} cores (${model}), ${process.platform} ${process.arch}, Electron ${electron}, Node ${process.versions.node}`;
}

export async function writeDocument(
  machineLine: string,
  figures: readonly Figure[],
): Promise<void> {
  const text = await readFile(document, "utf8");
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${document} has no place for the figures`);
  const body = `\n\nMade by \`npm run bench\` on ${machineLine}.\n\n${table(figures)}\n\n`;
  await writeFile(document, text.slice(0, from + start.length) + body + text.slice(to));
}
