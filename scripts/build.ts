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
  return {
    ...shared(),
    root: root,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: resolve(root, "dist/electron"),
      emptyOutDir: true,
      target: node,
      rolldownOptions: {
        external,
        input: {
          main: resolve(root, "electron/main.ts"),
          reader: resolve(root, "electron/reader.ts"),
          "command-line": resolve(root, "electron/command-line.ts"),
        },
        output: { format: "es", entryFileNames: "[name].js" },
      },
    },
  };
}

function preload(): InlineConfig {
  return {
    ...shared(),
    root: root,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: resolve(root, "dist/electron"),
      emptyOutDir: false,
      target: node,
      rolldownOptions: {
        external,
        input: { preload: resolve(root, "electron/preload.ts") },
        output: { format: "cjs", entryFileNames: "preload.cjs" },
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
