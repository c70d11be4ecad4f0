import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultSettings, type Settings } from "../../electron/contract";
import { openLibrary, type WindowBounds } from "../../electron/storage/library";
import { failureOf, tempFolder, valueOf } from "./story";

const dark: Settings = {
  theme: "dark",
  panel: "details",
  autosave: true,
  outline: false,
  typewriter: false,
};
const bounds: WindowBounds = { x: -5, y: 20, width: 1200, height: 800, maximized: true };

describe("recent", () => {
  it("lists the files of earlier runs, newest first, each once, ten at most", async () => {
    const profile = await tempFolder();
    const library = openLibrary(profile);
    for (let n = 1; n <= 12; n += 1) await library.addRecent(`/stories/${n}.stet`);
    const paths = valueOf(await library.addRecent("/stories/5.stet"));
    expect(paths.map((path) => path.slice(9, -5))).toEqual([
      "5",
      "12",
      "11",
      "10",
      "9",
      "8",
      "7",
      "6",
      "4",
      "3",
    ]);
    expect(await openLibrary(profile).recent()).toEqual(paths);
  });

  it("loses none of two that are added at once", async () => {
    const library = openLibrary(await tempFolder());
    await Promise.all(["/a", "/b", "/c"].map((path) => library.addRecent(path)));
    expect(await library.recent()).toEqual(["/c", "/b", "/a"]);
  });

  it("is empty at first and after clearing", async () => {
    const library = openLibrary(await tempFolder());
    expect(await library.recent()).toEqual([]);
    await library.addRecent("/a\n\u202e\ud800.stet");
    expect(await library.recent()).toEqual(["/a\n\u202e\ud800.stet"]);
    valueOf(await library.clearRecent());
    expect(await library.recent()).toEqual([]);
  });
});

describe("isUnchanged", () => {
  it("knows a file of the list until anybody touches it", async () => {
    const profile = await tempFolder();
    const library = openLibrary(profile);
    const [known, other] = [join(profile, "a.stet"), join(profile, "b.stet")];
    for (const path of [known, other]) await writeFile(path, "story");
    await library.addRecent(known);
    expect(await openLibrary(profile).isUnchanged(known)).toBe(true);
    expect(await library.isUnchanged(other)).toBe(false);
    // Of the same size and, as far as a program can set it, of the same time.
    const { atime, mtime } = await stat(known);
    await writeFile(known, "Story");
    await utimes(known, atime, mtime);
    expect(await library.isUnchanged(known)).toBe(false);
  });

  it("knows no file that was missing when it was added, or is now", async () => {
    const profile = await tempFolder();
    const library = openLibrary(profile);
    const path = join(profile, "a.stet");
    await library.addRecent(path);
    expect(await library.isUnchanged(path)).toBe(false);
    await writeFile(path, "story");
    expect(await library.isUnchanged(path)).toBe(false);
    await library.addRecent(path);
    await rm(path);
    expect(await library.isUnchanged(path)).toBe(false);
  });
});

describe("settings", () => {
  it("gives the defaults first, then what was set", async () => {
    const profile = await tempFolder();
    expect(await openLibrary(profile).settings()).toEqual(defaultSettings);
    valueOf(await openLibrary(profile).setSettings(dark));
    expect(await openLibrary(profile).settings()).toEqual(dark);
  });

  it("falls back member by member on what another version wrote", async () => {
    const profile = await tempFolder();
    const path = join(profile, "settings.json");
    await writeFile(
      path,
      JSON.stringify({
        theme: "sepia",
        panel: "details",
        autosave: true,
        outline: false,
        typewriter: false,
        zoom: 3,
      }),
    );
    expect(await openLibrary(profile).settings()).toEqual({
      ...defaultSettings,
      theme: "system",
      panel: "details",
      autosave: true,
    });
    await writeFile(path, "{}");
    expect(await openLibrary(profile).settings()).toEqual(defaultSettings);
    expect(await readdir(profile)).toEqual(["settings.json"]);
  });

  it.each([
    ["cut", '{"theme":"da'],
    ["empty", ""],
    ["of another kind", '"dark"'],
    ["random", "\0\xff\x80{"],
    ["huge", `{"theme":"${"x".repeat(2 * 1024 * 1024)}"}`],
  ])("sets a file aside that is %s, and starts with the defaults", async (_, content) => {
    const profile = await tempFolder();
    await writeFile(join(profile, "settings.json"), content);
    expect(await openLibrary(profile).settings()).toEqual(defaultSettings);
    expect(await readdir(profile)).toEqual(["settings.json.damaged-1"]);
    expect(await readFile(join(profile, "settings.json.damaged-1"), "utf8")).toBe(content);
    valueOf(await openLibrary(profile).setSettings(dark));
    expect(await openLibrary(profile).settings()).toEqual(dark);
  });

  it("sets a folder and a FIFO aside, each under a name of its own", async () => {
    const profile = await tempFolder();
    const path = join(profile, "settings.json");
    await mkdir(path);
    expect(await openLibrary(profile).settings()).toEqual(defaultSettings);
    execFileSync("mkfifo", [path]);
    expect(await openLibrary(profile).settings()).toEqual(defaultSettings);
    const names = ["settings.json.damaged-1", "settings.json.damaged-2"];
    expect((await readdir(profile)).sort()).toEqual(names);
  });

  it("reports that they cannot be written, and leaves no temp", async () => {
    const profile = await tempFolder();
    await mkdir(join(profile, "settings.json", "deeper"), { recursive: true });
    expect(failureOf(await openLibrary(profile).setSettings(dark)).file).toBe("settings.json");
    expect(await readdir(profile)).toEqual(["settings.json"]);
  });
});

describe("bounds", () => {
  it("is null until a window was placed", async () => {
    const profile = await tempFolder();
    expect(await openLibrary(profile).bounds()).toBeNull();
    valueOf(await openLibrary(profile).setBounds(bounds));
    expect(await openLibrary(profile).bounds()).toEqual(bounds);
  });

  it.each([
    { ...bounds, width: 0 },
    { ...bounds, x: 1e300 },
    { ...bounds, y: 0.5 },
    { x: 1, y: 2 },
  ])("is null where no window could stand: %o", async (value) => {
    const profile = await tempFolder();
    await writeFile(join(profile, "window.json"), JSON.stringify(value));
    expect(await openLibrary(profile).bounds()).toBeNull();
  });
});
