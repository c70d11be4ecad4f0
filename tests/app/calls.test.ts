// The page as if an attacker had it: everything that its bridge takes, as it should never be given.

import { readdir } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestNames } from "../../electron/contract";
import { makeCalls } from "../hostile/calls";
import { figure, inRun, untilDone } from "../reliability/figures";
import { dispose, launch, windowTitles, type Stet } from "./stet";

let stet: Stet;
beforeAll(async () => {
  stet = await launch();
});
afterAll(() => dispose(stet));

describe("a page that is no longer ours", () => {
  it("S5 is refused by name whatever it sends, and touches no file", untilDone, async () => {
    const count = inRun({ short: 3000, long: 10_000 });
    const before = await filesAround();
    // Whoever is asked cancels, and a dialog that is not expected is told.
    const asked = await stet.app.evaluateHandle(({ dialog, shell }) => {
      const heard: string[] = [];
      dialog.showOpenDialog = () =>
        Promise.resolve(void heard.push("open")).then(() => ({ canceled: true, filePaths: [] }));
      dialog.showSaveDialog = () =>
        Promise.resolve(void heard.push("save")).then(() => ({ canceled: true, filePath: "" }));
      shell.showItemInFolder = () => void heard.push("show");
      shell.openExternal = () => Promise.resolve(void heard.push("external"));
      return heard;
    });

    const told = await stet.page.evaluate(makeCalls, { requests: requestNames, count, seed: 5 });

    figure("S5", { tier: "C", cases: told.calls, lost: told.odd.length, worstMs: null });
    expect(told.odd).toEqual([]);
    expect(told.refused).toBeGreaterThan(count / 3);
    expect((await asked.jsonValue()).filter((what) => what !== "save")).toEqual([]);
    expect(await windowTitles(stet)).toHaveLength(1);
    expect(await stet.page.evaluate(async () => (await window.stet.load()).problem)).toBeNull();
    expect(await filesAround()).toEqual(before);
  });
});

/** Names in the home folder and in this run's own one, the profile apart; the temp folder is shared with other runs. */
async function filesAround(): Promise<readonly string[]> {
  const [home, own] = await Promise.all([readdir(homedir()), readdir(stet.folder)]);
  const temps = (await readdir(tmpdir())).filter((name) => /^(?:x|passwd|page)/.test(name));
  return [...home, ...own, ...temps].sort();
}
