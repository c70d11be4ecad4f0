import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { PagePart } from "../../article/media";
import { fail, ok } from "../../article/result";
import { picturesFolder, urlPart, writePage, type PageOrder } from "../../electron/storage/export";
import { withoutTraces } from "../../electron/storage/picture-privacy";
import { faultyDisk } from "./faulty-disk";
import { gif, nameOf, png } from "./picture";
import { failureOf, tempFolder, valueOf } from "./story";
import { telling } from "./telling-picture";

const first = nameOf(png(2, 2), "png");
const second = nameOf(gif(3, 3), "gif");
const pictures = new Map<string, Uint8Array>([
  [first, png(2, 2)],
  [second, gif(3, 3)],
]);
const parts: readonly PagePart[] = [
  '<p>“Café”</p><img src="',
  { picture: first },
  '"><img src="',
  { picture: second },
  '"><img src="',
  { picture: first },
  '">',
];

describe("writePage as one page", () => {
  it("puts each picture in as data", async () => {
    const path = join(await tempFolder(), "story.html");
    expect(valueOf(await writePage(anOrder(path, { kind: "page" })))).toEqual([path]);
    const html = await readFile(path, "utf8");
    const urls = [...html.matchAll(/src="data:(image\/\w+);base64,([^"]+)"/g)];
    expect(urls.map((url) => url[1])).toEqual(["image/png", "image/gif", "image/png"]);
    expect(Buffer.from(urls[1]?.[2] ?? "", "base64")).toEqual(gif(3, 3));
    expect(html.startsWith("<p>“Café”</p>")).toBe(true);
  });

  it("replaces an earlier export and keeps its mode", async () => {
    const path = join(await tempFolder(), "story.html");
    await writeFile(path, "earlier", { mode: 0o600 });
    valueOf(await writePage(anOrder(path, { kind: "page", parts: ["later"] })));
    expect(await readFile(path, "utf8")).toBe("later");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it("writes through a link", async () => {
    const folder = await tempFolder();
    await symlink("real.html", join(folder, "link.html"));
    valueOf(await writePage(anOrder(join(folder, "link.html"), { kind: "page", parts: ["x"] })));
    expect(await readlink(join(folder, "link.html"))).toBe("real.html");
    expect(await readFile(join(folder, "real.html"), "utf8")).toBe("x");
  });

  it("leaves the earlier export and no temp when a picture cannot be read", async () => {
    const folder = await tempFolder();
    const path = join(folder, "story.html");
    await writeFile(path, "earlier");
    expect(
      failureOf(await writePage(anOrder(path, { kind: "page", readPicture: gone }))).kind,
    ).toBe("missing");
    expect(await readFile(path, "utf8")).toBe("earlier");
    expect(await readdir(folder)).toEqual(["story.html"]);
  });

  it("asks whether the page itself may be written", async () => {
    const path = join(await tempFolder(), "story.html");
    await writeFile(path, "earlier");
    const { disk } = faultyDisk({ name: "access", nth: 1, code: "EACCES" });
    expect(failureOf(await writePage(anOrder(path, { kind: "page" }), disk)).kind).toBe("denied");
    expect(await readFile(path, "utf8")).toBe("earlier");
  });

  it("refuses a folder, a FIFO and a place that is not there", async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, "a.html"));
    execFileSync("mkfifo", [join(folder, "b.html")]);
    const kindAt = async (name: string) =>
      failureOf(await writePage(anOrder(join(folder, name), { kind: "page" }))).kind;
    expect(await kindAt("a.html")).toBe("unwritable");
    expect(await kindAt("b.html")).toBe("unwritable");
    expect(await kindAt("none/c.html")).toBe("missing");
  });
});

