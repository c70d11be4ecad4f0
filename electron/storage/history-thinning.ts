// Which versions of a story have had their time. Saving by itself may bring a version every few
// seconds, so that the newest fifty would cover an hour: of too many those go that stand closest
// together, and what is left is spread over all of the work.

import type { KeptVersion, VersionKind } from "./history-version";

export const maxUnnamed = 50;
export const mergeMs = 10_000;

const dayMs = 24 * 60 * 60 * 1000;
const maxAgeMs: Readonly<Record<VersionKind, number>> = {
  saved: 30 * dayMs,
  outside: 30 * dayMs,
  discarded: 7 * dayMs,
  filed: Infinity,
};

/**
 * Of one story's versions, oldest first, those to delete. What has a name or was filed stays for good,
 * and so does the newest as long as it is not too old.
 */
export function surplus(versions: readonly KeptVersion[], nowMs: number): readonly KeptVersion[] {
  const old = versions.filter(
    (version) => isPassing(version) && nowMs - Date.parse(version.kept) > maxAgeMs[version.kind],
  );
  const left = versions.filter((version) => !old.includes(version));
  const crowded: KeptVersion[] = [];
  for (let count = left.filter(isPassing).length; count > maxUnnamed; count -= 1) {
    crowded.push(...left.splice(mostCrowded(left), 1));
  }
  return [...old, ...crowded];
}

/**
 * Whether `time` is so soon after `newest` that words saved then take its place. Counted from the first
 * of them: counted from the last, an hour of saving every five seconds would leave one version.
 */
export function isSameMoment(newest: KeptVersion, kind: VersionKind, time: string): boolean {
  const sinceMs = Date.parse(time) - Date.parse(newest.since);
  const areSaves = newest.kind === "saved" && kind === "saved" && newest.name === "";
  return areSaves && sinceMs >= 0 && sinceMs < mergeMs;
}

function isPassing({ name, kind }: KeptVersion): boolean {
  return name === "" && kind !== "filed";
}

/** The save that follows closest on the version before it; failing that, the oldest that may go. */
function mostCrowded(versions: readonly KeptVersion[]): number {
  const older = versions.slice(0, -1);
  let found = older.findIndex(isPassing);
  let leastMs = Infinity;
  older.forEach((version, index) => {
    const before = versions[index - 1];
    if (!before || version.kind !== "saved" || !isPassing(version)) return;
    const gapMs = Math.abs(Date.parse(version.time) - Date.parse(before.time));
    if (gapMs >= leastMs) return;
    leastMs = gapMs;
    found = index;
  });
  return found;
}
