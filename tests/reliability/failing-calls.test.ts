import { randomBytes } from "node:crypto";
import { readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { keepStory, openHistory } from "../../electron/storage/history";
import { openRecovery } from "../../electron/storage/recovery";
import { readStory } from "../../electron/storage/read-story";
import { saveStory, type SaveOrder } from "../../electron/storage/save";
import { faultyDisk, type FaultyDisk } from "../storage/faulty-disk";
import { nameOf } from "../storage/picture";
import {
  aBackup,
  anArticle,
  anOrder,
  doc,
  saved,
  sourceOf,
  tempFolder,
  tempsIn,
  textOf,
  valueOf,
} from "../storage/story";
import { figure, untilDone } from "./figures";

const codes = ["ENOSPC", "EIO", "EROFS", "EACCES", "EPERM", "EBUSY", "EMFILE", "SHORT"];

const articleId = anArticle("").id;

/** What came of one call that failed: null if all is as it must be. */
type Trial = (faulty: FaultyDisk, nth: number) => Promise<string | null>;

describe("R7 each system call failing in turn", () => {
  it("R7 saving over a story: acknowledged and new, or told and old", untilDone, async () => {
    const { path, order } = await aSave();
    await everyCall("saving", async (faulty, nth) => {
      await rm(path, { force: true });
      const base = await saved(path, "Old");
      const old = await readFile(path);
      const result = await saveStory({ ...order, base }, faulty.disk);
      const isNew = !(await readFile(path)).equals(old);
      if (isNew !== (result.ok || isAfterRename(faulty, nth))) return result.ok ? "false" : "mixed";
      if ((await headlineAt(path)) !== (isNew ? "New" : "Old")) return "neither old nor new";
      if (!result.ok && !isTold(result.failure)) return "no reason";
      return (await tempsIn(dirname(path))).length > 0 ? "a temp is left" : null;
    });
  });

  it(
    "R7 saving to a new place: acknowledged and there, or told and nothing",
    untilDone,
    async () => {
      const { path, order } = await aSave();
      await everyCall("saving as", async (faulty, nth) => {
        await rm(path, { force: true });
        const result = await saveStory({ ...order, base: null }, faulty.disk);
        const isThere = await stat(path).then(
          () => true,
          () => false,
        );
        if (isThere !== (result.ok || isAfterRename(faulty, nth)))
          return result.ok ? "false" : "mixed";
        if (isThere && (await headlineAt(path)) !== "New") return "not what was saved";
        if (!result.ok && !isTold(result.failure)) return "no reason";
        return (await tempsIn(dirname(path))).length > 0 ? "a temp is left" : null;
      });
    },
  );

  it(
    "R7 keeping the words that a save replaces: saved in any case, and kept or told",
    untilDone,
    async () => {
      const { path, order } = await aSave();
      const profile = join(await tempFolder(), "profile");
      await everyCall("the history of a save", async (faulty) => {
        await rm(path, { force: true });
        await rm(profile, { recursive: true, force: true });
        const base = await saved(path, "Old");
        const history = openHistory(profile, faulty.disk);
        const keep: SaveOrder["keep"] = (old, kind, time) => keepStory(history, old, kind, time);
        const result = await saveStory({ ...order, base, keep });
        if (!result.ok || (await headlineAt(path)) !== "New") return "not saved";
        const { historyFailure } = result.value;
        if (historyFailure !== null)
          return historyFailure.reason.endsWith(".") ? null : "no reason";
        const versions = valueOf(await openHistory(profile).list(articleId));
        const texts = await Promise.all(
          versions.map(async ({ id }) => valueOf(await openHistory(profile).read(articleId, id))),
        );
        return texts.includes(textOf(anArticle("Old"))) ? null : "not kept";
      });
    },
  );

  it(
    "R7 writing a recovery copy: acknowledged and new, or told and the one before",
    untilDone,
    async () => {
      const profile = join(await tempFolder(), "profile");
      await everyCall("a recovery copy", async (faulty) => {
        await rm(profile, { recursive: true, force: true });
        const recovery = openRecovery(profile);
        valueOf(await recovery.backUp("one", backup(1)));
        valueOf(await recovery.backUp("one", backup(2)));
        const result = await openRecovery(profile, faulty.disk).backUp("one", backup(3));
        const [kept] = await openRecovery(profile).listRecovered();
        if (result.ok && kept?.revision !== 3) return "false";
        if (kept === undefined || kept.revision < 2) return "the one before is gone";
        if (kept.text !== backup(kept.revision).text) return "another text";
        return result.ok || isTold(result.failure) ? null : "no reason";
      });
    },
  );

  it("R7 the first recovery copy: acknowledged and there, or told", untilDone, async () => {
    const profile = join(await tempFolder(), "profile");
    await everyCall("the first recovery copy", async (faulty) => {
      await rm(profile, { recursive: true, force: true });
      const result = await openRecovery(profile, faulty.disk).backUp("one", backup(1));
      const [kept] = await openRecovery(profile).listRecovered();
      if (result.ok && kept?.text !== backup(1).text) return "false";
      return result.ok || isTold(result.failure) ? null : "no reason";
    });
  });
});

/** Lets each call fail with each code, as long as there is a call for it to fail. */
async function everyCall(note: string, trial: Trial): Promise<void> {
  const wrong: string[] = [];
  let cases = 0;
  for (const code of codes) {
    for (let nth = 1; ; nth += 1) {
      const faulty = faultyDisk({ nth, code });
      const what = await trial(faulty, nth);
      const name = faulty.calls[nth - 1];
      // How many pieces a file is written in may differ, so each run is asked how far it came.
      if (name === undefined) break;
      cases += 1;
      if (what !== null) wrong.push(`${code} from call ${nth}, ${name}: ${what}`);
    }
  }
  figure("R7", { tier: "U", cases, lost: wrong.length, worstMs: null, note });
  expect(wrong).toEqual([]);
  expect(cases).toBeGreaterThan(8 * codes.length);
}

async function aSave(): Promise<{ readonly path: string; readonly order: SaveOrder }> {
  const path = join(await tempFolder(), "story.stet");
  const picture = randomBytes(3000);
  return {
    path,
    order: anOrder(path, "New", { sources: [sourceOf(nameOf(picture, "png"), picture)] }),
  };
}

function backup(revision: number) {
  return aBackup(`Revision ${revision}`, revision);
}

function isAfterRename({ calls }: FaultyDisk, nth: number): boolean {
  return calls.includes("rename") && calls.indexOf("rename") < nth - 1;
}

function isTold({ file, reason }: { readonly file: string; readonly reason: string }): boolean {
  return file !== "" && reason.includes(`“${file}”`) && reason.endsWith(".");
}

async function headlineAt(path: string): Promise<string> {
  const { content } = valueOf(await readStory(path)).article;
  return ["Old", "New"].find((name) => JSON.stringify(content) === JSON.stringify(doc(name))) ?? "";
}
