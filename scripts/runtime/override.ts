import { resolve } from "node:path";
import { runtimeIn } from "./folder";
import type { Source } from "./source";

/** The folder that a person named, the same variable that Electron's own package reads. */
export function overridden(folder: string): Source {
  return { name: "ELECTRON_OVERRIDE_DIST_PATH", find: () => runtimeIn(resolve(folder)) };
}
