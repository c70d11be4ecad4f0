// Chromium's own record of its network, which begins before our first line and ends with the program.
// It has what was asked for in vain as well: a name that nobody could look up, a request that failed.

import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A place for the record of one session; the program is started with `--log-net-log` and this path. */
export async function newNetLog(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), "stet-net-")), "log.json");
}

/**
 * Every address, name and socket of the record. Our own schemes are served without the network and are
 * not in it. The record of a program that was killed may end anywhere.
 */
export async function askedOutside(log: string): Promise<readonly string[]> {
  const lines = (await readFile(log, "utf8")).split("\n");
  const asked = lines.flatMap((line) => {
    const event = eventIn(line);
    const { url, host, address, address_list: list } = event?.params ?? {};
    return [url, host, address, list].filter((one) => one !== undefined).map(String);
  });
  return [...new Set(asked)];
}

/** Throws if the session of that record asked for anything; the record is gone then. */
export async function nothingAskedOutside(log: string): Promise<void> {
  // Looked at before: what was killed is disposed of as well.
  if (!existsSync(log)) return;
  const asked = await askedOutside(log);
  await rm(dirname(log), { recursive: true });
  if (asked.length > 0) throw new Error(`S14: the program asked for ${asked.join(", ")}`);
}

interface NetEvent {
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Each event is a line of its own; null for the lines around them, and for one that was cut. */
function eventIn(line: string): NetEvent | null {
  const text = line.replace(/\]?,?\s*$/, "");
  if (!text.startsWith("{") || !text.includes('"source":')) return null;
  try {
    return JSON.parse(text) as NetEvent;
  } catch {
    return null;
  }
}
