// Stet without a window: `export STORY.stet … --to html --out DIR`. Plain Node runs it, so it needs
// neither Electron nor a display.

import { mkdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Result } from "../article/result";
import { docOf } from "../renderer/blocks/document";
import { storyPageParts } from "../renderer/export/page";
import type { ExportKind } from "./contract";
import { writePage } from "./storage/export";
import { readMedia, readStory } from "./storage/read-story";

const usage = `Usage: export STORY.stet … --to html --out DIR [--pictures inside|beside]
  --to html     one HTML page for each story
  --out DIR     the folder for the pages; it is made if it is not there
  --pictures    inside the page (the default), or in a folder beside it`;

/** What the command was given cannot be done; its message is shown with the usage. */
class Misuse extends Error {}

interface Order {
  readonly files: readonly string[];
  readonly out: string;
  readonly kind: ExportKind;
}

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  try {
    return await exportAll(orderFrom(args));
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return 1;
  }
}

/** A story that cannot be exported is told and the rest goes on; the exit code is then 1. */
async function exportAll({ files, out, kind }: Order): Promise<number> {
  await makeFolder(out);
  const taken = new Set<string>();
  let failed = 0;
  for (const file of files) {
    const path = join(out, `${basename(file).replace(/\.stet$/i, "")}.html`);
    const result = taken.has(path) ? sameName(file) : await exportOne(file, path, kind);
    taken.add(path);
    if (result.ok) {
      for (const written of result.value) console.log(written);
    } else {
      failed += 1;
      console.error(result.failure.reason);
    }
  }
  return failed === 0 ? 0 : 1;
}

async function makeFolder(out: string): Promise<void> {
  try {
    await mkdir(out, { recursive: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Misuse(`“${out}” cannot be made a folder: ${why}.`);
  }
}

async function exportOne(
  file: string,
  path: string,
  kind: ExportKind,
): Promise<Result<readonly string[]>> {
  const story = await readStory(file);
  if (!story.ok) return story;
  const doc = docOf(story.value.article, basename(file));
  if (!doc.ok) return doc;
  const parts = storyPageParts(doc.value, kind === "pageWithFolder");
  return writePage({ path, kind, parts, readPicture: (name) => readMedia(file, name) });
}

function sameName(file: string): Result<never> {
  const name = basename(file);
  const reason = `“${name}” was not exported: another story of that name was. Export it to a folder of its own.`;
  return { ok: false, failure: { kind: "conflict", file: name, reason } };
}

function orderFrom(args: readonly string[]): Order {
  const { values, positionals } = parsed(args);
  const [command, ...files] = positionals;
  if (command !== "export") throw new Misuse(`Unknown command “${command ?? ""}”.`);
  if (files.length === 0) throw new Misuse("No story was named.");
  if (values.to !== "html") throw new Misuse("Say what to export to: --to html.");
  if (values.out === undefined) throw new Misuse("Say where to: --out DIR.");
  if (values.pictures !== "inside" && values.pictures !== "beside") {
    throw new Misuse("--pictures is inside or beside.");
  }
  const kind = values.pictures === "inside" ? "page" : "pageWithFolder";
  return { files: files.map((file) => resolve(file)), out: resolve(values.out), kind };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        to: { type: "string" },
        out: { type: "string" },
        pictures: { type: "string", default: "inside" },
      },
    });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}
