import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "vite";
import { describe, expect, it } from "vitest";
import { contentText, parseArticle, serialiseArticle } from "../../article/format";
import { openHistory } from "../../electron/storage/history";
import { openRecovery } from "../../electron/storage/recovery";
import { readStory } from "../../electron/storage/read-story";
import { sweepTemps } from "../../electron/storage/temps";
import { tempFolder, tempsIn, valueOf } from "../storage/story";
import { figure, inRun, untilDone } from "./figures";
import { articleId, revisionOf, textAt } from "./revisions";
import { Dice } from "./seeded";

describe("R1 the saver is killed", () => {
  it(
    "R1 at random moments: the file is the last that was acknowledged, or newer",
    untilDone,
    async () => {
      const folder = await tempFolder();
      const path = join(folder, "story.stet");
      const program = await bundled("killed-child", await tempFolder());
      const dice = new Dice(1);
      const kills = inRun({ short: 60, long: 2000 });
      const wrong: string[] = [];
      let temps = 0;
      for (let n = 0; n < kills; n += 1) {
        const told = await killed(program, folder, dice.below(50));
        temps += (await tempsIn(folder)).length;
        await sweepTemps(folder);
        if ((await tempsIn(folder)).length > 0) wrong.push(`${n}: a temp is left`);
        const { article } = valueOf(await readStory(path));
        const revision = revisionOf(article);
        const blocks = article.content.content?.map((block) => JSON.stringify(block)) ?? [];
        const isWhole = serialiseArticle(article, contentText("doc", blocks)) === textAt(revision);
        if (!isWhole) wrong.push(`${n}: another text`);
        if (revision < told.saved)
          wrong.push(`${n}: ${told.saved} was saved, ${revision} is there`);
        const [copy] = await openRecovery(join(folder, "profile")).listRecovered();
        const newest = Math.max(revision, copy?.revision ?? 0);
        if (newest < told.kept) wrong.push(`${n}: ${told.kept} was kept, ${newest} is there`);
      }
      wrong.push(...(await brokenVersions(join(folder, "profile"))));
      const note = `the saver alone; ${temps} temps left, all swept`;
      figure("R1", { tier: "U", cases: kills, lost: wrong.length, worstMs: null, note });
      expect(wrong).toEqual([]);
      expect(await readdir(folder)).toContain("story.stet");
    },
  );
});

/** Earlier versions that are not what was saved, and what their folder holds beside them. */
async function brokenVersions(profile: string): Promise<readonly string[]> {
  const history = openHistory(profile);
  await history.media();
  const versions = valueOf(await history.list(articleId));
  const wrong: string[] = [];
  for (const { id } of versions) {
    const text = valueOf(await history.read(articleId, id));
    const article = valueOf(parseArticle(text, id));
    if (text !== textAt(revisionOf(article))) wrong.push(`version ${id}: another text`);
  }
  const files = await readdir(join(profile, "history", articleId));
  return files.length === versions.length ? wrong : [...wrong, "more files than versions"];
}

/** What the program had acknowledged before it was killed. */
interface Told {
  readonly saved: number;
  readonly kept: number;
}

/** Lets the program save at least once, and kills it so many milliseconds later. */
async function killed(program: string, folder: string, afterMs: number): Promise<Told> {
  const child = spawn(process.execPath, [program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  const closed = once(child, "close");
  const begun = new Promise<void>((done) => {
    child.stdout.on("data", (piece: Buffer) => {
      output += piece.toString();
      if (output.includes("saved")) done();
    });
  });
  await Promise.race([begun, closed]);
  await wait(afterMs);
  child.kill("SIGKILL");
  const [code] = (await closed) as [number | null];
  if (code !== null) throw new Error(`the saver ended by itself with ${code}`);
  return { saved: last("saved", output), kept: last("kept", output) };
}

function last(what: string, output: string): number {
  const lines = output.split("\n").filter((line) => line.startsWith(`${what} `));
  return Number(lines.at(-1)?.slice(what.length + 1) ?? 0);
}

/** One file of this folder as a program for plain Node. */
async function bundled(name: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: "error",
    envDir: false,
    root: resolve(import.meta.dirname, "../.."),
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir,
      target: "node20.18",
      rolldownOptions: {
        external: isBuiltin,
        output: { format: "es", entryFileNames: `${name}.mjs` },
      },
    },
  });
  return join(outDir, `${name}.mjs`);
}
