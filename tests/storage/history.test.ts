import { mkdir, readFile, readdir, rm, stat, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openHistory, type History, type VersionKind } from "../../electron/storage/history";
import { faultyDisk } from "./faulty-disk";
import { anArticle, doc, failureOf, tempFolder, textOf, valueOf } from "./story";

const id = "0b8a4f5e-6a53-4d61-9c1f-5d0a5f2f8a11";
const start = Date.parse("2026-03-01T08:00:00Z");
const minute = 60_000;
const day = 24 * 60 * minute;

describe("keep", () => {
  it("keeps words with their time, kind and number", async () => {
    const history = openHistory(await tempFolder());
    const version = await keep(history, "Ferry deal signed", 0);
    expect(version).toMatchObject({ kind: "saved", words: 3, name: "" });
    expect(version.time).toBe("2026-03-01T08:00:00.000Z");
    expect(valueOf(await history.read(id, version.id))).toBe(textFor("Ferry deal signed"));
    expect(valueOf(await history.list(id))).toEqual([version]);
  });

  it("keeps them from other people on the same machine", async () => {
    const profile = await tempFolder();
    await keep(openHistory(profile), "Secret", 0);
    const folders = [join(profile, "history"), folderIn(profile)];
    const modes = await Promise.all(folders.map(async (path) => (await stat(path)).mode & 0o077));
    expect(modes).toEqual([0, 0]);
  });

  it("orders by sequence, not by clock", async () => {
    const history = openHistory(await tempFolder());
    for (const [headline, at] of [
      ["One", 9 * minute],
      ["Two", 0],
      ["Three", 4 * minute],
    ] as const) {
      await keep(history, headline, at);
    }
    expect(await headlines(history)).toEqual(["Three", "Two", "One"]);
  });

  it("does not keep the newest words twice, but lets the more lasting kind count", async () => {
    const history = openHistory(await tempFolder());
    const first = await keep(history, "Same", 0, "discarded");
    expect(await keep(history, "Same", minute, "saved")).toEqual({ ...first, kind: "saved" });
    expect(await keep(history, "Same", minute, "discarded")).toEqual({ ...first, kind: "saved" });
    expect(await keep(history, "Same", minute, "filed")).toEqual({ ...first, kind: "filed" });
    expect(valueOf(await history.list(id))).toHaveLength(1);
  });

  it("keeps the newest words again when their file has rotted", async () => {
    const profile = await tempFolder();
    const history = openHistory(profile);
    await rot(profile, (await keep(history, "Same", 0)).id, "Same", "Sane");
    const again = await keep(history, "Same", minute);
    expect(valueOf(await history.read(id, again.id))).toBe(textFor("Same"));
  });

  it("lets a save take the place of one less than ten seconds before", async () => {
    const history = openHistory(await tempFolder());
    await keep(history, "One", 0);
    await keep(history, "Two", 9_999);
    expect(await headlines(history)).toEqual(["Two"]);
    await keep(history, "Three", 10_000);
    expect(await headlines(history)).toEqual(["Three", "Two"]);
  });

  it("leaves more than one version of an hour of saving every five seconds", async () => {
    const history = openHistory(await tempFolder());
    for (let n = 0; n < 24; n += 1) await keep(history, `Take ${n}`, n * 5_000);
    expect(await headlines(history)).toHaveLength(12);
  });

  it("merges only saves that nobody named", async () => {
    const history = openHistory(await tempFolder());
    const named = await keep(history, "Named", 0);
    await history.rename(id, named.id, "Before the call");
    await keep(history, "Saved", 1_000);
    await keep(history, "Theirs", 2_000, "outside");
    await keep(history, "Saved again", 3_000);
    await keep(history, "Given up", 4_000, "discarded");
    expect(await headlines(history)).toHaveLength(5);
  });

  it("brings two at once into two files", async () => {
    const profile = await tempFolder();
    const history = openHistory(profile);
    const takes = [1, 2, 3, 4, 5].map((n) => keep(history, `Take ${n}`, n * minute));
    await Promise.all(takes);
    expect(await headlines(history)).toEqual([5, 4, 3, 2, 1].map((n) => `Take ${n}`));
    const sequences = (await readdir(folderIn(profile))).map((name) => name.slice(0, 8)).sort();
    expect(sequences).toEqual([1, 2, 3, 4, 5].map((n) => `0000000${n}`));
  });

  it("keeps stories apart", async () => {
    const history = openHistory(await tempFolder());
    const other = "f3b7e0d2-1111-4222-8333-444455556666";
    await keep(history, "Mine", 0);
    expect(valueOf(await history.list(other))).toEqual([]);
  });

  it("goes on after a start, and finds what it kept", async () => {
    const profile = await tempFolder();
    await keep(openHistory(profile), "Before", 0);
    const version = await keep(openHistory(profile), "After", minute);
    expect(version.id.slice(0, 8)).toBe("00000002");
    expect(await headlines(openHistory(profile))).toEqual(["After", "Before"]);
  });

  it.each(["../../etc", "", "a/b", `${id}/..`, "con", `${id}.damaged-1`, "\0"])(
    "refuses %j as a story",
    async (hostile) => {
      const profile = await tempFolder();
      const history = openHistory(profile);
      const version = { text: textFor("x"), time: timeAt(0), kind: "saved" } as const;
      expect(failureOf(await history.keep(hostile, version)).kind).toBe("missing");
      expect(failureOf(await history.list(hostile)).kind).toBe("missing");
      expect(await readdir(profile)).toEqual([]);
    },
  );

  it("refuses what is no story", async () => {
    const history = openHistory(await tempFolder());
    const version = { text: "{}", time: timeAt(0), kind: "saved" } as const;
    expect(failureOf(await history.keep(id, version)).kind).toBe("foreign");
  });

  it.each(["ENOSPC", "EIO", "SHORT", "CRASH"])(
    "loses nothing that it kept, whichever call gives %s",
    async (code) => {
      const healthy = faultyDisk(null);
      const rehearsal = openHistory(await tempFolder(), healthy.disk);
      await keep(rehearsal, "First", 0);
      const begin = healthy.calls.length;
      await keep(rehearsal, "Second", minute);
      for (let nth = begin + 1; nth <= healthy.calls.length; nth += 1) {
        const profile = await tempFolder();
        const history = openHistory(profile, faultyDisk({ nth, code }).disk);
        await keep(history, "First", 0);
        const version = { text: textFor("Second"), time: timeAt(minute), kind: "saved" } as const;
        const result = await history.keep(id, version);
        const found = await headlines(openHistory(profile));
        expect(found.slice(-1), `call ${nth}`).toEqual(["First"]);
        if (result.ok) expect(found).toEqual(["Second", "First"]);
        else expect(result.failure.reason).toContain("earlier versions");
      }
    },
    30_000,
  );
});

