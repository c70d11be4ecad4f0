import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  closeTemp,
  openTemp,
  removeOpenTemps,
  sweepTemps,
  tempPath,
} from "../../electron/storage/temps";
import { replaceFile } from "../../electron/storage/replace";
import { tempFolder } from "./story";

const own = new RegExp(`-${process.pid}-`);

describe("tempPath", () => {
  it("stays in the file's folder, short, hidden and new each time", () => {
    const path = join("/some/folder", "é".repeat(127));
    const temps = [tempPath(path), tempPath(path)];
    expect(new Set(temps).size).toBe(2);
    for (const temp of temps) {
      expect(dirname(temp)).toBe("/some/folder");
      expect(basename(temp)).toMatch(/^\.stet-.{1,60}\.tmp$/);
    }
  });
});

describe("removeOpenTemps", () => {
  it("removes what this process has open and nothing else", async () => {
    const folder = await tempFolder();
    const [open, done, gone] = ["a", "b", "c"].map((name) => tempPath(join(folder, name)));
    for (const temp of [open, done, gone]) openTemp(temp ?? "");
    for (const temp of [open, done]) await writeFile(temp ?? "", "half a story");
    closeTemp(done ?? "");
    removeOpenTemps();
    expect(await readdir(folder)).toEqual([basename(done ?? "")]);
  });

  it("finds a save in the middle of its bytes, and nothing after it", async () => {
    const folder = await tempFolder();
    const path = join(folder, "story.stet");
    const left: string[][] = [];
    const write = (bytes: string) =>
      replaceFile(path, {
        bytes: (function* () {
          yield Buffer.from(bytes);
          removeOpenTemps();
          left.push(readdirSync(folder));
        })(),
        old: null,
      });
    await expect(write("cut off")).rejects.toThrow("ENOENT");
    expect(left).toEqual([[]]);
    await replaceFile(path, { bytes: [Buffer.from("whole")], old: null });
    removeOpenTemps();
    expect(await readdir(folder)).toEqual(["story.stet"]);
  });
});

describe("sweepTemps", () => {
  it("removes what a process that is gone left, however young", async () => {
    const folder = await tempFolder();
    await writeFile(inFolder(folder, gonePid()), "half a story");
    await sweepTemps(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  it("leaves what a running process writes", async () => {
    const folder = await tempFolder();
    await writeFile(inFolder(folder, process.pid), "");
    await writeFile(inFolder(folder, process.ppid), "");
    await sweepTemps(folder);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it("leaves what another machine writes into a shared folder, for a day", async () => {
    const folder = await tempFolder();
    const other = inFolder(folder, gonePid()).replace(/stet-[0-9a-f]{8}/, "stet-00000000");
    await writeFile(other, "");
    await sweepTemps(folder);
    expect(await readdir(folder)).toEqual([basename(other)]);
    const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 3600;
    await utimes(other, twoDaysAgo, twoDaysAgo);
    await sweepTemps(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  it("touches nothing that is not named as ours, nor a folder that is", async () => {
    const folder = await tempFolder();
    const temp = basename(inFolder(folder, gonePid()));
    const names = [".stet-notes.tmp", "story.stet", temp.slice(1), `${temp}.bak`];
    for (const name of names) await writeFile(join(folder, name), "");
    await mkdir(join(folder, temp));
    for (let n = 0; n < 5; n += 1) await writeFile(inFolder(folder, gonePid()), "");
    await sweepTemps(folder);
    expect((await readdir(folder)).sort()).toEqual([...names, temp].sort());
  });

  it("says nothing of a folder that is not there", async () => {
    await expect(sweepTemps(join(await tempFolder(), "none"))).resolves.toBeUndefined();
  });
});

function inFolder(folder: string, pid: number): string {
  return tempPath(join(folder, "x")).replace(own, `-${pid}-`);
}

function gonePid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}
