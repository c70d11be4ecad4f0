// R10: what another program does to the file at any moment of a save. The old text is ours to keep, the
// other program's is its own, and neither may be gone in the end.

import { randomBytes } from "node:crypto";
import { open, rename, stat, utimes, writeFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openHistory, type History } from "../../electron/storage/history";
import { nodeDisk, type Disk } from "../../electron/storage/disk";
import { fingerprintOf, readStory } from "../../electron/storage/read-story";
import { saveStory, type SaveOrder } from "../../electron/storage/save";
import { figure, Worst } from "../reliability/figures";
import { faultyDisk } from "./faulty-disk";
import { nameOf } from "./picture";
import { anArticle, anOrder, bytesOf, saved, sourceOf, tempFolder, textOf, valueOf } from "./story";

const id = anArticle("").id;

describe("saveStory with a history", () => {
  it("keeps the words that it replaces, with the time of their file", async () => {
    const { path, history, order } = await aSecondSave();
    await utimes(path, 0, new Date("2026-03-01T08:00:00Z"));
    const done = valueOf(await saveStory(order));
    expect(done).toMatchObject({ slippedIn: false, historyFailure: null });
    const [version, ...others] = valueOf(await history.list(id));
    expect(others).toEqual([]);
    expect(version).toMatchObject({ kind: "saved", time: "2026-03-01T08:00:00.000Z" });
    expect(await textsIn(history)).toEqual([textFor("Old")]);
  });

  it("keeps what another program wrote where the writer lets it go", async () => {
    const { history, order } = await aSecondSave();
    valueOf(await saveStory({ ...order, base: null }));
    expect(valueOf(await history.list(id))).toMatchObject([{ kind: "outside" }]);
  });

  it("keeps nothing where there was nothing, or no story", async () => {
    const { path, history, order } = await aSecondSave();
    valueOf(await saveStory({ ...order, path: `${path}2`, base: null }));
    await writeFile(path, "a note");
    valueOf(await saveStory({ ...order, base: null }));
    expect(await textsIn(history)).toEqual([]);
  });

  it("saves all the same when the history cannot be written, and says so", async () => {
    const { path, profile, order } = await aSecondSave();
    await writeFile(join(profile, "history"), "a file in the way");
    const done = valueOf(await saveStory(order));
    expect(done.historyFailure?.reason).toContain("earlier versions");
    expect(await textAt(path)).toBe(textFor("New"));
  });

  it("says that it may not know all when the old file cannot be read any more", async () => {
    const { order } = await aSecondSave();
    const healthy = faultyDisk(null);
    valueOf(await saveStory(order, healthy.disk));
    const again = await aSecondSave();
    const nth = healthy.calls.length;
    const done = valueOf(await saveStory(again.order, faultyDisk({ nth, code: "EIO" }).disk));
    expect(done).toMatchObject({ slippedIn: true, historyFailure: { file: "story.stet" } });
  });

  it("reads no picture for it", async () => {
    const { path, order } = await aSecondSave();
    const picture = randomBytes(3_000_000);
    const sources = [sourceOf(nameOf(picture, "png"), picture)];
    const base = await saved(path, "Old, with a picture", { sources });
    let read = 0;
    const disk: Disk = {
      ...nodeDisk,
      open: async (...args: Parameters<Disk["open"]>) => {
        const handle = await nodeDisk.open(...args);
        const call = handle.read.bind(handle) as unknown as (...all: unknown[]) => Promise<Read>;
        const counted = async (...all: unknown[]): Promise<Read> => {
          const result = await call(...all);
          read += result.bytesRead;
          return result;
        };
        return Object.assign(handle, { read: counted });
      },
    };
    valueOf(await saveStory({ ...order, base }, disk));
    expect(read).toBeLessThan(1_000_000);
  });
});

type Read = { readonly bytesRead: number };

interface Intruder {
  readonly what: string;
  /** What it needs before the save begins. */
  ready?(path: string): Promise<FileHandle>;
  act(path: string, bytes: Buffer, handle: FileHandle | null): Promise<void>;
  /** A rename in place of the file between our last look and our own rename cannot be seen. */
  readonly blind?: "rename";
}

const intruders: readonly Intruder[] = [
  { what: "writes into the file", act: (path, bytes) => writeFile(path, bytes) },
  {
    what: "writes as many bytes and sets the old time",
    async act(path, bytes) {
      const { size, atime, mtime } = await stat(path);
      expect(bytes.length).toBe(size);
      await writeFile(path, bytes);
      await utimes(path, atime, mtime);
    },
  },
  {
    what: "writes into the file that it opened before",
    ready: (path) => open(path, "r+"),
    async act(_path, bytes, handle) {
      await handle?.truncate(0);
      await handle?.write(bytes, 0, bytes.length, 0);
    },
  },
  {
    what: "puts another file in its place",
    async act(path, bytes) {
      await writeFile(`${path}.theirs`, bytes);
      await rename(`${path}.theirs`, path);
    },
    blind: "rename",
  },
];

describe("R10 saveStory while another program", () => {
  it.each(intruders)(
    "$what, at each step: no text is lost",
    async ({ what, ready, act, blind }) => {
      const rehearsal = faultyDisk(null);
      valueOf(await saveStory((await aSecondSave()).order, rehearsal.disk));
      const worst = new Worst();
      let cases = 0;
      for (let nth = 1; nth <= rehearsal.calls.length; nth += 1) {
        if (rehearsal.calls[nth - 1] === blind) continue;
        const { path, history, order } = await aSecondSave();
        const theirs = await bytesOf("Its");
        const handle = (await ready?.(path)) ?? null;
        const busy = faultyDisk(null, async (call) => {
          if (call === nth) await act(path, theirs, handle);
        });
        const result = await worst.of(() => saveStory(order, busy.disk));
        await handle?.close();
        const step = `${nth} ${busy.calls[nth - 1] ?? ""}`;
        const inFile = await textAt(path);
        const inHistory = await textsIn(history);
        expect([inFile, ...inHistory], step).toContain(textFor("Its"));
        cases += 1;
        if (!result.ok) continue;
        expect(inHistory, step).toContain(textFor("Old"));
        const { slippedIn, historyFailure, fingerprint } = result.value;
        expect(historyFailure, step).toBeNull();
        // Written after the save had been read back, it is the next save's conflict.
        const isNext = (await fingerprintOf(path)) !== fingerprint;
        expect(slippedIn, step).toBe(!isNext);
        expect(inFile, step).toBe(textFor(isNext ? "Its" : "New"));
      }
      expect(cases).toBeGreaterThan(25);
      const note = `another program ${what}`;
      figure("R10", { tier: "U", note, cases, lost: 0, worstMs: worst.ms });
    },
    60_000,
  );
});

interface Setup {
  readonly path: string;
  readonly profile: string;
  readonly history: History;
  readonly order: SaveOrder;
}

async function aSecondSave(): Promise<Setup> {
  const profile = await tempFolder();
  const history = openHistory(profile);
  const path = join(profile, "story.stet");
  const base = await saved(path, "Old");
  const keep: SaveOrder["keep"] = (text, kind, time) => history.keep(id, { text, kind, time });
  return { path, profile, history, order: anOrder(path, "New", { base, keep }) };
}

function textFor(headline: string): string {
  return textOf(anArticle(headline));
}

async function textAt(path: string): Promise<string> {
  return textOf(valueOf(await readStory(path)).article);
}

async function textsIn(history: History): Promise<readonly string[]> {
  const versions = valueOf(await history.list(id));
  return Promise.all(versions.map(async (version) => valueOf(await history.read(id, version.id))));
}
