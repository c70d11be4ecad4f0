import { cp } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { icons } from "../../scripts/icons";
import { root } from "../../scripts/root";

/** A copy of Stet whose page script keeps its functions' names, which minifying takes. */
export async function readableStet(stet: string): Promise<string> {
  const app = `${stet}-readable`;
  await cp(stet, app, { recursive: true });
  await build({
    configFile: false,
    logLevel: "warn",
    envDir: false,
    root: join(root, "renderer"),
    base: "./",
    plugins: [icons()],
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      outDir: join(app, "dist/renderer"),
      emptyOutDir: true,
      target: "chrome130",
      minify: false,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        output: { entryFileNames: "main.js", assetFileNames: "assets/[name][extname]" },
      },
    },
  });
  return app;
}
