import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { avifPicture, jpegPicture } from "./pictures";
import { answerDialogs, dispose, launch, menu, projectRoot, type Stet } from "./stet";
import { figure, node, writeStory } from "./story";

const hostile = `</script><script>window.pwned = 1</script><img src=x onerror="window.pwned = 1">`;
const body = [
  node("paragraph", `It says: ${hostile}`),
  figure(jpegPicture, `A "bridge" & more`, "The bridge today.", "Lee Wong / AP"),
  node(
    "quote",
    node("paragraph", "Nobody likes it."),
    node("attribution", node("speaker", "Jo Marsh"), node("role", "harbour master")),
  ),
  node("subhead", "What it costs"),
  node("bulletlist", node("listitem", node("paragraph", "Money"))),
  node("pullquote", "Everybody needs it"),
  node("divider"),
  figure(avifPicture, "The plan", "Where it goes.", "City of Port Arlen"),
];

let stet: Stet;
let story: string;

beforeAll(async () => {
  const folder = await launch().then(async (first) => {
    await first.app.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
    return first.folder;
  });
  story = join(folder, "bridge.stet");
  await writeStory(story, `Bridge ${hostile}`, body, [jpegPicture, avifPicture]);
  stet = await launch({ folder, files: [story] });
});
afterAll(() => dispose(stet));

