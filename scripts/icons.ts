import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const prefix = "icon:";

/** Lets the page `import bold from "icon:bold"`: a Lucide icon's shapes, and only the icons it names. */
export function icons(): Plugin {
  const path = createRequire(import.meta.url).resolve("lucide-static/icon-nodes.json");
  let all: Record<string, unknown> | null = null;
  return {
    name: "icons",
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      all ??= JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
      const shapes = all[id.slice(prefix.length + 1)];
      if (!shapes) this.error(`there is no Lucide icon ${id.slice(prefix.length + 1)}`);
      return `export default ${JSON.stringify(shapes)};`;
    },
  };
}