describe("list", () => {
  it("is empty for a story without a history", async () => {
    expect(valueOf(await openHistory(await tempFolder()).list(id))).toEqual([]);
  });

  it("shows the others whatever became of one, and takes the damaged out of the way", async () => {
    const profile = await tempFolder();
    const history = openHistory(profile);
    for (let n = 0; n < 6; n += 1) await keep(history, `Take ${n}`, n * minute);
    const [cut = "", garbage = "", facts = "", folder = ""] = (
      await readdir(folderIn(profile))
    ).sort();
    const at = (name: string): string => join(folderIn(profile), name);
    await truncate(at(cut), 400);
    await writeFile(at(garbage), "garbage");
    await rot(profile, facts.replace(".version", ""), "saved", "filed");
    await rm(at(folder));
    await mkdir(at(folder));
    await writeFile(at("notes.txt"), "not ours");
    await symlink("/dev/zero", at(`00000099-${"a".repeat(64)}.version`));
    expect(await headlines(openHistory(profile))).toEqual(["Take 5", "Take 4"]);
    const aside = (await readdir(folderIn(profile))).filter((name) => name.includes("damaged"));
    expect(aside).toHaveLength(5);
  });

  it("skips what cannot be read just now, and lets it be", async () => {
    const profile = await tempFolder();
    for (const n of [1, 2]) await keep(openHistory(profile), `Take ${n}`, n * minute);
    const { disk } = faultyDisk({ name: "open", nth: 1, code: "EMFILE" });
    expect(await headlines(openHistory(profile, disk))).toHaveLength(1);
    expect(await headlines(openHistory(profile))).toHaveLength(2);
  });

  it("starts afresh when a file stands where a folder should be", async () => {
    const profile = await tempFolder();
    await mkdir(join(profile, "history"));
    await writeFile(folderIn(profile), "a file in the way");
    const history = openHistory(profile);
    expect(valueOf(await history.list(id))).toEqual([]);
    await keep(history, "Works again", 0);
  });
});

