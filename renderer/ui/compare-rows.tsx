import type { ComponentChild, ComponentChildren } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ViewHost } from "../blocks/block";
import type { Row } from "../compare/difference";
import { showBlock } from "../compare/show-block";
import { folded, type PlacedRow } from "./compare-folds";
import { Icon } from "./icon";

interface CompareRowsProps {
  readonly rows: readonly Row[];
  readonly host: ViewHost;
}

/** Both states, block beside block; what is far from any difference is folded away. */
export function CompareRows({ rows, host }: CompareRowsProps) {
  const shown = useMemo(() => folded(rows), [rows]);
  const place = useRef<HTMLDivElement>(null);
  const jump = (to: number): void => {
    const label = place.current?.querySelector<HTMLElement>(`[data-row="${to}"] .compare-moved`);
    label?.closest(".compare-row")?.scrollIntoView({ block: "center" });
    label?.focus({ preventScroll: true });
  };
  const row = (placed: PlacedRow) => (
    <RowView key={placed.index} placed={placed} rows={rows} host={host} onJump={jump} />
  );
  return (
    <div ref={place}>
      {shown.map((part) =>
        part.kind === "row" ? (
          row(part.placed)
        ) : (
          <Fold key={part.rows[0]?.index} rows={part.rows} show={row} />
        ),
      )}
    </div>
  );
}

interface RowViewProps {
  readonly placed: PlacedRow;
  readonly rows: readonly Row[];
  readonly host: ViewHost;
  readonly onJump: (row: number) => void;
}

function RowView({ placed: { row, index }, rows, host, onJump }: RowViewProps) {
  const label = row.move && !row.move.isAlong && (
    <MovedLabel
      row={row}
      count={movedTogether(rows, index)}
      onJump={() => row.move && onJump(row.move.row)}
    />
  );
  return (
    <div
      class="compare-row"
      data-row={index}
      data-same={row.isSame}
      data-moved={row.move !== null}
      data-along={row.move?.isAlong}
    >
      <Cell row={row} side="removed" host={host}>
        {row.before && label}
      </Cell>
      <Cell row={row} side="added" host={host}>
        {row.after && label}
      </Cell>
    </div>
  );
}

interface MovedLabelProps {
  readonly row: Row;
  readonly count: number;
  readonly onJump: () => void;
}

/** Says which way a block was moved and brings the reader to its other place. */
function MovedLabel({ row, count, onJump }: MovedLabelProps) {
  const isDown = row.move?.isDown === true;
  const isHere = row.after !== null;
  const what = count === 1 ? "moved" : `${count} blocks moved`;
  const way = isHere ? `here from ${isDown ? "above" : "below"}` : isDown ? "down" : "up";
  return (
    <button
      type="button"
      class="compare-moved"
      title={isHere ? "Show where it stood" : "Show where it went"}
      onClick={onJump}
    >
      <Icon name={isDown === isHere ? "arrow-up" : "arrow-down"} />
      {what} {way}
    </button>
  );
}

function movedTogether(rows: readonly Row[], first: number): number {
  const next = rows.findIndex(({ move }, index) => index > first && move?.isAlong !== true);
  return (next < 0 ? rows.length : next) - first;
}

interface CellProps {
  readonly row: Row;
  readonly side: "removed" | "added";
  readonly host: ViewHost;
  readonly children: ComponentChildren;
}

function Cell({ row, side, host, children }: CellProps) {
  const place = useRef<HTMLDivElement>(null);
  const [block, marked] = side === "removed" ? [row.before, row.removed] : [row.after, row.added];
  useLayoutEffect(() => {
    if (!place.current || !block) return;
    return showBlock(place.current, block, marked, `compare-${side}`, host);
  }, [block, marked, side, host]);
  return (
    <div class="compare-cell" data-side={side} data-empty={block === null}>
      {children}
      <div ref={place} />
    </div>
  );
}

interface FoldProps {
  readonly rows: readonly PlacedRow[];
  readonly show: (placed: PlacedRow) => ComponentChild;
}

function Fold({ rows, show }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <>{rows.map(show)}</>;
  return (
    <button type="button" class="compare-fold" onClick={() => setOpen(true)}>
      {rows.length} unchanged
    </button>
  );
}
