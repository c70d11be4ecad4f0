// Prepares what all benches share, runs those that were asked for and tells their figures.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunBenches } from "../../scripts/bench";
import { copyStet } from "./apps";
import type { Bench, Setting } from "./bench";
import { inPageScript, loadProduct } from "./bundles";
import { coldStart } from "./cold-start";
import { exporting } from "./export";
import type { Figure } from "./figure";
import { keystroke } from "./keystroke";
import { open } from "./open";
import { pageSize } from "./page-size";
import { profileKeystroke } from "./profile";
import { Program } from "./program";
import { machine, table, writeDocument } from "./report";
import { save } from "./save";
import { writeStories } from "./story-files";

const benches: readonly Bench[] = [coldStart, keystroke, open, save, exporting, pageSize];

export const benchNames: readonly string[] = benches.map(({ name }) => name);

export const runBenches: RunBenches = async ({ names, isQuick, isProfile }, prepared) => {
  const folder = await mkdtemp(join(tmpdir(), "stet-bench-"));
  try {
    const script = await inPageScript();
    const product = await loadProduct(folder);
    const setting: Setting = {
      product,
      stories: await writeStories(product, folder),
      folder,
      stet: await copyStet(folder),
      isQuick,
      start: (args, profile, selector) =>
        Program.start({
          ...prepared,
          args,
          profile,
          script: `${script};bench.tellReady(${JSON.stringify(selector)})`,
        }),
    };
    if (isProfile) {
      console.log(await profileKeystroke(setting));
      return;
    }
    const machineLine = machine(prepared.executable);
    const figures: Figure[] = [];
    for (const { name, run } of benches) {
      if (names.length > 0 && !names.includes(name)) continue;
      console.error(`${name} …`);
      figures.push(...(await run(setting)));
    }
    console.log(`${machineLine}\n\n${table(figures)}`);
    const isWhole = names.length === 0 && !isQuick;
    if (isWhole) await writeDocument(machineLine, figures);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};
