import { mkdir, truncate, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { openRecovery } from "../../electron/storage/recovery";
import { mediaInCopies } from "../../electron/storage/recovery-media";
import { faultyDisk } from "./faulty-disk";
import { aBackup, anArticle, doc, tempFolder, textOf, valueOf } from "./story";

const [first, second, third] = ["1", "2", "3"].map((digit) => `${digit.repeat(64)}.jpg`);

describe("mediaInCopies", () => {
  it("knows the pictures of copies that wait for a newer Stet, or were set aside", async () => {
    const profile = await tempFolder();
    await backUp(profile, "plain", textWith(first));
    await backUp(profile, "newer", textWith(second).replace('"major":1', '"major":9'));
    await backUp(profile, "torn", textWith(third));
    const slot = join(profile, "recovery", "torn", "slot-a");
    await truncate(slot, (await stat(slot)).size - 1);
    await openRecovery(profile).listRecovered();

    expect([...(await mediaInCopies(profile))].sort()).toEqual([first, second, third]);
  });

  it("finds a name wherever it stands in a large copy", async () => {
    const profile = await tempFolder();
    const mebibyte = 1024 * 1024;
    const filling = " ".repeat(mebibyte - 40);
    await slotOf(profile, "large", `${filling}${first}${filling}${second}${filling}`);
    expect(await mediaInCopies(profile)).toEqual([first, second]);
  });

  it("says nothing where no copy was ever made, and skips what is no copy", async () => {
    const profile = await tempFolder();
    expect(await mediaInCopies(profile)).toEqual([]);
    await slotOf(profile, "document", `"${first}"`);
    await mkdir(join(profile, "recovery", "document", "folder"));
    await writeFile(join(profile, "recovery", "file"), `"${second}"`);
    expect(await mediaInCopies(profile)).toEqual([first]);
  });

  it.each(["readdir", "open", "file.read"])("rejects when %s fails just now", async (name) => {
    const profile = await tempFolder();
    await slotOf(profile, "document", `"${first}"`);
    const { disk } = faultyDisk({ nth: 1, name, code: "EIO" });
    await expect(mediaInCopies(profile, disk)).rejects.toThrow("EIO");
  });
});

function textWith(media: string | undefined): string {
  const figure = { type: "figure", attrs: { media, width: 1, height: 1, alt: "" } };
  return textOf(anArticle("Ferry", { content: doc("Ferry", figure) }));
}

async function backUp(profile: string, documentId: string, text: string): Promise<void> {
  valueOf(await openRecovery(profile).backUp(documentId, aBackup("", 1, { text })));
}

async function slotOf(profile: string, documentId: string, bytes: string): Promise<void> {
  const path = join(profile, "recovery", documentId, "slot-a");
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
