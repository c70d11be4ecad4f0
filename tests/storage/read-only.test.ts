import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isReadOnly } from "../../electron/storage/read-only";
import { faultyDisk } from "./faulty-disk";
import { tempFolder } from "./story";

describe("isReadOnly", () => {
  it("is false of a file that can be replaced", async () => {
    expect(await isReadOnly(await aFile())).toBe(false);
  });

  it.each([
    ["the file", 1, "EACCES"],
    ["the file", 1, "EPERM"],
    ["the folder", 2, "EACCES"],
    ["the disk", 1, "EROFS"],
    ["the disk", 2, "EROFS"],
  ])("is true when %s takes no writing (%i, %s)", async (_, nth, code) => {
    const { disk } = faultyDisk({ name: "access", nth, code });
    expect(await isReadOnly(await aFile(), disk)).toBe(true);
  });

  it("is false of a file that is gone, and where the disk fails", async () => {
    const path = await aFile();
    expect(await isReadOnly(`${path}.gone`)).toBe(false);
    const { disk } = faultyDisk({ name: "access", nth: 1, code: "EIO" });
    expect(await isReadOnly(path, disk)).toBe(false);
  });
});

async function aFile(): Promise<string> {
  const path = join(await tempFolder(), "story.stet");
  await writeFile(path, "");
  return path;
}
