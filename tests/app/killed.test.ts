// `npm run test:long -- --kills N` runs this alone, with that many kills.

import { randomUUID } from "node:crypto";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tempPath } from "../../electron/storage/temps";
import { figure, inRun, isLong, untilDone } from "../reliability/figures";
import { Dice } from "../reliability/seeded";
import { tempFolder, tempsIn } from "../storage/story";
import { KillChain, type Findings } from "./kill-chain";
import { Oracle, oraclePlace } from "./oracle";
import { eventually, launched } from "./stet";

const wanted = Number(process.env["STET_KILLS"] ?? inRun({ short: 20, long: 500 }));
/** A number that no process gets. */
const noProcess = 2 ** 31 - 1;
/** Then the profile has had its share of falls, and the next one begins. */
const chainKills = 10;

describe("R1 the whole program is killed", () => {
  it("R1 and what it was writing for itself is gone after the next start", async () => {
    const folder = await tempFolder();
    const profile = join(folder, "profile");
    const versions = join(profile, "history", randomUUID());
    await mkdir(versions, { recursive: true });
    for (const file of [join(profile, "recent.json"), join(versions, "version")]) {
      const left = tempPath(file).replace(`-${process.pid}-`, `-${noProcess}-`);
      await writeFile(left, "half of it");
    }

    await launched({ folder });
    await eventually(() => tempsIn(profile)).toEqual([]);
    await eventually(() => readdir(join(profile, "history"))).toEqual([]);
  });

  it(
    "R1 at random moments of typing and saving: what was saved stays, and the rest but its last second",
    untilDone,
    async () => {
      const oracle = await Oracle.begin();
      const found: Findings = {
        kills: 0,
        lostAcks: [],
        damaged: [],
        temps: [],
        strange: [],
        mostMs: 0,
      };
      for (let chain = 0; found.kills < wanted; chain += 1) {
        const story = await KillChain.begin(chain % 2 === 0, new Dice(chain), oracle, found);
        await story.run(Math.min(chainKills, wanted - found.kills));
      }

      const { kills, lostAcks, damaged, temps, strange, mostMs } = found;
      console.log(
        [
          `kills: ${kills}`,
          `lost acks: ${lostAcks.length}`,
          `damaged files: ${damaged.length}`,
          `temps left: ${temps.length}`,
          `most typing lost: ${Math.ceil(mostMs)} ms`,
        ].join("\n"),
      );
      const wrong = [...lostAcks, ...damaged, ...temps, ...strange];
      const note = `the whole program, oracle in ${oraclePlace}; worst is typing lost`;
      const tier = isLong ? "X" : "C";
      figure("R1", { tier, cases: kills, lost: wrong.length, worstMs: mostMs, note });
      expect(wrong).toEqual([]);
      expect(mostMs).toBeLessThanOrEqual(1000);
    },
  );
});
