// Two things are measured in turns, A B A B …, and compared pair by pair: what slows the machine for
// a while slows both halves of a pair, so it leaves their ratio alone.

export interface Pair<T> {
  readonly ours: T;
  readonly other: T;
}

export type Measure<T> = () => T | Promise<T>;

export async function inTurns<T>(
  rounds: number,
  ours: Measure<T>,
  other: Measure<T>,
): Promise<readonly Pair<T>[]> {
  const pairs: Pair<T>[] = [];
  for (let round = 0; round < rounds; round++) {
    pairs.push({ ours: await ours(), other: await other() });
  }
  return pairs;
}

/** One number of each half. */
export function each<T>(
  pairs: readonly Pair<T>[],
  pick: (half: T) => number,
): readonly Pair<number>[] {
  return pairs.map(({ ours, other }) => ({ ours: pick(ours), other: pick(other) }));
}

/** How long something takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
