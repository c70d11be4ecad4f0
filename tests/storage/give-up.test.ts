import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { giveUp } from "../../electron/storage/give-up";
import { openHistory } from "../../electron/storage/history";
import { openRecovery } from "../../electron/storage/recovery";
import { aBackup, anArticle, failureOf, tempFolder, textOf, valueOf } from "./story";

const documentId = "5c0b1a52-89b4-4c2e-8a3a-55a5f36f3d10";
const { id } = anArticle("");
const time = "2026-03-01T08:00:00.000Z";

describe("giveUp", () => {
  it("leaves the newest words in the history and nothing to recover", async () => {
    const { means } = await aStoryTyped("First", "Second");
    valueOf(await giveUp(documentId, time, means));
    const [version, ...others] = valueOf(await means.history.list(id));
    expect(others).toEqual([]);
    expect(version).toMatchObject({ kind: "discarded", time });
    const text = valueOf(await means.history.read(id, version?.id ?? ""));
    expect(text).toBe(textOf(anArticle("Second")));
    expect(await means.recovery.listRecovered()).toEqual([]);
  });

  it("waits for a copy that is still being written", async () => {
    const { means } = await aStoryTyped();
    const writing = means.recovery.backUp(documentId, aBackup("Last words", 1));
    valueOf(await giveUp(documentId, time, means));
    valueOf(await writing);
    expect(valueOf(await means.history.list(id))).toMatchObject([{ words: 2 }]);
    expect(await means.recovery.listRecovered()).toEqual([]);
  });

  it("takes the older copy when the newer one is torn", async () => {
    const { profile, means } = await aStoryTyped("First", "Second, longer");
    await truncate(join(profile, "recovery", documentId, "slot-b"), 100);
    valueOf(await giveUp(documentId, time, means));
    expect(valueOf(await means.history.list(id))).toMatchObject([{ words: 1 }]);
  });

  it("has nothing to do for a story without a copy", async () => {
    const { means } = await aStoryTyped();
    valueOf(await giveUp(documentId, time, means));
    expect(valueOf(await means.history.list(id))).toEqual([]);
  });

  it("drops the copy also when the history cannot take it, and says so", async () => {
    const { profile, means } = await aStoryTyped("Words");
    await writeFile(join(profile, "history"), "a file in the way");
    expect(failureOf(await giveUp(documentId, time, means)).reason).toContain("earlier versions");
    expect(await means.recovery.listRecovered()).toEqual([]);
  });
});

async function aStoryTyped(...headlines: readonly string[]) {
  const profile = await tempFolder();
  const means = { recovery: openRecovery(profile), history: openHistory(profile) };
  for (const [index, headline] of headlines.entries()) {
    valueOf(await means.recovery.backUp(documentId, aBackup(headline, index + 1)));
  }
  return { profile, means };
}
