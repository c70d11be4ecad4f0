import { access, constants, readFile } from "node:fs/promises";
import { join } from "node:path";
import { messageOf } from "../main";
import type { Absence, Runtime } from "./source";

/** Where an unpacked Electron keeps its executable, as its own installer lays it out. */
export function executableName(platform: NodeJS.Platform): string {
  if (platform === "darwin") return "Electron.app/Contents/MacOS/Electron";
  return platform === "win32" ? "electron.exe" : "electron";
}

/** The Electron in an unpacked folder, told by its executable and its `version` file. */
export async function runtimeIn(folder: string): Promise<Runtime | Absence> {
  const executable = join(folder, executableName(process.platform));
  try {
    await access(executable, constants.X_OK);
    const version = await readFile(join(folder, "version"), "utf8");
    return { executable, version: version.trim().replace(/^v/, "") };
  } catch (error) {
    return { reason: messageOf(error) };
  }
}
