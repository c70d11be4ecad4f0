import { basename } from "node:path";
import { utilityProcess } from "electron";
import { fail, type Result } from "../article/result";
import { readStory, type OpenedStory } from "./storage/read-story";

export type ReadStory = (path: string) => Promise<Result<OpenedStory>>;

/** A story of 50,000 words takes a tenth of a second. */
const deadlineMs = 5000;

/**
 * Reads strangers' stories in a process of their own; `entry` is that process's script. To begin one
 * takes a good part of a start, so a file that `isKnown`, having been read or written before, is read here.
 */
export function readApart(entry: string, isKnown: (path: string) => Promise<boolean>): ReadStory {
  return async (path) => ((await isKnown(path)) ? readStory(path) : readInProcess(entry, path));
}

function readInProcess(entry: string, path: string): Promise<Result<OpenedStory>> {
  return new Promise((resolve) => {
    const file = basename(path);
    const reader = utilityProcess.fork(entry, [path], {
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
    reader.once("message", (result: Result<OpenedStory>) => settle(result));
    reader.once("exit", () => refuse("was not read: it stops the program that reads it"));
  });
}
