// What electron-builder is told. A package for another system is a section here and nothing else.

import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Configuration } from "electron-builder";
import type { Runtime } from "../runtime/source";

/** `out` is the folder that the package goes to. */
export function packageConfig(runtime: Runtime, out: string): Configuration {
  return {
    appId: "org.example.stet",
    productName: "Stet",
    directories: { output: out },
    electronVersion: runtime.version,
    // The Electron at hand, so that nothing is fetched; a Mac's is no plain folder to copy.
    electronDist: process.platform === "darwin" ? null : dirname(runtime.executable),
    // The bundles hold what they need.
    files: ["dist/**", "package.json", "LICENSE", "!node_modules"],
    asar: true,
    npmRebuild: false,
    publish: null,
    afterPack: async ({ appOutDir }) => {
      // What a copied Electron brings along: an application of its own, and where another one updates.
      for (const name of ["default_app.asar", "app-update.yml"]) {
        await rm(join(appOutDir, "resources", name), { force: true });
      }
    },
    electronFuses: {
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      enableCookieEncryption: true,
      // Checked on Windows and macOS; Linux has no place for the hash yet.
      enableEmbeddedAsarIntegrityValidation: true,
    },
    linux: { executableName: "stet", category: "Office", syncDesktopName: true },
  };
}
