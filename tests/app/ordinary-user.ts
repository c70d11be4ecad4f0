// The program as whoever is not root starts it: root's own starts are without Chromium's sandbox. No
// debugger is at it, so nothing of it is told but what the system tells.

import { spawn, type ChildProcess } from "node:child_process";
import {
  chmod,
  chown,
  copyFile,
  cp,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot, runtimeFolder } from "./stet";

/** “nobody” of most systems. */
const other = 65534;

export interface Started {
  readonly child: ChildProcess;
  /** A folder of this start's own. */
  readonly folder: string;
  /** What it has written to its standard error so far. */
  readonly said: () => string;
}

/** Starts the built program with these samples; for root, as another user with copies that it may read. */
export async function startAsOrdinaryUser(samples: readonly string[]): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), "stet-user-"));
  const isRoot = process.getuid?.() === 0;
  const [runtime, project, home] = isRoot
    ? await copies(folder)
    : [runtimeFolder(), projectRoot, folder];
  const files = samples.map((name) => join(project, "assets/samples", name));
  const args = [project, `--user-data-dir=${join(home, "profile")}`, ...files];
  const child = spawn(join(runtime, "electron"), args, {
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, HOME: home, TMPDIR: home, XDG_RUNTIME_DIR: home },
    ...(isRoot ? { uid: other, gid: other } : {}),
  });
  let said = "";
  child.stderr.on("data", (text) => (said += String(text)));
  return { child, folder, said: () => said };
}

/** Runtime, program and home, all where that user may go: a checkout is often below root's home. */
async function copies(folder: string): Promise<readonly [string, string, string]> {
  const [runtime, project, home] = ["runtime", "project", "home"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  await chmod(folder, 0o755);
  await mkdir(home);
  await chown(home, other, other);
  await linkAll(runtimeFolder(), runtime);
  for (const name of ["package.json", "dist", "assets"]) {
    await cp(join(projectRoot, name), join(project, name), { recursive: true });
  }
  return [runtime, project, home];
}

/** Links, for a runtime is 250 MB; copies, where another disk begins. */
async function linkAll(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkAll(source, target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}

/** Linux's own words about a process. */
export interface Process {
  /** How Chromium calls it: renderer, zygote, gpu-process …; "" for the first one. */
  readonly type: string;
  readonly status: string;
}

/** All processes that came of a start. */
export async function processesOf({ child }: Started): Promise<readonly Process[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = pids.map(async (pid) => {
    const words = async (name: string): Promise<string> =>
      readFile(join("/proc", pid, name), "utf8").catch(() => "");
    // What follows the name in brackets: state, parent, process group.
    const [, , group] = (await words("stat")).replace(/^.*\) /, "").split(" ");
    if (Number(group) !== child.pid) return null;
    const type = /--type=([\w-]+)/.exec(await words("cmdline"))?.[1] ?? "";
    return { type, status: await words("status") };
  });
  return (await Promise.all(found)).filter((one) => one !== null);
}
