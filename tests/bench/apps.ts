// The two programs that run beside each other: Stet as it was built, and a bare window.

import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../../scripts/root";
import type { Setting } from "./bench";
import type { StoryFile } from "./story-files";

/** A copy of the build, so that a build by somebody else does not change what is measured. */
export async function copyStet(folder: string): Promise<string> {
  const app = join(folder, "stet");
  await cp(join(root, "package.json"), join(app, "package.json"));
  await cp(join(root, "dist"), join(app, "dist"), { recursive: true });
  return app;
}

/** The bare window with that page in it. */
export async function bareApp(folder: string, name: string, page: string): Promise<string> {
  const app = join(folder, name);
  await cp(join(import.meta.dirname, "bare-app"), app, { recursive: true });
  await writeFile(join(app, "index.html"), page);
  return app;
}

export const blankPage = '<!doctype html>\n<meta charset="utf-8">\n<title>Blank</title>\n';

/** The story as an exported page made editable by the browser alone, its pictures beside it. */
export async function editableApp(
  { folder }: Pick<Setting, "folder">,
  name: string,
  { html }: StoryFile,
): Promise<string> {
  const app = await bareApp(folder, name, await editablePage(html));
  await symlink(join(folder, "pool"), join(app, "media"), "junction");
  return app;
}

/** In Stet's type, size and measure. */
async function editablePage(html: string): Promise<string> {
  const article = /<article[\s\S]*<\/article>/.exec(html)?.[0];
  if (article === undefined) throw new Error("the exported page has no article");
  const style = await Promise.all(
    ["tokens.css", "prose.css"].map((name) => readFile(join(root, "assets", name), "utf8")),
  );
  const fonts = ["newsreader/opsz.css", "newsreader/opsz-italic.css", "source-sans-3/wght.css"];
  const links = fonts.map((font) => {
    const path = join(root, "node_modules/@fontsource-variable", font);
    return `<link rel="stylesheet" href="${pathToFileURL(path).href}">`;
  });
  return `<!doctype html>
<meta charset="utf-8">
<title>Bare</title>
${links.join("\n")}
<style>
${style.join("\n")}
body { background: var(--paper); }
.story { max-width: var(--measure); margin: 4.5rem auto 50vh; outline: none; }
</style>
${article.replace("<article", '<article contenteditable="true" spellcheck="false"')}
`;
}
