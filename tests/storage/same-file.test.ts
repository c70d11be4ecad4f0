import { copyFile, link, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isSameFile } from "../../electron/storage/same-file";
import { faultyDisk } from "./faulty-disk";
import { tempFolder } from "./story";

describe("isSameFile", () => {
  it("R12 knows a file by a hard link, a symbolic one and a way round", async () => {
    const { folder, path } = await aFile();
    await link(path, join(folder, "hard"));
    await symlink(path, join(folder, "soft"));
    expect(await isSameFile(path, join(folder, "hard"))).toBe(true);
    expect(await isSameFile(join(folder, "soft"), path)).toBe(true);
    expect(await isSameFile(`${folder}/../${folder.split("/").at(-1) ?? ""}/a`, path)).toBe(true);
  });

  it("takes no copy for the file, and nothing that is not there", async () => {
    const { folder, path } = await aFile();
    await copyFile(path, join(folder, "copy"));
    expect(await isSameFile(path, join(folder, "copy"))).toBe(false);
    expect(await isSameFile(path, join(folder, "gone"))).toBe(false);
    expect(await isSameFile(join(folder, "gone"), join(folder, "gone too"))).toBe(false);
  });

  it("is false where the disk does not tell", async () => {
    const { folder, path } = await aFile();
    await link(path, join(folder, "hard"));
    const { disk } = faultyDisk({ name: "stat", nth: 2, code: "EACCES" });
    expect(await isSameFile(path, join(folder, "hard"), disk)).toBe(false);
  });
});

async function aFile() {
  const folder = await tempFolder();
  const path = join(folder, "a");
  await writeFile(path, "the same");
  return { folder, path };
}
