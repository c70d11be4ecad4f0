import { basename } from "node:path";
import { utilityProcess } from "electron";
import type { Article } from "../article/article";
import { fail, type Result } from "../article/result";
import { begun } from "./reader-messages";
import { Queue } from "./storage/queue";
import { viewStory, type ViewedStory } from "./storage/read-story";

export interface Reader {
  read(path: string): Promise<Result<ViewedStory>>;
  /** What can be read of a damaged story; its pictures that are whole go to the pool. */
  salvage(path: string): Promise<Result<Salvage>>;
}

export interface Salvage {
  readonly article: Article;
  /** One sentence for the writer: what could not be saved. */
  readonly lost: string;
}

/** A story of 50,000 words takes a tenth of a second. */
const readingMs = 5000;
/** Until then the process must run, also on a machine that is busy beyond measure. */
const beginningMs = 60_000;

/**
 * Reads strangers' stories in a process of their own; `entry` is that process's script. To begin one
 * takes a good part of a start, so a file that `isKnown`, having been read or written before, is read here.
 */
export function createReader(
  entry: string,
  pool: string,
  isKnown: (path: string) => Promise<boolean>,
): Reader {
  return {
    read: async (path) =>
      (await isKnown(path)) ? viewStory(path) : apart(entry, path, ["read", path]),
    salvage: (path) => apart(entry, path, ["salvage", path, pool]),
  };
}

/** Of many files that are opened at once each waits its turn, so that none takes another's time. */
const turns = new Queue();

function apart<T>(entry: string, path: string, args: string[]): Promise<Result<T>> {
  return turns.run("", () => begin(entry, path, args));
}

/** The answer is our own script's, so its type is known. */
function begin<T>(entry: string, path: string, args: string[]): Promise<Result<T>> {
  return new Promise((resolve) => {
    const file = basename(path);
    const reader = utilityProcess.fork(entry, args, {
      serviceName: "Story reader",
      stdio: "ignore",
    });
    const settle = (result: Result<T>): void => {
      clearTimeout(deadline);
      resolve(result);
      reader.kill();
    };
    const refuse = (what: string): void =>
      settle(fail({ kind: "damaged", file, reason: `“${file}” ${what}. It was left as it is.` }));
    const giveUp = (): void => refuse("was not read: it takes longer than any story should");
    let deadline = setTimeout(giveUp, beginningMs);
    reader.on("message", (message: typeof begun | Result<T>) => {
      clearTimeout(deadline);
      if (message === begun) deadline = setTimeout(giveUp, readingMs);
      else settle(message);
    });
    reader.once("exit", () => refuse("was not read: it stops the program that reads it"));
  });
}