describe("writePage with a folder", () => {
  it("writes the pictures once each and then the page that points to them", async () => {
    const folder = await tempFolder();
    const path = join(folder, "story.html");
    const written = valueOf(await writePage(anOrder(path)));
    const places = [first, second].map((name) => join(folder, "story-pictures", name));
    expect(written).toEqual([...places, path]);
    expect(await readFile(places[1] ?? "")).toEqual(gif(3, 3));
    expect(await readFile(path, "utf8")).toContain(`src="story-pictures/${first}"`);
  });

  it("skips the pictures that are there already and mends those that are not the same", async () => {
    const folder = await tempFolder();
    const path = join(folder, "story.html");
    valueOf(await writePage(anOrder(path)));
    const broken = join(folder, "story-pictures", second);
    await writeFile(broken, "broken");
    expect(valueOf(await writePage(anOrder(path)))).toEqual([broken, path]);
    expect(await readFile(broken)).toEqual(gif(3, 3));
  });

  it.each(["50% off? #1 & “so” on", "it's (a)*~! b", "a:b", "..", "-x", "é\n\u202e", "x\\y", "🗞"])(
    "points to the folder of a page named %j",
    async (name) => {
      const folder = await tempFolder();
      const path = join(folder, `${name}.html`);
      valueOf(await writePage(anOrder(path)));
      const src = /src="([^"]+)"/.exec(await readFile(path, "utf8"))?.[1] ?? "";
      const url = new URL(src, pathToFileURL(path));
      expect(await readFile(url)).toEqual(png(2, 2));
      expect(src).not.toMatch(/['()*!~"&<>]/);
    },
  );

  it("makes no folder for a page without pictures", async () => {
    const folder = await tempFolder();
    valueOf(await writePage(anOrder(join(folder, "plain.html"), { parts: ["<p>Plain</p>"] })));
    expect(await readdir(folder)).toEqual(["plain.html"]);
  });

  it("takes away what it wrote when a later picture cannot be read", async () => {
    const folder = await tempFolder();
    const readPicture: PageOrder["readPicture"] = (name) => (name === first ? some(name) : gone());
    const order = anOrder(join(folder, "story.html"), { readPicture });
    expect(failureOf(await writePage(order)).kind).toBe("missing");
    expect(await readdir(folder)).toEqual([]);
  });

  it("leaves in a folder what was there before", async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, "story-pictures"));
    await writeFile(join(folder, "story-pictures", "mine.txt"), "");
    const order = anOrder(join(folder, "story.html"), { readPicture: gone });
    expect(failureOf(await writePage(order)).kind).toBe("missing");
    expect(await readdir(join(folder, "story-pictures"))).toEqual(["mine.txt"]);
  });

  it("refuses a file that stands where the folder should be", async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, "story-pictures"), "");
    const failure = failureOf(await writePage(anOrder(join(folder, "story.html"))));
    expect(failure).toMatchObject({ kind: "unwritable", file: "story-pictures" });
  });

  it("writes pictures without what could give a source away", async () => {
    const folder = await tempFolder();
    const name = nameOf(telling.jpg, "jpg");
    const readPicture: PageOrder["readPicture"] = () => Promise.resolve(ok(telling.jpg));
    const order = { parts: [{ picture: name }], readPicture };
    const path = join(folder, "story.html");
    valueOf(await writePage(anOrder(path, order)));
    const beside = await readFile(join(folder, "story-pictures", name));
    expect(beside).toEqual(withoutTraces(telling.jpg));
    expect(valueOf(await writePage(anOrder(path, order)))).toEqual([path]);
    valueOf(await writePage(anOrder(path, { ...order, kind: "page" })));
    expect(await readFile(path, "utf8")).toContain(beside.toString("base64"));
  });

  it.each(["page", "pageWithFolder"] as const)(
    "exports no %s with a picture that cannot be cleaned, and says which",
    async (kind) => {
      const folder = await tempFolder();
      const readPicture: PageOrder["readPicture"] = (name) =>
        name === first ? some(name) : Promise.resolve(ok(gif(3, 3).subarray(0, 10)));
      const order = anOrder(join(folder, "story.html"), { kind, readPicture });
      const failure = failureOf(await writePage(order));
      expect(failure).toMatchObject({ kind: "picture", file: second });
      expect(failure.reason).toMatch(/^Nothing was exported: picture 2 of the story .* cut short/);
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it("throws for a picture whose name could be a path", async () => {
    const order = anOrder(join(await tempFolder(), "x.html"), { parts: [{ picture: "../x.png" }] });
    await expect(writePage(order)).rejects.toThrow("not a media name");
  });
});

describe("picturesFolder", () => {
  it("stays within 255 bytes and between two characters", () => {
    const name = picturesFolder(`/x/${"é".repeat(125)}.html`);
    expect(name).toBe(`${"é".repeat(123)}-pictures`);
  });
});

describe("urlPart", () => {
  it("encodes what a URL or an attribute could mistake", () => {
    expect(urlPart("a b'()*!~.é")).toBe("a%20b%27%28%29%2A%21%7E.%C3%A9");
  });
});

function anOrder(path: string, change: Partial<PageOrder> = {}): PageOrder {
  return { path, kind: "pageWithFolder", parts, readPicture: some, ...change };
}

const some: PageOrder["readPicture"] = (name) =>
  Promise.resolve(ok(pictures.get(name) ?? Buffer.alloc(0)));

const gone = () =>
  Promise.resolve(fail({ kind: "missing", file: "story.stet", reason: "It is gone." } as const));
