import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { protocol } from "electron";
import { appScheme } from "./contract";
import { contentPolicy } from "./security";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
};

export const pageUrl = `${appScheme}://app/index.html`;

/**
 * Serves the built page from a map made at the start: a URL is looked up in it and never turned into
 * a path, so there is nothing to traverse.
 */
export function serveApp(folder: string): void {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(`/${relative(folder, path).split(sep).join("/")}`, path);
  }
  protocol.handle(appScheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    const path = host === "app" ? files.get(pathname) : undefined;
    const type = types[extname(pathname)];
    if (request.method !== "GET" || !path || !type) return new Response(null, { status: 404 });
    return new Response(await readFile(path), {
      headers: {
        "content-type": type,
        "content-security-policy": contentPolicy,
        "x-content-type-options": "nosniff",
        "cross-origin-opener-policy": "same-origin",
        "referrer-policy": "no-referrer",
      },
    });
  });
}
