import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheFolder, fillFolder } from "../../../scripts/runtime/cache";
import { executableName } from "../../../scripts/runtime/folder";

let shelf = "";
let folder = "";
beforeEach(async () => {
  shelf = await mkdtemp(join(tmpdir(), "stet-cache-"));
  folder = join(shelf, "stet", "electron");
});
afterEach(() => rm(shelf, { recursive: true }));

/** Builds something that passes for a runtime of this version. */
function runtime(version: string) {
  return async (workshop: string): Promise<string> => {
    const result = join(workshop, "runtime");
    const executable = join(result, executableName(process.platform));
    await mkdir(dirname(executable), { recursive: true });
    await writeFile(executable, "", { mode: 0o755 });
    await writeFile(join(result, "version"), version);
    return result;
  };
}

const version = () => readFile(join(folder, "version"), "utf8");

describe("cacheFolder", () => {
  it("lies below XDG_CACHE_HOME", async () => {
    expect(dirname(await cacheFolder({ XDG_CACHE_HOME: shelf }))).toBe(join(shelf, "stet"));
  });

  it("ignores a relative XDG_CACHE_HOME", async () => {
    expect(await cacheFolder({ XDG_CACHE_HOME: "cache" })).toBe(await cacheFolder({}));
  });
});

describe("fillFolder", () => {
  it("leaves the result and nothing else", async () => {
    await fillFolder(folder, runtime("1.0.0"));
    expect(await version()).toBe("1.0.0");
    expect(await readdir(dirname(folder))).toEqual(["electron"]);
  });

  it("leaves nothing when the build fails", async () => {
    const broken = fillFolder(folder, () => Promise.reject(new Error("no network")));
    await expect(broken).rejects.toThrow("no network");
    expect(await readdir(dirname(folder))).toEqual([]);
  });

  it("keeps the first of two that are made at once", async () => {
    await fillFolder(folder, async (workshop) => {
      await fillFolder(folder, runtime("1.0.0"));
      return runtime("2.0.0")(workshop);
    });
    expect(await version()).toBe("1.0.0");
    expect(await readdir(dirname(folder))).toEqual(["electron"]);
  });

  it("removes what a killed process left long ago, and spares one at work", async () => {
    const abandoned = join(shelf, "stet", "electron.part-old");
    await mkdir(abandoned, { recursive: true });
    await utimes(abandoned, 0, 0);
    await mkdir(join(shelf, "stet", "electron.part-new"));
    await fillFolder(folder, runtime("1.0.0"));
    expect((await readdir(dirname(folder))).sort()).toEqual(["electron", "electron.part-new"]);
  });
});
