import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { StoryNode } from "../../article/article";
import { metadataFault, type MetadataField } from "../../article/metadata";
import { countWords } from "../../article/text";
import { pictureFolder } from "../../scripts/samples/build-story";
import { pictures } from "../../scripts/samples/pictures";
import { stories } from "../../scripts/samples/stories";
import { samples } from "../../scripts/samples";
import { root } from "../../scripts/root";
import { embedded } from "./embedded";

const promised: Readonly<Record<string, readonly [least: number, most: number]>> = {
  "harbour-bridge": [550, 700],
  "mercado-central": [500, 700],
  "the-last-lamplighters": [4900, 5300],
};

const pictureBytes = new Map(
  pictures.map(({ file }) => {
    const bytes = readFileSync(join(pictureFolder, file));
    return [createHash("sha256").update(bytes).digest("hex") + extname(file), bytes];
  }),
);

describe.each(stories)("$metadata.slug", ({ metadata, content }) => {
  const slug = metadata.slug;

  it("has the number of words that it promises, captions or no captions", () => {
    const [least, most] = promised[slug] ?? [0, 0];
    expect(wordsIn(content)).toBeLessThanOrEqual(most);
    const body = (content.content ?? []).filter(({ type }) => !notBody.has(type));
    expect(wordsIn({ type: "doc", content: body })).toBeGreaterThanOrEqual(least);
  });

  it("has everything that a story from an agency has", () => {
    const types = new Set(all(content).map(({ type }) => type));
    for (const type of everyType) expect(types).toContain(type);
    const marks = all(content).flatMap((node) => node.marks ?? []);
    expect(new Set(marks.map(({ type }) => type))).toEqual(
      new Set(["dateline", "strong", "em", "link"]),
    );
    for (const { attrs } of marks) {
      if (attrs) expect(attrs["href"]).toMatch(/^https:\/\/[a-z]+\.example\.org(\/|$)/);
    }
  });

  it("has no empty text, and a speaker with a role under each quote", () => {
    for (const node of all(content)) {
      if (node.type === "text") expect(node.text).not.toBe("");
      if (node.type === "speaker" || node.type === "role") expect(textOf(node)).not.toBe("");
    }
  });

  it("has its metadata filled in, each as the format wants it", () => {
    for (const [field, value] of Object.entries(metadata)) {
      expect(metadataFault(field as MetadataField, value)).toBeNull();
      if (!["embargo", "expires"].includes(field)) expect(value).not.toEqual("");
    }
    expect(metadata.keywords.length).toBeGreaterThan(2);
    expect(metadata.urgency).toBeGreaterThan(0);
    const order = [metadata.created, metadata.modified, metadata.published].map(Date.parse);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it("says of each picture what the picture says of itself", () => {
    for (const figure of all(content).filter(({ type }) => type === "figure")) {
      const [caption = "", credit = ""] = (figure.content ?? []).map(textOf);
      const alt = figure.attrs?.["alt"];
      const picture = embedded(pictureBytes.get(String(figure.attrs?.["media"])) ?? Buffer.of());
      for (const text of [caption, credit, alt]) expect(text).not.toBe("");
      expect(caption).toBe(picture.xmp("description"));
      expect(credit).toBe(picture.xmp("Credit"));
      expect(alt).toBe(picture.xmp("AltTextAccessibility"));
    }
  });
});

describe("samples", () => {
  const folder = mkdtempSync(join(tmpdir(), "stet-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    "writes what is committed: else run npx tsx scripts/samples.ts",
    { timeout: 30_000 },
    async () => {
      const changed = [];
      for (const path of await samples(folder)) {
        const committed = await readFile(join(root, "assets/samples", basename(path)));
        // Compared here: the matcher would print a megabyte.
        if (!committed.equals(await readFile(path))) changed.push(basename(path));
      }
      expect(changed).toEqual([]);
      expect(await readdir(folder)).toHaveLength(stories.length);
    },
  );
});

const notBody = new Set(["kicker", "headline", "standfirst", "byline", "figure"]);

const everyType = [
  ...["kicker", "headline", "standfirst", "byline", "paragraph", "subhead", "quote", "attribution"],
  ...["pullquote", "figure", "caption", "credit", "bulletlist", "listitem", "divider"],
];

function all(node: StoryNode): readonly StoryNode[] {
  return [node, ...(node.content ?? []).flatMap(all)];
}

function textOf(node: StoryNode): string {
  return node.text ?? (node.content ?? []).map(textOf).join("");
}

function wordsIn(node: StoryNode): number {
  const children = node.content ?? [];
  if (children.some(({ type }) => type === "text")) return countWords(textOf(node));
  return children.reduce((words, child) => words + wordsIn(child), 0);
}
