// Chromium leans on shared libraries that a bare Linux lacks, and windows need a display. On
// Debian and its kin we know the packages; elsewhere we can only name what is missing.
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { aptLine, installPackages, isDebian, packagesFor } from "./apt";
import { capture } from "./child";
import { hasDisplay } from "./display";
import { Halt } from "./main";

/**
 * Returns when Electron can start and show a window here: installs what is missing when we are
 * root on Debian or Ubuntu, and throws a Halt that tells what to install otherwise.
 */
export async function ensureLibraries(executable: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (process.platform !== "linux") return;
  const missing = await missingHere(executable, env);
  if (missing.length === 0) return;

  const why = `Electron misses ${missing.join(", ")}`;
  if (!(await isDebian()))
    throw new Halt(`${why}. Install them with this system's package manager.`);
  if (process.getuid?.() !== 0) {
    throw new Halt(`${why}. Install them with:\n  sudo ${aptLine(await packagesFor(missing))}`);
  }
  await installPackages(missing, why);
  const still = await missingHere(executable, env);
  if (still.length > 0) throw new Halt(`Electron still misses ${still.join(", ")}.`);
}

/** The libraries, and "Xvfb" if there is no display, that are not to be found on this Linux. */
async function missingHere(executable: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const missing = missingLibraries((await capture("ldd", [executable])).stdout);
  if (!hasDisplay(env) && !(await isOnPath("Xvfb", env))) missing.push("Xvfb");
  return missing;
}

/** The libraries that the dynamic linker does not find, from what `ldd` prints. */
export function missingLibraries(ldd: string): string[] {
  return [...ldd.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name = ""]) => name);
}

async function isOnPath(program: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const folders = (env["PATH"] ?? "").split(delimiter);
  const there = folders.map((folder) => access(join(folder, program), constants.X_OK));
  return (await Promise.allSettled(there)).some(({ status }) => status === "fulfilled");
}