describe("a page with its pictures inside", () => {
  it("is the same bytes each time, by window and by command line", async () => {
    const first = await exported("file.export.html", await aFolder("first"));
    const second = await exported("file.export.html", await aFolder("second"));
    expect(second).toEqual(first);

    const out = join(stet.folder, "command line");
    const { code, stdout } = await stetCommand("export", story, "--to", "html", "--out", out);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${join(out, "bridge.html")}\n` });
    expect(await readFile(join(out, "bridge.html"))).toEqual(first);
    expect(await readdir(out)).toEqual(["bridge.html"]);
  });

  it("is valid HTML with its facts in JSON-LD", async () => {
    const page = await exported("file.export.html", await aFolder("valid"));

    expect(await faultsIn(page)).toEqual([]);
    expect(factsIn(page.toString())).toMatchObject({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      headline: `Bridge ${hostile}`,
      author: [{ "@type": "Person", name: "Ana Ruiz" }],
    });
  });

  it("shows its pictures offline and runs nothing", async () => {
    const folder = await aFolder("shown");
    await exported("file.export.html", folder);

    const { images, requests, ...rest } = await shown(join(folder, "bridge.html"));
    expect(images).toEqual([jpegPicture.width, avifPicture.width]);
    expect(rest).toEqual({ scripts: ["application/ld+json"], pwned: false });
    expect(requests.filter((url) => !/^(?:file|data):/.test(url))).toEqual([]);
  });
});

describe("a page with a folder of pictures", () => {
  it("is the same bytes each time, by window and by command line", async () => {
    const [one, two] = [await aFolder("one"), await aFolder("two")];
    const first = await exported("file.export.htmlFolder", one);
    expect(await exported("file.export.htmlFolder", two)).toEqual(first);
    expect(await exported("file.export.htmlFolder", two)).toEqual(first);

    const out = join(stet.folder, "with folder");
    const words = ["export", story, "--to", "html", "--out", out, "--pictures", "beside"];
    const { code, stdout } = await stetCommand(...words);
    expect(code).toBe(0);
    const pictures = [jpegPicture.media, avifPicture.media].map((media) =>
      join(out, "bridge-pictures", media),
    );
    expect(stdout.trim().split("\n")).toEqual([...pictures, join(out, "bridge.html")]);
    expect(await filesIn(out)).toEqual(await filesIn(one));
    expect(await filesIn(two)).toEqual(await filesIn(one));
  });

  it("shows its pictures from the folder, names them in JSON-LD and runs nothing", async () => {
    const folder = await aFolder("folder shown");
    const page = await exported("file.export.htmlFolder", folder);

    const { images, requests, ...rest } = await shown(join(folder, "bridge.html"));
    expect(images).toEqual([jpegPicture.width, avifPicture.width]);
    expect(rest).toEqual({ scripts: ["application/ld+json"], pwned: false });
    expect(requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
    expect(JSON.stringify(factsIn(page.toString()))).toContain(jpegPicture.media);
    expect(await faultsIn(page)).toEqual([]);
  });
});

describe("the command line", () => {
  it("says why a story cannot be exported, and exports the others", async () => {
    const folder = await aFolder("damaged");
    const cut = join(folder, "cut.stet");
    await writeFile(cut, (await readFile(story)).subarray(0, 400));

    const { code, stdout, stderr } = await stetCommand(
      ...["export", cut, story, "--to", "html", "--out", folder],
    );

    expect(code).toBe(1);
    expect(stderr).toBe("The story in “cut.stet” is damaged: it is cut short or altered.\n");
    expect(stdout).toBe(`${join(folder, "bridge.html")}\n`);
    expect((await readdir(folder)).sort()).toEqual(["bridge.html", "cut.stet"]);
  });

  it.each([
    "",
    "print story.stet",
    "export --to html --out .",
    "export story.stet --out .",
    "export story.stet --to pdf --out .",
    "export story.stet --to html",
    "export story.stet --to html --out . --pictures elsewhere",
    "export story.stet --shout",
  ])("shows its usage for “%s”", async (words) => {
    const { code, stdout, stderr } = await stetCommand(...words.split(" "));
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("Usage: export STORY.stet");
  });
});

async function aFolder(name: string): Promise<string> {
  const path = join(stet.folder, name);
  await mkdir(path);
  return path;
}

/** Exports the open story as `bridge.html` by menu; resolves to the page. */
async function exported(id: string, folder: string): Promise<Buffer> {
  const path = join(folder, "bridge.html");
  await answerDialogs(stet, path);
  const toast = stet.page.locator(".toast", { hasText: "Exported bridge.html" });
  await menu(stet, id);
  await toast.waitFor();
  await toast.getByRole("button", { name: "Dismiss" }).click();
  await toast.waitFor({ state: "detached" });
  return readFile(path);
}

async function faultsIn(page: Buffer): Promise<readonly string[]> {
  const rules = { extends: ["html-validate:standard", "html-validate:a11y"] };
  const { results } = await new HtmlValidate(rules).validateString(page.toString());
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
}

function factsIn(page: string): unknown {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1];
  return JSON.parse(text ?? "");
}

interface Shown {
  /** The pictures' widths in pixels, as they were drawn. */
  readonly images: readonly number[];
  readonly scripts: readonly string[];
  readonly pwned: boolean;
  readonly requests: readonly string[];
}

/** Opens a page in a plain browser window, with script on, that nothing of Stet guards. */
function shown(path: string): Promise<Shown> {
  return stet.app.evaluate(async ({ BrowserWindow, session }, file) => {
    const own = session.fromPartition(`exported ${file}`);
    const requests: string[] = [];
    own.webRequest.onBeforeRequest(({ url }, go) => {
      requests.push(url.slice(0, 200));
      go({});
    });
    const window = new BrowserWindow({ show: false, webPreferences: { session: own } });
    await window.loadFile(file);
    const facts = (await window.webContents.executeJavaScript(`({
      images: [...document.images].map((image) => image.naturalWidth),
      scripts: [...document.scripts].map((script) => script.type),
      pwned: "pwned" in window,
    })`)) as Omit<Shown, "requests">;
    window.destroy();
    return { ...facts, requests };
  }, path);
}

/** Every file below a folder, with its bytes. */
async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const read = paths.map(async (path) => [
    path.slice(folder.length),
    await readFile(path, "base64"),
  ]);
  return Object.fromEntries(await Promise.all(read)) as Record<string, string>;
}

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function stetCommand(...words: readonly string[]): Promise<Outcome> {
  const program = join(projectRoot, "dist", "electron", "command-line.js");
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program, ...words], (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
