// Who may import whom. An edge that is not listed is forbidden; the reasons stand in docs/architecture.md.

const edges = {
  "^article/": ["^article/"],
  "^electron/contract\\.ts$": ["^article/"],
  "^electron/preload\\.ts$": ["^electron/contract\\.ts$", "electron"],
  "^electron/storage/": [
    "^article/",
    "^electron/(storage/|contract\\.ts$)",
    "node",
    "yauzl|image-size",
  ],
  // The one place where stories and their exports meet without a page.
  "^electron/command-line\\.ts$": [
    "^article/",
    "^electron/(storage/|contract\\.ts$)",
    "^renderer/(export|blocks)/",
    "node",
  ],
  "^electron/": ["^article/", "^electron/", "electron", "node"],
  "^renderer/lib/": ["^renderer/lib/", "parse5"],
  "^renderer/blocks/[^/]+\\.ts$": ["^article/", "^renderer/(blocks|lib)/", "prosemirror"],
  "^renderer/blocks/([^/]+)/": [
    "^article/",
    "^renderer/blocks/$1/",
    "^renderer/blocks/(block|commands|header-field)\\.ts$",
    "^renderer/lib/",
    "prosemirror",
  ],
  "^renderer/editor/": ["^article/", "^renderer/(editor|blocks|lib)/", "prosemirror"],
  "^renderer/compare/": ["^renderer/(compare|editor|blocks|lib)/", "prosemirror|diff"],
  "^renderer/export/": ["^article/", "^assets/", "^renderer/(export|blocks|lib)/", "prosemirror"],
  "^renderer/app/": [
    "^article/",
    "^electron/contract\\.ts$",
    "^renderer/(app|editor|compare|export|blocks)/",
    "prosemirror",
  ],
  "^renderer/ui/": [
    "^article/",
    "^renderer/(ui|app|blocks|editor|compare)/",
    "preact|prosemirror",
    "^icon:",
  ],
};

const names = Object.keys(edges);
const packageOf = (words) => `^node_modules/(@types/)?(${words})`;
const allowed = (entry) => {
  if (entry === "node")
    return "^(node:)?(fs|path|crypto|os|util|stream|zlib|buffer|events|url|timers)(/|$)";
  if (entry.startsWith("^")) return entry;
  return packageOf(entry);
};

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["\\.d\\.ts$", "^scripts/", "tsconfig", "^renderer/index\\.html$"],
      },
      to: {},
    },
    {
      name: "page-knows-the-contract-as-types-only",
      severity: "error",
      from: { path: "^renderer/" },
      to: { path: "^electron/", dependencyTypesNot: ["type-only"] },
    },
    ...names.map((path, index) => ({
      name: `imports-of-${path}`,
      severity: "error",
      from: { path, pathNot: names.slice(0, index) },
      to: {
        pathNot: [...edges[path].map(allowed), packageOf("valibot"), "\\.css$"],
      },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types"] },
  },
};
