// R12: one window for one file, one main process for one profile.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { link, mkdir, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openLibrary } from "../../electron/storage/library";
import { tempFolder } from "../storage/story";
import {
  answerDialogs,
  electronPath,
  eventually,
  launched,
  menu,
  nextWindow,
  projectRoot,
  windowTitles,
  type Stet,
} from "./stet";
import { writeStory } from "./story";
import { write } from "./writer";

describe("R12 a story that is open", () => {
  it.each<[string, (path: string, folder: string) => Promise<string>]>([
    ["its own path", async (path) => path],
    ["a way round", async (_, folder) => join(folder, "sub") + "/../story.stet"],
    [
      "a symbolic link",
      async (path, folder) => {
        await symlink(path, join(folder, "soft.stet"));
        return join(folder, "soft.stet");
      },
    ],
    [
      "a folder's symbolic link",
      async (_, folder) => {
        await symlink(folder, join(folder, "way"));
        return join(folder, "way", "story.stet");
      },
    ],
    [
      "a hard link",
      async (path, folder) => {
        await link(path, join(folder, "hard.stet"));
        return join(folder, "hard.stet");
      },
    ],
  ])("comes to the front when it is opened by %s", async (_, otherWay) => {
    const folder = await tempFolder();
    await mkdir(join(folder, "sub"));
    const path = join(folder, "story.stet");
    await writeStory(path, "Only once");
    const stet = await launched({ files: [path] });
    await stet.page.locator("h1", { hasText: "Only once" }).waitFor();
    const second = await nextWindow(stet, () => menu(stet, "file.new"));
    await eventually(() => focusedTitle(stet)).toBe("New story — Stet");

    await answerDialogs(stet, await otherWay(path, folder));
    await write(second, "<Control+o>");

    await eventually(() => focusedTitle(stet)).toBe("Only once — Stet");
    const titles = await windowTitles(stet);
    expect([...titles].sort()).toEqual(["New story — Stet", "Only once — Stet"]);
  });
});

describe("R12 ten launches at once", () => {
  it("are one program that opens what each of them named", async () => {
    const folder = await tempFolder();
    const names = Array.from({ length: 10 }, (_, index) => `story ${index}.stet`);
    for (const name of names) await writeStory(join(folder, name), name);
    const profile = join(folder, "profile");

    const starts = names.map((name) => start(profile, join(folder, name)));

    // Ten windows on two busy cores take their time.
    await expect.poll(() => recentIn(profile), { timeout: 45_000 }).toEqual(names);
    const running = () => starts.filter(({ child }) => child.exitCode === null);
    await eventually(() => running().length).toBe(1);
    const [first] = running();
    first?.child.kill("SIGTERM");
    const codes = await Promise.all(starts.map(({ code }) => code));
    expect(codes.sort()).toEqual([...Array<number>(9).fill(0), 143].sort());
  });

  it("of one story are one window", async () => {
    const folder = await tempFolder();
    const path = join(folder, "story.stet");
    await writeStory(path, "Only once");
    const stet = await launched();

    const starts = Array.from({ length: 9 }, () => start(stet.profile, path));

    expect(await Promise.all(starts.map(({ code }) => code))).toEqual(Array(9).fill(0));
    await eventually(() => windowTitles(stet)).toContain("Only once — Stet");
    expect(await windowTitles(stet)).toHaveLength(2);
  });
});

function focusedTitle({ app }: Stet): Promise<string | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle());
}

/** The names in the list of recent stories, sorted. */
async function recentIn(profile: string): Promise<readonly string[]> {
  const paths = await openLibrary(profile).recent();
  return paths.map((path) => basename(path)).sort();
}

function start(profile: string, file: string) {
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const args = [projectRoot, ...sandbox, `--user-data-dir=${profile}`, file];
  const child = spawn(electronPath(), args, { stdio: "ignore" });
  const code = once(child, "exit").then(([value]) => value as number | null);
  onTestFinished(async () => {
    if (child.exitCode === null) child.kill("SIGKILL");
    await code;
  });
  return { child, code };
}
