// Packs Stet as a folder that runs without anything else, `release/` or the folder that was named.

import { resolve } from "node:path";
import { build as pack } from "electron-builder";
import { build } from "./build";
import { main } from "./main";
import { packageConfig } from "./package/config";
import { root } from "./root";
import { resolveRuntime } from "./runtime/resolve";

await main(async () => {
  const out = resolve(process.argv[2] ?? resolve(root, "release"));
  const runtime = await resolveRuntime();
  await build();
  await pack({ projectDir: root, dir: true, config: packageConfig(runtime, out) });
  console.log(out);
  return 0;
});
