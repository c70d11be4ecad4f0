export interface Share {
  readonly name: string;
  readonly ms: number;
}

/** Largest first. */
export function ranking(times: ReadonlyMap<string, number>): readonly Share[] {
  return [...times].map(([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms);
}

/** The first lines of a ranking, each `per` of something. */
export function rankingText(title: string, shares: readonly Share[], per: number): string {
  const line = ({ name, ms }: Share): string => `${(ms / per).toFixed(3).padStart(8)}  ${name}`;
  return [title, ...shares.slice(0, 15).map(line)].join("\n");
}
