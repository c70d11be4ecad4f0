import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { capture } from "../../scripts/child";
import { root } from "../../scripts/root";

/** How the wire in the executable says so. */
const enabled = "1".charCodeAt(0);

let out = "";
/** Why there is no package here; empty if there is one. */
let missing = "";

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "stet-package-"));
  if (process.platform !== "linux") {
    missing = "it is only packed on Linux so far";
    return;
  }
  const tsx = join(root, "node_modules/tsx/dist/cli.mjs");
  const script = join(root, "scripts/package.ts");
  const { code, stderr } = await capture(process.execPath, [tsx, script, out], { cwd: root });
  // Without an Electron there is nothing to pack; any other failure is one.
  if (stderr.includes("No Electron on this machine")) missing = "there is no Electron here";
  else if (code !== 0) throw new Error(stderr);
}, 300_000);
afterAll(() => rm(out, { recursive: true, force: true }));

const packaged = (name: string, test: (folder: string) => Promise<void>): void =>
  it(name, async (ctx) => {
    if (missing !== "") {
      console.log(`SKIPPED the package: ${missing}`);
      ctx.skip(missing);
    }
    await test(join(out, "linux-unpacked"));
  });

describe("the package", () => {
  packaged(
    "has every fuse set that keeps others from running it as something else",
    async (folder) => {
      const fuses = await getCurrentFuseWire(join(folder, "stet"));
      const on = (fuse: FuseV1Options): boolean => Number(fuses[fuse]) === enabled;
      expect({
        runAsNode: on(FuseV1Options.RunAsNode),
        nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
        inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
        filePrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
        onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
        asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
        cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
      }).toEqual({
        runAsNode: false,
        nodeOptions: false,
        inspect: false,
        filePrivileges: false,
        onlyAsar: true,
        asarIntegrity: true,
        cookieEncryption: true,
      });
    },
  );

  packaged("holds the built program and nothing else", async (folder) => {
    expect(await readdir(join(folder, "resources"))).toEqual(["app.asar"]);
    const files = listPackage(join(folder, "resources/app.asar"), { isPack: false });
    const tops = new Set(files.map((file) => file.split("/")[1]));
    expect([...tops].sort()).toEqual(["LICENSE", "dist", "package.json"]);
    for (const file of ["main.js", "preload.cjs", "reader.js"]) {
      expect(files).toContain(`/dist/electron/${file}`);
    }
    expect(existsSync(join(folder, "LICENSES.chromium.html"))).toBe(true);
  });
});
