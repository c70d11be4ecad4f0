import { mkdir, readFile, readdir, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../electron/storage/checksum";
import { openRecovery } from "../../electron/storage/recovery";
import { faultyDisk } from "./faulty-disk";
import { aBackup, doc, failureOf, saved, tempFolder, valueOf } from "./story";

const id = "5c0b1a52-89b4-4c2e-8a3a-55a5f36f3d10";

describe("backUpForSave", () => {
  it("leaves nothing to offer where the save is done and no copy is dropped yet", async () => {
    const profile = await tempFolder();
    const path = join(await tempFolder(), "story.stet");
    const recovery = openRecovery(profile);
    valueOf(await recovery.backUp(id, aBackup("Before the last words", 1)));
    const last = { ...aBackup("With the last words", 2), path };
    valueOf(await recovery.backUpForSave(id, last));
    await saved(path, "With the last words");

    expect(await openRecovery(profile).listRecovered()).toEqual([]);
  });

  it("leaves words that came after those to be saved", async () => {
    const profile = await tempFolder();
    const recovery = openRecovery(profile);
    valueOf(await recovery.backUp(id, aBackup("Later", 2)));
    valueOf(await recovery.backUpForSave(id, aBackup("To be saved", 1)));
    valueOf(await recovery.dropUpTo(id, 1));

    expect((await openRecovery(profile).listRecovered())[0]?.revision).toBe(2);
  });
});

describe("a fall while a save is on its way and the writer writes on", () => {
  /** Copies as main makes them: a story of revision 1 is saved to `path`, revision 2 is typed meanwhile. */
  async function fall(path: string, order: "beforeTheSave" | "duringTheSave") {
    const profile = await tempFolder();
    const recovery = openRecovery(profile);
    const fingerprint = await saved(path, "Old");
    const one = aBackup("One", 1);
    const marked = { path, fingerprint, saving: sha256(one.text) };
    const later = aBackup("One and two", 2);
    if (order === "beforeTheSave")
      valueOf(await recovery.backUp(id, { ...later, path, fingerprint }));
    valueOf(await recovery.backUpForSave(id, { ...one, ...marked }));
    if (order === "duringTheSave") valueOf(await recovery.backUp(id, { ...later, ...marked }));
    return { fingerprint, list: () => openRecovery(profile).listRecovered() };
  }

  it.each(["beforeTheSave", "duringTheSave"] as const)(
    "bases the later words on the file that was saved: %s",
    async (order) => {
      const path = join(await tempFolder(), "story.stet");
      const { fingerprint: old, list } = await fall(path, order);
      const fingerprint = await saved(path, "One");
      expect(fingerprint).not.toBe(old);
      expect(await list()).toMatchObject([{ path, fingerprint, revision: 2 }]);
    },
  );

  it("bases them on the old file where the save was not done", async () => {
    const path = join(await tempFolder(), "story.stet");
    const { fingerprint, list } = await fall(path, "duringTheSave");
    expect(await list()).toMatchObject([{ path, fingerprint, revision: 2 }]);
  });

  it("takes nobody else's text for its own", async () => {
    const path = join(await tempFolder(), "story.stet");
    const { fingerprint, list } = await fall(path, "duringTheSave");
    await saved(path, "Hers");
    expect(await list()).toMatchObject([{ path, fingerprint, revision: 2 }]);
  });

  it("knows the file that the first save of a story made", async () => {
    const profile = await tempFolder();
    const path = join(await tempFolder(), "story.stet");
    const one = aBackup("One", 1);
    const saving = sha256(one.text);
    const recovery = openRecovery(profile);
    valueOf(await recovery.backUp(id, { ...aBackup("One and two", 2), path, saving }));
    const fingerprint = await saved(path, "One");
    const [story] = await openRecovery(profile).listRecovered();
    expect(story).toMatchObject({ path, fingerprint, revision: 2 });
  });
});

describe("backUp", () => {
  it("keeps a story that never had a file", async () => {
    const profile = await tempFolder();
    valueOf(await openRecovery(profile).backUp(id, aBackup("Unnamed", 1)));
    const [story, ...others] = await openRecovery(profile).listRecovered();
    expect(others).toEqual([]);
    expect(story).toMatchObject({ documentId: id, path: null, revision: 1 });
    expect(story?.article.content).toEqual(doc("Unnamed"));
  });

  it("keeps it from other people on the same machine", async () => {
    const profile = await tempFolder();
    valueOf(await openRecovery(profile).backUp(id, aBackup("Secret", 1)));
    const modes = [join(profile, "recovery", id), slot(profile, "a")].map(async (path) => {
      return (await stat(path)).mode & 0o077;
    });
    expect(await Promise.all(modes)).toEqual([0, 0]);
  });

  it("writes to the two slots in turn", async () => {
    const profile = await tempFolder();
    const recovery = openRecovery(profile);
    for (const revision of [1, 2, 3])
      await recovery.backUp(id, aBackup(`Take ${revision}`, revision));
    expect(await readFile(slot(profile, "a"), "utf8")).toContain("Take 3");
    expect(await readFile(slot(profile, "b"), "utf8")).toContain("Take 2");
  });

  it("does not write over the newer slot of an earlier run", async () => {
    const profile = await tempFolder();
    await openRecovery(profile).backUp(id, aBackup("Earlier run", 7));
    await openRecovery(profile).backUp(id, aBackup("This run", 1));
    expect(await readFile(slot(profile, "a"), "utf8")).toContain("Earlier run");
    expect((await openRecovery(profile).listRecovered())[0]?.revision).toBe(1);
  });

  it("writes only the newest of the states that come while one is written", async () => {
    const profile = await tempFolder();
    const { disk, calls } = faultyDisk(null);
    const recovery = openRecovery(profile, disk);
    const all = [1, 2, 3, 4, 5].map((revision) => recovery.backUp(id, aBackup("x", revision)));
    expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
    const syncs = calls.filter((call) => call === "file.datasync").length;
    expect([1, 2]).toContain(syncs);
    expect((await openRecovery(profile).listRecovered())[0]?.revision).toBe(5);
  });

  it("makes its folder again when somebody cleaned the profile", async () => {
    const profile = await tempFolder();
    const recovery = openRecovery(profile);
    await recovery.backUp(id, aBackup("One", 1));
    await rm(join(profile, "recovery"), { recursive: true });
    valueOf(await recovery.backUp(id, aBackup("Two", 2)));
    expect((await openRecovery(profile).listRecovered())[0]?.revision).toBe(2);
  });

  it("keeps documents apart", async () => {
    const profile = await tempFolder();
    const recovery = openRecovery(profile);
    const times = ["2026-03-01T08:00:00Z", "2026-03-01T09:00:00Z"];
    await Promise.all(
      times.map((time, n) => recovery.backUp(`story-${n}`, { ...aBackup(`Story ${n}`, 1), time })),
    );
    const stories = await openRecovery(profile).listRecovered();
    expect(stories.map(({ documentId }) => documentId)).toEqual(["story-1", "story-0"]);
  });

  it.each(["ENOSPC", "EIO", "SHORT"])(
    "keeps the last whole state whichever call gives %s, and then goes on",
    async (code) => {
      const healthy = faultyDisk(null);
      const rehearsal = openRecovery(await tempFolder(), healthy.disk);
      await rehearsal.backUp(id, aBackup("First", 1));
      const start = healthy.calls.length;
      await rehearsal.backUp(id, aBackup("Second", 2));
      for (let nth = start + 1; nth <= healthy.calls.length; nth += 1) {
        const profile = await tempFolder();
        const recovery = openRecovery(profile, faultyDisk({ nth, code }).disk);
        valueOf(await recovery.backUp(id, aBackup("First", 1)));
        const result = await recovery.backUp(id, aBackup("Second", 2));
        const kept = (await openRecovery(profile).listRecovered())[0]?.revision ?? 0;
        expect(kept).toBeGreaterThanOrEqual(result.ok ? 2 : 1);
        valueOf(await recovery.backUp(id, aBackup("Third", 3)));
        expect((await openRecovery(profile).listRecovered())[0]?.revision).toBe(3);
      }
    },
  );

  it("makes a slot's name as safe as its bytes before it says that both are kept", async () => {
    const { disk, calls } = faultyDisk(null);
    const recovery = openRecovery(await tempFolder(), disk);
    const syncsOf = async (revision: number) => {
      const start = calls.length;
      valueOf(await recovery.backUp(id, aBackup("x", revision)));
      return calls.slice(start).filter((call) => call.endsWith("sync"));
    };
    const folders = ["file.sync", "file.sync"];
    const slot = ["file.datasync", "file.sync"];
    expect(await syncsOf(1)).toEqual([...folders, ...slot]);
    expect(await syncsOf(2)).toEqual(slot);
    expect(await syncsOf(3)).toEqual(["file.datasync"]);
  });

  it("leaves a whole state wherever the program is killed", async () => {
    const healthy = faultyDisk(null);
    const rehearsal = openRecovery(await tempFolder(), healthy.disk);
    await rehearsal.backUp(id, aBackup("First", 1));
    const start = healthy.calls.length;
    for (const revision of [2, 3]) await rehearsal.backUp(id, aBackup("Next", revision));
    for (let nth = start + 1; nth <= healthy.calls.length; nth += 1) {
      const profile = await tempFolder();
      const recovery = openRecovery(profile, faultyDisk({ nth, code: "CRASH" }).disk);
      let acknowledged = 0;
      for (const revision of [1, 2, 3]) {
        const result = await recovery.backUp(id, aBackup("Next", revision));
        if (result.ok) acknowledged = revision;
      }
      const kept = (await openRecovery(profile).listRecovered())[0]?.revision;
      expect(kept, `call ${nth}`).toBeGreaterThanOrEqual(acknowledged);
    }
  }, 30_000);

  it("reports that the profile cannot be written", async () => {
    const profile = await tempFolder();
    await writeFile(join(profile, "recovery"), "a file in the way");
    const failure = failureOf(await openRecovery(profile).backUp(id, aBackup("x", 1)));
    expect(failure.file).toBe("Untitled");
    expect(failure.reason).toContain("Save your story");
  });

  it("throws for an id that could be a path", () => {
    const backUp = (documentId: string) =>
      openRecovery("/nowhere").backUp(documentId, aBackup("x", 1));
    return Promise.all(
      ["../x", "a/b", "", "x.damaged-1"].map((documentId) =>
        expect(backUp(documentId)).rejects.toThrow("not a document id"),
      ),
    );
  });
});

describe("dropUpTo", () => {
  it("drops what a save covers and its folder", async () => {
    const profile = await tempFolder();
    const recovery = openRecovery(profile);
    await recovery.backUp(id, aBackup("One", 1));
    await recovery.backUp(id, aBackup("Two", 2));
    valueOf(await recovery.dropUpTo(id, 2));
    expect(await readdir(join(profile, "recovery"))).toEqual([]);
    valueOf(await recovery.backUp(id, aBackup("Three", 3)));
    expect(await openRecovery(profile).listRecovered()).toHaveLength(1);
  });

  it("keeps a state that is newer than the save", async () => {
    const profile = await tempFolder();
    const recovery = openRecovery(profile);
    const writes = [
      recovery.backUp(id, aBackup("Saved", 1)),
      recovery.backUp(id, aBackup("Typed", 2)),
    ];
    const dropped = recovery.dropUpTo(id, 1);
    await Promise.all([...writes, dropped]);
    const [story] = await openRecovery(profile).listRecovered();
    expect(story?.article.content).toEqual(doc("Typed"));
    expect(await readdir(join(profile, "recovery", id))).toHaveLength(1);
  });

  it("drops what an earlier run left, whose revisions were counted anew", async () => {
    const profile = await tempFolder();
    await openRecovery(profile).backUp(id, aBackup("Earlier run", 70));
    valueOf(await openRecovery(profile).dropUpTo(id, 0));
    expect(await openRecovery(profile).listRecovered()).toEqual([]);
  });

  it("drops what an earlier page of the same window left", async () => {
    const profile = await tempFolder();
    const recovery = openRecovery(profile);
    await recovery.backUp(id, aBackup("Before the page was started again", 70));
    await recovery.backUp(id, aBackup("After it", 1));
    valueOf(await recovery.dropUpTo(id, 1));
    expect(await openRecovery(profile).listRecovered()).toEqual([]);
  });
});

describe("drop", () => {
  it("forgets a document for good, and leaves the others", async () => {
    const profile = await tempFolder();
    const recovery = openRecovery(profile);
    await recovery.backUp(id, aBackup("Given up", 9));
    await recovery.backUp("other", aBackup("Kept", 9));
    valueOf(await recovery.drop(id));
    valueOf(await recovery.drop("never-seen"));
    const stories = await openRecovery(profile).listRecovered();
    expect(stories.map(({ documentId }) => documentId)).toEqual(["other"]);
  });
});

describe("takeOver", () => {
  it("lets a page that counts anew save over what was kept before it", async () => {
    const profile = await tempFolder();
    const recovery = openRecovery(profile);
    await recovery.backUp(id, aBackup("Before", 57));
    valueOf(await recovery.dropUpTo(id, 1));
    expect(await recovery.listRecovered()).toHaveLength(1);
    await recovery.takeOver(id);
    valueOf(await recovery.dropUpTo(id, 1));
    expect(await recovery.listRecovered()).toEqual([]);
  });

  it("keeps what was kept until then", async () => {
    const profile = await tempFolder();
    const recovery = openRecovery(profile);
    await recovery.backUp(id, aBackup("Before", 57));
    await recovery.takeOver(id);
    await recovery.backUp(id, aBackup("After", 1));
    expect((await openRecovery(profile).listRecovered())[0]?.revision).toBe(1);
  });
});

describe("listRecovered", () => {
  it("finds nothing in a new profile", async () => {
    expect(await openRecovery(await tempFolder()).listRecovered()).toEqual([]);
  });

  it("takes the older slot when the newer one is torn, wherever it was cut", async () => {
    const profile = await tempFolder();
    const recovery = openRecovery(profile);
    await recovery.backUp(id, aBackup("Whole", 1));
    await recovery.backUp(id, aBackup("Torn", 2));
    const torn = await readFile(slot(profile, "b"));
    for (const length of [0, 1, 40, 99, 200, torn.length - 1]) {
      await writeFile(slot(profile, "b"), torn.subarray(0, length));
      const [story] = await openRecovery(profile).listRecovered();
      expect(story?.revision, `cut at ${length}`).toBe(1);
    }
    torn.write("Tarn", torn.indexOf("Torn"));
    await writeFile(slot(profile, "b"), torn);
    expect((await openRecovery(profile).listRecovered())[0]?.revision).toBe(1);
  });

  it("does not offer what the file already says, and forgets it", async () => {
    const profile = await tempFolder();
    const path = join(profile, "story.stet");
    const fingerprint = await saved(path, "Saved");
    await openRecovery(profile).backUp(id, { ...aBackup("Saved", 3), path, fingerprint });
    expect(await openRecovery(profile).listRecovered()).toEqual([]);
    expect(await readdir(join(profile, "recovery"))).toEqual([]);
  });

  it("offers what differs from its file, also when that is missing or damaged", async () => {
    const profile = await tempFolder();
    const path = join(profile, "story.stet");
    const fingerprint = await saved(path, "Saved");
    await openRecovery(profile).backUp(id, { ...aBackup("Typed", 3), path, fingerprint });
    const offered = async () =>
      (await openRecovery(profile).listRecovered()).map((story) => story.path);
    expect(await offered()).toEqual([path]);
    await truncate(path, 100);
    expect(await offered()).toEqual([path]);
    await rm(path);
    expect(await offered()).toEqual([path]);
  });

  it("sets aside what cannot be read, and still lists the rest", async () => {
    const profile = await tempFolder();
    await openRecovery(profile).backUp("fine", aBackup("Fine", 1));
    const root = join(profile, "recovery");
    for (const name of ["garbage", "folders", "empty"]) await mkdir(join(root, name));
    await writeFile(join(root, "garbage", "slot-a"), "garbage");
    await mkdir(join(root, "folders", "slot-a"));
    await writeFile(join(root, "a file"), "not a folder");
    await openRecovery(profile).backUp("no-story", { ...aBackup("x", 1), text: "{}" });
    for (let start = 0; start < 2; start += 1) {
      const stories = await openRecovery(profile).listRecovered();
      expect(stories.map(({ documentId }) => documentId)).toEqual(["fine"]);
    }
    const names = ["a file", "fine", "folders", "garbage", "no-story"];
    const places = names.map((name) => (/a file|fine/.test(name) ? name : `${name}.damaged-1`));
    expect((await readdir(root)).sort()).toEqual(places);
  });

  it("leaves what a newer Stet wrote where it is", async () => {
    const profile = await tempFolder();
    const text = aBackup("x", 1).text.replace('"major":1', '"major":9');
    await openRecovery(profile).backUp(id, { ...aBackup("x", 1), text });
    expect(await openRecovery(profile).listRecovered()).toEqual([]);
    expect(await readdir(join(profile, "recovery"))).toEqual([id]);
  });

  it("starts afresh when a file stands where the folder should be", async () => {
    const profile = await tempFolder();
    await writeFile(join(profile, "recovery"), "");
    expect(await openRecovery(profile).listRecovered()).toEqual([]);
    valueOf(await openRecovery(profile).backUp(id, aBackup("Works again", 1)));
  });
});

function slot(profile: string, letter: "a" | "b"): string {
  return join(profile, "recovery", id, `slot-${letter}`);
}
