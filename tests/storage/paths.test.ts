import * as fc from "fast-check";
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { shortened, suggestFileName } from "../../electron/storage/paths";
import { tempFolder } from "./story";

describe("suggestFileName", () => {
  it.each([
    ["Mayor quits over “ferry deal”", "Mayor quits over “ferry deal”"],
    ["Who paid? And/or why: a <list>", "Who paid- And-or why- a -list-"],
    ["../../etc/passwd", "etc-passwd"],
    [".hidden", "hidden"],
    ["--help", "help"],
    ["The end...", "The end"],
    ["line\nbreak\tand \u202eturned\u0000", "line break and turned"],
    ["con", "_con"],
    ["COM1.notes", "_COM1.notes"],
    ["Conference", "Conference"],
    ["cafe\u0301", "café"],
    ["\ud800lone", "lone"],
    ["", "Untitled"],
    [" . ", "Untitled"],
    ["日本の新聞", "日本の新聞"],
  ])("makes of %j the name %j", (text, name) => {
    expect(suggestFileName(text)).toBe(name);
  });

  it("gives a name that is one, is short enough and is not changed by a second time", () => {
    const anyText = fc.string({ unit: "binary", maxLength: 400 });
    fc.assert(
      fc.property(anyText, (text) => {
        const name = suggestFileName(text);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(201);
        expect(name).toMatch(/^[^<>:"/\\|?*.\s-][^<>:"/\\|?*]*$/);
        expect(name).not.toMatch(/[\s.]$/);
        expect(suggestFileName(name)).toBe(name);
      }),
    );
  });

  it("gives a name that the disk takes", async () => {
    const name = suggestFileName("🗞 ".repeat(200));
    const path = join(await tempFolder(), `${name}.stet`);
    await writeFile(path, "");
    expect(basename(path)).toBe(`${name}.stet`);
  });
});

describe("shortened", () => {
  it("cuts between characters and leaves what fits", () => {
    expect(shortened("aé🗞b", 7)).toBe("aé🗞");
    expect(shortened("aé🗞b", 6)).toBe("aé");
    expect(shortened("aé🗞b", 8)).toBe("aé🗞b");
    expect(shortened("é", 1)).toBe("");
  });
});
