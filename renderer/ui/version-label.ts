import type { Version, VersionKind } from "../../article/version";

const kinds: Readonly<Record<VersionKind, string>> = {
  saved: "",
  outside: "by another program",
  discarded: "not saved",
  filed: "filed",
};

/** When the version was, and what made it: “Today 14:32 · filed”. */
export function versionLabel({ time, kind }: Version, now: Date = new Date()): string {
  const date = new Date(time);
  const clock = date.toLocaleTimeString(undefined, { timeStyle: "short", hourCycle: "h23" });
  const isToday = date.toDateString() === now.toDateString();
  const day = date.toLocaleDateString(undefined, { day: "numeric", month: "short" });
  const what = kinds[kind];
  return `${isToday ? "Today" : day} ${clock}${what === "" ? "" : ` · ${what}`}`;
}
