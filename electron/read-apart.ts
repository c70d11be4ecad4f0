import { basename } from "node:path";
import { utilityProcess } from "electron";
import { fail, type Result } from "../article/result";
import type { OpenedStory } from "./storage/read-story";

export type ReadStory = (path: string) => Promise<Result<OpenedStory>>;

/** A story of 50,000 words takes a tenth of a second. */
const deadlineMs = 5000;

/** Reads a story in a process of its own; `entry` is that process's script. */
export function readApart(entry: string): ReadStory {
  return (path) =>
    new Promise((resolve) => {
      const file = basename(path);
      const reader = utilityProcess.fork(entry, [], {
        serviceName: "Story reader",
        stdio: "ignore",
      });
      const settle = (result: Result<OpenedStory>): void => {
        clearTimeout(deadline);
        resolve(result);
        reader.kill();
      };
      const refuse = (what: string): void =>
        settle(fail({ kind: "damaged", file, reason: `“${file}” ${what}. It was left as it is.` }));
      const deadline = setTimeout(
        () => refuse("was not read: it takes longer than any story should"),
        deadlineMs,
      );
      reader.once("spawn", () => reader.postMessage(path));
      reader.once("message", (result: Result<OpenedStory>) => settle(result));
      reader.once("exit", () => refuse("was not read: it stops the program that reads it"));
    });
}