describe("read", () => {
  it("refuses a text that is not as it was written, and takes it out of the list", async () => {
    const profile = await tempFolder();
    const history = openHistory(profile);
    const version = await keep(history, "Exact", 0);
    await rot(profile, version.id, "Exact", "Exalt");
    expect(failureOf(await history.read(id, version.id)).kind).toBe("damaged");
    expect(valueOf(await history.list(id))).toEqual([]);
  });

  it.each(["../slot-a", "", "00000001", `${"0".repeat(8)}-${"a".repeat(64)}`, "0/../../x"])(
    "has no version %j",
    async (hostile) => {
      const history = openHistory(await tempFolder());
      await keep(history, "Kept", 0);
      expect(failureOf(await history.read(id, hostile)).kind).toBe("missing");
      expect(failureOf(await history.rename(id, hostile, "x")).kind).toBe("missing");
    },
  );
});

describe("rename", () => {
  it("gives a name, changes it and takes it away", async () => {
    const history = openHistory(await tempFolder());
    const version = await keep(history, "One", 0);
    for (const name of ["Before legal", "Nach der Prüfung 🗞️", ""]) {
      const renamed = valueOf(await history.rename(id, version.id, ` ${name} `));
      expect(renamed).toEqual({ ...version, name });
      expect(valueOf(await history.list(id))).toEqual([renamed]);
    }
    expect(valueOf(await history.read(id, version.id))).toBe(textFor("One"));
  });

  it.each(["x".repeat(201), "two\nlines", "gnp\u202e", "half \ud800", "\u0000"])(
    "refuses the name %j",
    async (name) => {
      const history = openHistory(await tempFolder());
      const version = await keep(history, "One", 0);
      expect(failureOf(await history.rename(id, version.id, name)).reason).toContain("one line");
      expect(valueOf(await history.list(id))).toEqual([version]);
    },
  );
});

describe("media", () => {
  const media = `${"a".repeat(64)}.jpg`;
  const figure = { type: "figure", attrs: { media } };

  it("names the pictures of every version of every story once", async () => {
    const history = openHistory(await tempFolder());
    const text = (headline: string): string =>
      textOf(anArticle(headline, { content: doc(headline, figure) }));
    for (const n of [1, 2]) {
      valueOf(await history.keep(id, { text: text(`${n}`), time: timeAt(n * day), kind: "saved" }));
    }
    expect(await history.media()).toEqual([media]);
  });

  it("lets stories that nobody saves any more grow old: 30 days, and 7 for what was given up", async () => {
    const profile = await tempFolder();
    let now = start;
    const history = openHistory(profile, undefined, () => now);
    // A file that was written long before is as new to the history as any other.
    await keep(history, "Saved", -900 * day);
    await keep(history, "Given up", 0, "discarded");
    const left = async (days: number): Promise<readonly string[]> => {
      now = start + days * day;
      await history.media();
      return headlines(history);
    };
    expect(await left(7)).toEqual(["Given up", "Saved"]);
    expect(await left(7.1)).toEqual(["Saved"]);
    expect(await left(30)).toEqual(["Saved"]);
    expect(await left(30.1)).toEqual([]);
    expect(await readdir(join(profile, "history"))).toEqual([]);
  });

  it("rejects when it cannot know all of them", async () => {
    const profile = await tempFolder();
    await keep(openHistory(profile), "One", 0);
    for (const [name, nth] of [
      ["open", 1],
      ["readdir", 1],
      ["readdir", 3],
    ] as const) {
      const { disk } = faultyDisk({ name, nth, code: "EMFILE" });
      await expect(openHistory(profile, disk).media(), `${name} ${nth}`).rejects.toThrow();
    }
  });

  it("survives whatever lies in the profile", async () => {
    const profile = await tempFolder();
    await writeFile(join(profile, "history"), "a file in the way");
    expect(await openHistory(profile).media()).toEqual([]);
    await keep(openHistory(profile), "Works again", 0);
    await writeFile(join(profile, "history", "notes"), "");
    expect(await openHistory(profile).media()).toEqual([]);
  });
});

async function keep(history: History, headline: string, at: number, kind: VersionKind = "saved") {
  return valueOf(await history.keep(id, { text: textFor(headline), time: timeAt(at), kind }));
}

/** Of the versions, newest first, as their files have them. */
async function headlines(history: History): Promise<readonly string[]> {
  const texts = valueOf(await history.list(id)).map(({ id: version }) => history.read(id, version));
  return (await Promise.all(texts)).map(
    (text) => /"text":"([^"]*)"/.exec(valueOf(text))?.[1] ?? "",
  );
}

async function rot(profile: string, version: string, from: string, to: string): Promise<void> {
  const path = join(folderIn(profile), `${version}.version`);
  await writeFile(path, (await readFile(path, "utf8")).replace(from, to));
}

function textFor(headline: string): string {
  return textOf(anArticle(headline));
}

function timeAt(ms: number): string {
  return new Date(start + ms).toISOString();
}

function folderIn(profile: string): string {
  return join(profile, "history", id);
}
