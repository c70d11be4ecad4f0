// Unpacked runtimes live in the user's cache, not in the checkout, so that a second clone does
// not download again. A folder there is whole or absent: it is built beside its place, then moved.
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join } from "node:path";
import { defaultApp } from "./finish";
import { runtimeIn } from "./folder";
import { pin, pinnedElectron } from "./pin";

const abandonedMs = 60 * 60 * 1000;

/** The folder of the registry's runtime: named after all that it is made of. */
export async function cacheFolder(env: NodeJS.ProcessEnv): Promise<string> {
  const shim = await readFile(join(defaultApp, "main.mjs"));
  const key = createHash("sha256").update(pin.integrity).update(shim).digest("hex").slice(0, 12);
  return join(cacheHome(env), "stet", `electron-${pinnedElectron}-${key}`);
}

/** XDG base directories: a relative path in the variable is to be ignored. */
function cacheHome(env: NodeJS.ProcessEnv): string {
  const named = env["XDG_CACHE_HOME"];
  return named && isAbsolute(named) ? named : join(homedir(), ".cache");
}

/**
 * Puts what `build` makes at `folder`. `build` gets a workshop on the same disk, and gives the
 * path of its result in there. Two processes may do this at once: the first one's result stays.
 */
export async function fillFolder(
  folder: string,
  build: (workshop: string) => Promise<string>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await sweep(folder);
  const workshop = await mkdtemp(`${folder}.part-`);
  try {
    const result = await build(workshop);
    await rename(result, folder).catch(async (error: unknown) => {
      if ("reason" in (await runtimeIn(folder))) throw error;
    });
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Removes the workshops of processes that were killed: each holds half a gigabyte. */
async function sweep(folder: string): Promise<void> {
  const shelf = dirname(folder);
  for (const name of await readdir(shelf)) {
    if (!name.startsWith(`${basename(folder)}.part-`)) continue;
    const workshop = join(shelf, name);
    // It may be gone by now: then its owner has just finished.
    const changedMs = await stat(workshop).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    );
    if (Date.now() - changedMs > abandonedMs) await rm(workshop, { recursive: true, force: true });
  }
}
