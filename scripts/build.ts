// Three bundles: the page, the main process with the command line, and the preload, which a
// sandboxed page needs as one CommonJS file.

import { builtinModules } from "node:module";
import { resolve } from "node:path";
import { build as viteBuild, type InlineConfig } from "vite";
import { icons } from "./icons";
import { main } from "./main";
import { root } from "./root";

const chromium = "chrome130";
const node = "node20.18";
const external = ["electron", ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

export async function build(): Promise<void> {
  await viteBuild(page());
  await viteBuild(mainProcess());
  await viteBuild(preload());
}

function page(): InlineConfig {
  return {
    ...shared(),
    root: resolve(root, "renderer"),
    base: "./",
    plugins: [icons()],
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      outDir: resolve(root, "dist/renderer"),
      emptyOutDir: true,
      target: chromium,
      // Our content policy allows no data URLs, so nothing may be inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: { entryFileNames: "main.js", assetFileNames: "assets/[name][extname]" },
      },
    },
  };
}

function mainProcess(): InlineConfig {
  return nodeBundle(["main", "reader", "command-line"], { format: "es", extension: "js" }, true);
}

function preload(): InlineConfig {
  return nodeBundle(["preload"], { format: "cjs", extension: "cjs" }, false);
}

/** `entries` are files of electron/, each a bundle of that name. */
function nodeBundle(
  entries: readonly string[],
  { format, extension }: { readonly format: "es" | "cjs"; readonly extension: string },
  emptyOutDir: boolean,
): InlineConfig {
  const path = (name: string): string => resolve(root, `electron/${name}.ts`);
  return {
    ...shared(),
    root,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: resolve(root, "dist/electron"),
      emptyOutDir,
      target: node,
      rolldownOptions: {
        external,
        input: Object.fromEntries(entries.map((name) => [name, path(name)])),
        output: { format, entryFileNames: `[name].${extension}` },
      },
    },
  };
}

function shared(): InlineConfig {
  return { configFile: false, logLevel: "warn", envDir: false };
}

if (process.argv[1]?.endsWith("build.ts")) {
  await main(async () => {
    await build();
    return 0;
  });
}
