import { execFileSync } from "node:child_process";
import {
  link,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stateAt, type Known, type Outside } from "../../electron/storage/outside";
import { faultyDisk } from "./faulty-disk";
import { bytesOf, saved, tempFolder } from "./story";

/** Long after: the file's stamp can be trusted. */
const later = (): number => Date.now() + 3_600_000;

describe("stateAt", () => {
  it("costs one stat as long as nobody touches the file", async () => {
    const { path, known } = await aFile();
    const { disk, calls } = faultyDisk(null);
    expect(await stateAt(path, known, disk, later)).toEqual({ kind: "same", stamp: known.stamp });
    expect(calls).toEqual(["stat"]);
  });

  it("takes a file that was touched, or packed anew, for the same and gives its new stamp", async () => {
    const { path, known } = await aFile();
    await utimes(path, 1, 1);
    const touched = await stateAt(path, known, undefined, later);
    expect(touched).toEqual({
      kind: "same",
      stamp: expect.not.stringMatching(known.stamp) as unknown,
    });
    await writeFile(path, await readFile(path));
    expect((await stateAt(path, known, undefined, later)).kind).toBe("same");
  });

  it("sees a change of the same size and the same time", async () => {
    const { path, known } = await aFile();
    const { size, atime, mtime } = await stat(path);
    const theirs = await bytesOf("Its");
    expect(theirs.length).toBe(size);
    await writeFile(path, theirs);
    await utimes(path, atime, mtime);
    expect(await stateAt(path, known, undefined, later)).toMatchObject({
      kind: "changed",
      fingerprint: await fingerprintOfHeadline("Its"),
    });
  });

  it("does not trust the stamp of a file that was written a moment ago", async () => {
    const { path, known } = await aFile();
    await writeFile(path, await bytesOf("Its"));
    expect(await stateAt(path, known)).toMatchObject({ kind: "changed", stamp: "" });
  });

  it("says of what is no story only that it changed", async () => {
    const { path, known } = await aFile();
    for (const bytes of ["half a st", ""]) {
      await writeFile(path, bytes);
      expect(await stateAt(path, known)).toMatchObject({ kind: "changed", fingerprint: null });
    }
  });

  it("sees that it was deleted, moved away and put back", async () => {
    const { path, known } = await aFile();
    await rename(path, `${path}.moved`);
    expect(await stateAt(path, known)).toEqual({ kind: "missing" });
    await rename(`${path}.moved`, path);
    expect((await stateAt(path, known)).kind).toBe("same");
    await rm(path);
    expect(await stateAt(path, known)).toEqual({ kind: "missing" });
  });

  it("sees that its folder went, or became a file", async () => {
    const { path, known } = await aFile();
    const inside = join(path, "story.stet");
    expect(await stateAt(inside, known)).toEqual({ kind: "missing" });
    expect(await stateAt(join(path, "..", "none", "story.stet"), known)).toEqual({
      kind: "missing",
    });
  });

  it("sees a folder and a FIFO in its place", async () => {
    const { path, known } = await aFile();
    await rm(path);
    await mkdir(path);
    expect(await stateAt(path, known)).toEqual({ kind: "notFile" });
    await rm(path, { recursive: true });
    execFileSync("mkfifo", [path]);
    expect(await stateAt(path, known)).toEqual({ kind: "notFile" });
  });

  it("follows a link in its place", async () => {
    const { path, known } = await aFile();
    const at = async (target: string): Promise<Outside["kind"]> => {
      await rm(path);
      await symlink(target, path);
      return (await stateAt(path, known)).kind;
    };
    await link(path, `${path}.moved`);
    await writeFile(`${path}.other`, await bytesOf("Its"));
    expect(await at(`${path}.moved`)).toBe("same");
    expect(await at(`${path}.other`)).toBe("changed");
    expect(await at(`${path}.none`)).toBe("missing");
    expect(await at(path)).toBe("missing");
    expect(await at("/dev/zero")).toBe("notFile");
  });

  it("sees what is written under the file's other name, and not that there is one", async () => {
    const { path, known } = await aFile();
    await link(path, `${path}.other`);
    expect((await stateAt(path, known)).kind).toBe("same");
    await writeFile(`${path}.other`, await bytesOf("Its"));
    expect((await stateAt(path, known)).kind).toBe("changed");
  });

  it("sees another file of equal words in its place as the same story", async () => {
    const { path, known } = await aFile();
    await writeFile(`${path}.new`, await bytesOf("Old"));
    await rename(`${path}.new`, path);
    expect((await stateAt(path, known)).kind).toBe("same");
  });

  it.each(["EIO", "EACCES", "EMFILE"])("does not guess when the disk says %s", async (code) => {
    const { path, known } = await aFile();
    await utimes(path, 1, 1);
    const healthy = faultyDisk(null);
    await stateAt(path, known, healthy.disk);
    for (let nth = 1; nth <= healthy.calls.length; nth += 1) {
      const state = await stateAt(path, known, faultyDisk({ nth, code }).disk);
      expect(state, `call ${nth}`).toMatchObject({
        kind: "unknown",
        failure: { file: "story.stet" },
      });
    }
  });

  it("reads again what is written while it is read", async () => {
    const { path, known } = await aFile();
    await utimes(path, 1, 1);
    const theirs = await bytesOf("Its");
    let reads = 0;
    const busy = faultyDisk(null, async (_, name) => {
      if (name === "file.read" && (reads += 1) === 2) await writeFile(path, theirs);
    });
    expect(await stateAt(path, known, busy.disk)).toMatchObject({
      kind: "changed",
      fingerprint: await fingerprintOfHeadline("Its"),
    });
  });
});

async function aFile(): Promise<{ readonly path: string; readonly known: Known }> {
  const path = join(await tempFolder(), "story.stet");
  const fingerprint = await saved(path, "Old");
  const first = await stateAt(path, { stamp: "", fingerprint }, undefined, later);
  if (first.kind !== "same") throw new Error(first.kind);
  return { path, known: { stamp: first.stamp, fingerprint } };
}

async function fingerprintOfHeadline(headline: string): Promise<string> {
  return saved(join(await tempFolder(), "story.stet"), headline);
}
