import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type InlineConfig, type Rolldown } from "vite";

export type Product = typeof import("./product");

const shared: InlineConfig = { configFile: false, logLevel: "warn", envDir: false };

/** Stet's own code for plain Node, bundled into the folder as scripts/build.ts bundles the command line. */
export async function loadProduct(folder: string): Promise<Product> {
  const outDir = join(folder, "product");
  await build({
    ...shared,
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, "product.ts"),
      outDir,
      emptyOutDir: true,
      target: "node20.18",
      rolldownOptions: { output: { format: "es", entryFileNames: "product.mjs" } },
    },
  });
  return (await import(pathToFileURL(join(outDir, "product.mjs")).href)) as Product;
}

/** `in-page.ts` as one script that leaves `bench` in the page. */
export async function inPageScript(): Promise<string> {
  const entry = join(import.meta.dirname, "in-page.ts");
  const lib = { entry, formats: ["iife" as const], name: "bench" };
  const output = await build({ ...shared, build: { write: false, target: "chrome130", lib } });
  const [bundle] = output as Rolldown.RolldownOutput[];
  if (!bundle) throw new Error("the script for the page was not bundled");
  return bundle.output[0].code;
}
