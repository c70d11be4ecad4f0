import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { capture } from "../child";
import { Halt } from "../main";
import { root } from "../root";
import type { Pin } from "./pin";

/**
 * Brings the pinned package's tarball into a folder and gives its path. Done by npm itself, so
 * that the user's registry, proxy and certificates hold. Throws a Halt if npm fails or if the
 * tarball is any other.
 */
export async function fetchTarball(pin: Pin, folder: string): Promise<string> {
  const options = ["--json", "--loglevel=error", "--pack-destination", folder];
  // In the checkout, because its .npmrc may name the registry.
  const npm = await capture("npm", ["pack", `${pin.name}@${pin.version}`, ...options], {
    cwd: root,
  });
  if (npm.code !== 0) throw new Halt(`npm could not fetch it (${npm.stderr.trim()})`);

  const { filename, integrity } = readPacked(npm.stdout);
  const tarball = join(folder, basename(filename));
  refuseOther(pin, integrity);
  refuseOther(pin, await integrityOf(tarball));
  return tarball;
}

/** A file's sha512 in the form that lock files use. */
export async function integrityOf(file: string): Promise<string> {
  const hash = createHash("sha512");
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest("base64")}`;
}

/** Throws a Halt unless the integrity is the pinned one. */
export function refuseOther(pin: Pin, integrity: string): void {
  if (integrity === pin.integrity) return;
  throw new Halt(`${pin.name}@${pin.version} is refused: its integrity is ${integrity}`);
}

/** What `npm pack --json` tells of the one package that it was asked for. */
export function readPacked(json: string): { filename: string; integrity: string } {
  const packed: unknown = JSON.parse(json);
  const first: unknown = Array.isArray(packed) ? packed[0] : undefined;
  if (typeof first === "object" && first !== null && "filename" in first && "integrity" in first) {
    const { filename, integrity } = first;
    if (typeof filename === "string" && typeof integrity === "string") {
      return { filename, integrity };
    }
  }
  throw new Halt("npm pack answered in a form that is not known here");
}
