// What Electron starts when its executable is given an application's folder, packed into
// resources/default_app.asar. The official one does the same and more; this Electron came
// without. The last line awaits on purpose: Electron waits for it before it is ready, so that
// the application can still register its protocols.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "electron";

const require = createRequire(import.meta.url);

let folder = "";
const words = process.argv.slice(1);
for (let word = words.shift(); word !== undefined; word = words.shift()) {
  if (word === "-r" || word === "--require") require(resolve(words.shift() ?? ""));
  else if (!word.startsWith("-")) {
    folder = resolve(word);
    break;
  }
}

if (folder === "") {
  console.error(
    `Electron ${process.versions.electron}. Usage: electron <folder of an application>`,
  );
  process.exit(1);
}

const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
Object.defineProperty(process, "defaultApp", { enumerable: true, value: true });
app.name = manifest.productName ?? manifest.name ?? app.name;
app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
// Both are missing from Electron's documentation, but its own default application calls them.
if (manifest.version) app.setVersion(manifest.version);
app.setAppPath(folder);

await import(pathToFileURL(join(folder, manifest.main ?? "index.js")).href);
