import { setTimeout as wait } from "node:timers/promises";

const limitMs = 60_000;

/** What does not come within a minute never will: a program that hangs must not hang the run. */
export async function withinLimit<T>(promise: Promise<T>): Promise<T> {
  const limit = new AbortController();
  const late = wait(limitMs, null, { signal: limit.signal }).then(() => {
    throw new Error("Electron did not answer within a minute");
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    late.catch(() => undefined);
    limit.abort();
  }
}
