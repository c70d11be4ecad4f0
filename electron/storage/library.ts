// Small facts that outlive a run, one JSON file each in the profile. None of them is worth a message at
// start: what cannot be read is set aside and the program begins with its defaults.

import { basename, join } from "node:path";
import * as v from "valibot";
import { ok, type Result } from "../../article/result";
import { defaultSettings, panels, themes, type Settings } from "../contract";
import { nodeDisk, readBounded, stampOf, statOrNull, type Disk } from "./disk";
import { attempt, hasCode, isSystemError, Refusal } from "./failure";
import { Queue } from "./queue";
import { replaceFile } from "./replace";
import { setAside } from "./set-aside";

export interface WindowBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

export interface Library {
  /** Paths, newest first. A file that is missing today may be on a disk that is plugged in tomorrow. */
  recent(): Promise<readonly string[]>;
  /** Puts `path`, which was just read or saved, first; resolves to the new list. */
  addRecent(path: string): Promise<Result<readonly string[]>>;
  /** Whether the file at `path` is in the list and was not touched by anybody since. */
  isUnchanged(path: string): Promise<boolean>;
  clearRecent(): Promise<Result<null>>;
  settings(): Promise<Settings>;
  setSettings(settings: Settings): Promise<Result<null>>;
  /** Null when no window was ever placed. */
  bounds(): Promise<WindowBounds | null>;
  setBounds(bounds: WindowBounds): Promise<Result<null>>;
}

export const maxRecent = 10;
const maxFileBytes = 1024 * 1024;

/** `stamp` is that of the file when it was added, null if there was none. */
const recentSchema = v.array(v.object({ path: v.string(), stamp: v.nullable(v.string()) }));
type Recent = v.InferOutput<typeof recentSchema>;

/** A member that is missing, or unknown to this version, falls back alone. */
const settingsSchema = v.object({
  theme: v.fallback(v.picklist(themes), defaultSettings.theme),
  panel: v.fallback(v.nullable(v.picklist(panels)), defaultSettings.panel),
  autosave: v.fallback(v.boolean(), defaultSettings.autosave),
  outline: v.fallback(v.boolean(), defaultSettings.outline),
  typewriter: v.fallback(v.boolean(), defaultSettings.typewriter),
});

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));
const extent = v.pipe(pixels, v.minValue(1));
const boundsSchema = v.object({
  x: pixels,
  y: pixels,
  width: extent,
  height: extent,
  maximized: v.boolean(),
});

export function openLibrary(profile: string, disk: Disk = nodeDisk): Library {
  const turns = new Queue();
  const recentPath = join(profile, "recent.json");
  const settingsPath = join(profile, "settings.json");
  const boundsPath = join(profile, "window.json");

  async function recent(): Promise<Recent> {
    const files = await readJson(recentPath, recentSchema, disk);
    return files?.slice(0, maxRecent) ?? [];
  }

  async function stampAt(path: string): Promise<string | null> {
    const stat = await statOrNull(path, disk).catch(() => null);
    return stat && stampOf(stat);
  }

  function write(path: string, value: unknown): Promise<Result<null>> {
    return turns.run(path, () => writeJson(path, value, disk));
  }

  return {
    recent: async () => (await recent()).map(({ path }) => path),
    // Read and written in one turn, or of two stories saved at once the list would lose one.
    addRecent: (path) =>
      turns.run(recentPath, async () => {
        const others = (await recent()).filter((other) => other.path !== path);
        const files = [{ path, stamp: await stampAt(path) }, ...others].slice(0, maxRecent);
        const written = await writeJson(recentPath, files, disk);
        return written.ok ? ok(files.map((file) => file.path)) : written;
      }),
    async isUnchanged(path) {
      const known = (await recent()).find((file) => file.path === path);
      return known !== undefined && known.stamp !== null && known.stamp === (await stampAt(path));
    },
    clearRecent: () => write(recentPath, []),
    settings: async () => (await readJson(settingsPath, settingsSchema, disk)) ?? defaultSettings,
    setSettings: (settings) => write(settingsPath, settings),
    bounds: () => readJson(boundsPath, boundsSchema, disk),
    setBounds: (bounds) => write(boundsPath, bounds),
  };
}

/** Null when there is nothing, or nothing that fits: that is set aside. */
async function readJson<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
  disk: Disk,
): Promise<v.InferOutput<Schema> | null> {
  try {
    const bytes = await readBounded(path, maxFileBytes, disk);
    const text = bytes?.toString("utf8");
    const value = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
    if (value.success) return value.output;
  } catch (error) {
    if (isSystemError(error) && !hasCode(error, "EISDIR")) return null;
    if (!(error instanceof Refusal || isSystemError(error))) throw error;
  }
  await setAside(path, disk);
  return null;
}

function writeJson(path: string, value: unknown, disk: Disk): Promise<Result<null>> {
  return attempt(basename(path), "keep", async () => {
    const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
    await replaceFile(path, { bytes: [bytes], old: null }, disk);
    return null;
  });
}
