// A figure is one line of the table: what Stet takes, what the thing beside it takes, their ratio and
// how far the rounds lie apart. An aim that is not reached is said and fails nothing.

import { each, type Pair } from "./pairs";
import { median, spread } from "./statistics";

export interface Figure {
  readonly what: string;
  readonly stet: string;
  /** What it was measured against, in the same run. */
  readonly against: string;
  readonly ratio: string;
  readonly spread: string;
  readonly aim: string;
}

export type Aim = { readonly atMost: number } | { readonly atLeast: number };

export interface Unit {
  readonly name: string;
  readonly digits: number;
}

export const milliseconds: Unit = { name: "ms", digits: 1 };

/** Stet against something else. The ratio is the median of the pairs' ratios, the aim is for it. */
export function ratioFigure<T>(
  what: string,
  pairs: readonly Pair<T>[],
  pick: (half: T) => number,
  other: string,
  { unit = milliseconds, aim = null }: { readonly unit?: Unit; readonly aim?: Aim | null } = {},
): Figure {
  const numbers = each(pairs, pick);
  const ratios = numbers.map((pair) => pair.ours / pair.other);
  const ratio = median(ratios);
  return {
    what,
    stet: quantity(median(numbers.map(({ ours }) => ours)), unit),
    against: `${other}: ${quantity(median(numbers.map((pair) => pair.other)), unit)}`,
    ratio: decimal(ratio, ratio < 100 ? 2 : 0),
    spread: `${decimal(spread(ratios), 0)} %`,
    aim: verdict(aim, ratio, 2),
  };
}

/** A number that stands for itself; `values` are its rounds. */
export function plainFigure(
  what: string,
  values: readonly number[],
  unit: Unit,
  aim: Aim | null = null,
): Figure {
  const value = median(values);
  return {
    what,
    stet: quantity(value, unit),
    against: "",
    ratio: "",
    spread: values.length > 1 ? `${decimal(spread(values), 0)} %` : "",
    aim: verdict(aim, value, unit.digits),
  };
}

function verdict(aim: Aim | null, value: number, digits: number): string {
  if (aim === null) return "";
  const [sign, limit, isReached] =
    "atMost" in aim
      ? ["<=", aim.atMost, value <= aim.atMost]
      : [">=", aim.atLeast, value >= aim.atLeast];
  return `aim ${sign} ${limit}: ${decimal(value, digits)} ${isReached ? "reached" : "not reached"}`;
}

function quantity(value: number, { name, digits }: Unit): string {
  return `${decimal(value, digits)} ${name}`;
}

function decimal(value: number, digits: number): string {
  return value.toLocaleString("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
