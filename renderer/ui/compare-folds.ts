import type { Row } from "../compare/difference";

export interface PlacedRow {
  readonly row: Row;
  /** Its place among all rows of the comparison. */
  readonly index: number;
}

export type Shown =
  | { readonly kind: "row"; readonly placed: PlacedRow }
  | { readonly kind: "fold"; readonly rows: readonly PlacedRow[] };

/** Fewer blocks take no more room than the line that says so. */
const minFold = 3;

/** Runs of equal blocks fold away but for one on each side of a difference. */
export function folded(rows: readonly Row[]): readonly Shown[] {
  const isNear = (index: number): boolean =>
    [index - 1, index, index + 1].some((near) => rows[near]?.isSame === false);
  const result: Shown[] = [];
  let run: PlacedRow[] = [];
  const flush = (): void => {
    if (run.length >= minFold) result.push({ kind: "fold", rows: run });
    else for (const placed of run) result.push({ kind: "row", placed });
    run = [];
  };
  for (const [index, row] of rows.entries()) {
    if (isEmptyPair(row)) continue;
    if (!isNear(index)) run.push({ row, index });
    else {
      flush();
      result.push({ kind: "row", placed: { row, index } });
    }
  }
  flush();
  return result;
}

/** Header fields that neither state uses. */
function isEmptyPair({ before, after, isSame }: Row): boolean {
  return (
    isSame && before?.isTextblock === true && before.childCount + (after?.childCount ?? 0) === 0
  );
}
