// R10: the pictures of what another program writes into the file in the last moment of a save.

import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { MediaName } from "../../article/media";
import { ok } from "../../article/result";
import { poolPicture } from "../../electron/storage/media";
import { saveStory, type SaveOrder } from "../../electron/storage/save";
import { faultyDisk } from "./faulty-disk";
import { nameOf, png } from "./picture";
import { anOrder, saved, sourceOf, tempFolder, valueOf } from "./story";

const [mine, both, theirs] = [png(1, 1), png(2, 2), png(3, 3)];

describe("saveStory while another program writes a story with pictures", () => {
  it("keeps those that the saved story has not", async () => {
    const { order, slipIn, kept } = await aSave();
    const done = valueOf(await saveStory(order, await slipIn(theirs, both)));
    expect(done).toMatchObject({ slippedIn: true, historyFailure: null });
    expect(await kept()).toEqual([theirs]);
  });

  it("says so when one of them is altered, and keeps the words and the others", async () => {
    const { order, slipIn, kept, texts } = await aSave();
    const altered = { ...sourceOf(nameOf(png(9, 9), "png"), mine) };
    const done = valueOf(await saveStory(order, await slipIn(altered, theirs)));
    expect(done.historyFailure).toMatchObject({ kind: "damaged" });
    expect(await kept()).toEqual([theirs]);
    expect(texts).toHaveLength(2);
  });

  it("asks for none where nothing slipped in", async () => {
    const { order, kept, texts } = await aSave();
    expect(valueOf(await saveStory(order))).toMatchObject({ slippedIn: false });
    expect(await kept()).toEqual([]);
    expect(texts).toHaveLength(1);
  });
});

type Given = Buffer | ReturnType<typeof sourceOf>;

async function aSave() {
  const folder = await tempFolder();
  const path = join(folder, "story.stet");
  const pool = join(folder, "pool");
  const sources = [mine, both].map(source);
  const base = await saved(path, "Old", { sources });
  const texts: string[] = [];
  const keep: SaveOrder["keep"] = async (text) => ok(texts.push(text));
  const keepPictures: SaveOrder["keepPictures"] = async (found) => {
    const results = [];
    for (const picture of found) results.push(await poolPicture(pool, picture));
    return results.find((result) => !result.ok) ?? ok(null);
  };
  const handle = await open(path, "r+");
  return {
    texts,
    order: anOrder(path, "New", { base, sources, keep, keepPictures }),
    /** A disk on which that story is written into the file just before it loses its name. */
    slipIn: async (...pictures: readonly Given[]) => {
      const other = join(folder, "theirs.stet");
      await saved(other, "Theirs", { sources: pictures.map(source) });
      const bytes = await readFile(other);
      return faultyDisk(null, async (_nth, name) => {
        if (name !== "rename") return;
        await handle.truncate(0);
        await handle.write(bytes, 0, bytes.length, 0);
      }).disk;
    },
    kept: async () => {
      await handle.close();
      const names: readonly MediaName[] = await readdir(pool).catch(() => []);
      return Promise.all(names.map((name) => readFile(join(pool, name))));
    },
  };
}

function source(given: Given) {
  return Buffer.isBuffer(given) ? sourceOf(nameOf(given, "png"), given) : given;
}
