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

/** What the page needs before it can show anything: read while the system gets ready. */
const atOnce = new Set([".html", ".js", ".css"]);

/**
 * The built page's files by their URL's path. A URL is looked up in it and never turned into a path, so
 * there is nothing to traverse.
 */
export type AppFiles = ReadonlyMap<string, () => Promise<Uint8Array<ArrayBuffer>>>;

export function appFiles(folder: string): AppFiles {
  const files = new Map<string, () => Promise<Uint8Array<ArrayBuffer>>>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const url = `/${relative(folder, path).split(sep).join("/")}`;
    const early = atOnce.has(extname(path)) ? readFile(path) : null;
    files.set(url, () => early ?? readFile(path));
  }
  return files;
}

export function serveApp(files: AppFiles): void {
  protocol.handle(appScheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    const read = host === "app" ? files.get(pathname) : undefined;
    const type = types[extname(pathname)];
    if (request.method !== "GET" || !read || !type) return new Response(null, { status: 404 });
    return new Response(await read(), {
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
