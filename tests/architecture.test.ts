// Rules about the source that neither compiler nor linter can hold.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blocks } from "../renderer/blocks";
import { schema } from "../renderer/blocks/schema";

const root = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

/** Every file below a folder whose name ends so, by its path in the repository. */
function filesIn(folder: string, ending: RegExp): readonly string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  const paths = names.map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
  return paths.filter((path) => ending.test(path)).sort();
}

const sourcesIn = (folder: string): readonly string[] => filesIn(folder, /\.(?:ts|tsx|mjs)$/);

const program = ["article", "electron", "renderer", "scripts"].flatMap(sourcesIn);
const styles = ["assets", "renderer"].flatMap((folder) => filesIn(folder, /\.css$/));
const tests = sourcesIn("tests");
const readme = read("README.md");

describe("the source", () => {
  it("is found", () => {
    expect(program.length).toBeGreaterThan(100);
    expect(styles.length).toBeGreaterThan(5);
  });

  it("has no file above 300 lines", () => {
    const long = [...program, ...styles].filter(
      (path) => read(path).trimEnd().split("\n").length > 300,
    );
    expect(long).toEqual([]);
  });

  it("writes no markup as text and runs no text as code", () => {
    const forbidden =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML)\b|\beval\(|\bnew Function\b/;
    const pages = program.filter((path) => /^(?:renderer|electron)\//.test(path));
    expect(pages.filter((path) => forbidden.test(read(path)))).toEqual([]);
  });

  it("knows nothing that lies outside this folder", () => {
    // Put together, so that this file does not name it either.
    const outside = new RegExp(["\\.\\.", "shared\\b"].join("/"));
    expect([...program, ...tests].filter((path) => outside.test(read(path)))).toEqual([]);
  });
});

describe("the blocks", () => {
  const indexes = program.filter((path) => /^renderer\/blocks\/[^/]+\/index\.ts$/.test(path));
  const folders = indexes.map((path) => path.split("/")[2] ?? "");

  it("are all in the list", () => {
    const imports = [...read("renderer/blocks/index.ts").matchAll(/from "\.\/([a-z]+)"/g)];
    const listed = imports.flatMap(([, name]) => (name === "block" ? [] : [name]));
    expect(listed.sort()).toEqual(folders);
    expect(blocks.length).toBe(folders.length);
  });

  it("have tests of their own, but for the header fields that share one", () => {
    const shared = ["kicker", "standfirst", "byline"];
    const tested = (name: string): boolean =>
      tests.some((path) => path.startsWith(`tests/renderer/blocks/${name}/`));
    expect(folders.filter((name) => !shared.includes(name) && !tested(name))).toEqual([]);
  });

  it("write each of their nodes and marks as HTML", () => {
    for (const { nodes, html, marks, markHtml } of blocks) {
      expect(Object.keys(html).sort()).toEqual(Object.keys(nodes).sort());
      expect(Object.keys(markHtml).sort()).toEqual(Object.keys(marks).sort());
    }
  });

  it("check every attribute of every node and mark", () => {
    const all = [...Object.values(schema.nodes), ...Object.values(schema.marks)];
    const unchecked = all.flatMap(({ name, spec }) =>
      Object.entries(spec.attrs ?? {}).flatMap(([attr, { validate }]) =>
        validate === undefined ? [`${name}.${attr}`] : [],
      ),
    );
    expect(unchecked).toEqual([]);
  });
});

describe("the README", () => {
  const words = [
    ...[...readme.matchAll(/\]\(([^)#]+)/g)].map(([, target]) => target ?? ""),
    ...[...readme.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? ""),
  ];

  it("names only files and folders that are there", () => {
    const known = readdirSync(root).filter((name) => !name.includes("."));
    const isPath = (word: string): boolean =>
      /^[\w./-]+$/.test(word) &&
      (/\.(?:md|ts|tsx|css|json|cjs)$/.test(word) || known.includes(word.split("/")[0] ?? ""));
    // These two are inside a story file, and `dist/` is made by a build.
    const elsewhere = ["article.json", "article.html", "dist/"];
    const paths = words.filter((word) => isPath(word) && !elsewhere.includes(word));
    expect(paths.length).toBeGreaterThan(2);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("names only npm scripts that are there", () => {
    const { scripts } = JSON.parse(read("package.json")) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const named = [
      ...readme.matchAll(/npm (?:--silent )?(?:run (?:--silent )?([\w:]+)|(start|test)\b)/g),
    ].map(([, run, short]) => run ?? short ?? "");
    expect(named.length).toBeGreaterThan(8);
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });
});
