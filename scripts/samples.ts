// Writes assets/samples/*.stet. To be run after a sample story, a sample picture or the exported
// page's look was changed; tests/assets/samples.test.ts says when it was forgotten.

import { basename, join } from "node:path";
import { runnerImport } from "vite";
import { icons } from "./icons";
import { main } from "./main";
import { root } from "./root";

type WriteSamples = typeof import("./samples/write-samples");

/** Writes the samples into that folder and gives their paths. */
export async function samples(folder: string): Promise<readonly string[]> {
  // Only the bundler can read the style sheets that the exported page imports.
  const { module } = await runnerImport<WriteSamples>(
    join(root, "scripts/samples/write-samples.ts"),
    { configFile: false, envDir: false, logLevel: "warn", plugins: [icons()] },
  );
  return module.writeSamples(folder);
}

if (process.argv[1]?.endsWith("samples.ts")) {
  await main(async () => {
    const paths = await samples(join(root, "assets/samples"));
    for (const path of paths) console.log(basename(path));
    return 0;
  });
}
