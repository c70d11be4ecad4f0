// Electron can come from several places. Each is a Source that either finds it or tells why not,
// and the first that finds it wins.
import { Halt, messageOf } from "../main";

export interface Runtime {
  /** Absolute path of the Electron executable. */
  readonly executable: string;
  /** Electron's version, without a leading v. */
  readonly version: string;
}

/** Why a source has nothing to offer, as the end of a sentence. */
export interface Absence {
  readonly reason: string;
}

export interface Source {
  readonly name: string;
  readonly find: () => Promise<Runtime | Absence>;
}

/** Asks the sources in order. Throws a Halt that names each of them and its reason if all fail. */
export async function firstRuntime(sources: readonly Source[]): Promise<Runtime> {
  const tried: string[] = [];
  for (const { name, find } of sources) {
    // A full disk or a broken archive in one source must not keep us from the next.
    const found = await find().catch((error: unknown) => ({ reason: messageOf(error) }));
    if ("executable" in found) return found;
    tried.push(`  - ${name}: ${found.reason}`);
  }
  throw new Halt(`No Electron on this machine. Tried:\n${tried.join("\n")}\n${advice}`);
}

const advice = `Any one of these helps:
  - With Node 22.12 or newer and the internet: npx install-electron
  - Download Electron's zip for this platform elsewhere, unpack it, and set
    ELECTRON_OVERRIDE_DIST_PATH to that folder.
  - Set ELECTRON_MIRROR to a mirror of Electron's releases that this network allows.
  - If the cache cannot be written, set XDG_CACHE_HOME to a folder that can.`;
