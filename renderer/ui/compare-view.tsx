import type { Node } from "prosemirror-model";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { shortSum } from "../app/reduce";
import type { Version } from "../../article/version";
import type { Comparing } from "../app/state";
import { metadataOf } from "../blocks/document";
import type { ViewHost } from "../blocks/block";
import { difference, type Range, type Row } from "../compare/difference";
import { showBlock } from "../compare/show-block";
import { versionLabel } from "./version-label";

interface CompareViewProps {
  readonly comparing: Comparing;
  readonly now: Node;
  readonly host: ViewHost;
  readonly onRestore: () => void;
  readonly onCorrect: () => void;
  readonly onOpen: () => void;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

/** A version on the left, the present story on the right, block beside block. */
export function CompareView(props: CompareViewProps) {
  const { comparing, now, host, onRestore, onCorrect, onOpen, onName, onClose } = props;
  const { version, doc } = comparing;
  const rows = useMemo(() => folded(difference(doc, now)), [doc, now]);
  const count = rows.filter((row) => row.kind === "row" && !row.row.isSame).length;
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    close.current?.focus();
    // Wherever the focus is: what had it may have gone.
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") onClose();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [onClose]);
  return (
    <main class="compare" aria-label="Comparison">
      <header class="compare-head">
        <div class="compare-side">
          <strong>{versionLabel(version)}</strong>
          <Seal version={version} />
          <NameField version={version} onName={onName} />
        </div>
        <div class="compare-side">
          <strong>Now</strong>
          <span class="compare-count" role="status">
            {count === 0
              ? "No difference"
              : `${count} ${count === 1 ? "difference" : "differences"}`}
          </span>
          <span class="compare-actions">
            {version.kind === "filed" && (
              <button type="button" class="button" disabled={count === 0} onClick={onCorrect}>
                Add a correction
              </button>
            )}
            <button type="button" class="button" onClick={onOpen}>
              Open beside
            </button>
            <button type="button" class="button" disabled={doc.eq(now)} onClick={onRestore}>
              Restore
            </button>
            <button type="button" class="button" ref={close} onClick={onClose}>
              Close
            </button>
          </span>
        </div>
      </header>
      <Facts before={doc} after={now} />
      {rows.map((row, index) =>
        row.kind === "fold" ? (
          <Fold key={index} rows={row.rows} host={host} />
        ) : (
          <RowView key={index} row={row.row} host={host} />
        ),
      )}
    </main>
  );
}

function Seal({ version }: { readonly version: Version }) {
  if (version.kind !== "filed") return null;
  return (
    <span class="compare-seal" title={`sha256 of its text: ${version.sha256}`}>
      sealed {shortSum(version)}
    </span>
  );
}

function NameField({
  version,
  onName,
}: {
  readonly version: Version;
  readonly onName: (name: string) => void;
}) {
  return (
    <input
      class="field compare-name"
      aria-label="Name of this version"
      placeholder="Name this version"
      maxLength={200}
      value={version.name}
      onChange={(event) => onName(event.currentTarget.value.trim())}
    />
  );
}

/** Facts beside the story that differ, a line each. */
function Facts({ before, after }: { readonly before: Node; readonly after: Node }) {
  const [old, now] = [metadataOf(before), metadataOf(after)];
  const fields = (Object.keys(now) as (keyof typeof now)[]).filter(
    (field) => field !== "modified" && said(old[field]) !== said(now[field]),
  );
  if (fields.length === 0) return null;
  return (
    <>
      {fields.map((field) => (
        <div class="compare-row compare-fact" key={field}>
          <p>
            {field}: <del>{said(old[field]) || "none"}</del>
          </p>
          <p>
            {field}: <ins>{said(now[field]) || "none"}</ins>
          </p>
        </div>
      ))}
    </>
  );
}

function said(value: string | number | readonly string[]): string {
  return typeof value === "object" ? value.join(", ") : String(value);
}

function RowView({ row, host }: { readonly row: Row; readonly host: ViewHost }) {
  const { before, after, removed, added, isSame } = row;
  return (
    <div class="compare-row" data-same={isSame}>
      <Cell block={before} ranges={removed} side="removed" isWhole={after === null} host={host} />
      <Cell block={after} ranges={added} side="added" isWhole={before === null} host={host} />
    </div>
  );
}

interface CellProps {
  readonly block: Node | null;
  readonly ranges: readonly Range[];
  readonly side: "removed" | "added";
  readonly isWhole: boolean;
  readonly host: ViewHost;
}

function Cell({ block, ranges, side, isWhole, host }: CellProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!place.current || !block) return;
    return showBlock(place.current, block, ranges, `compare-${side}`, host);
  }, [block, ranges, side, host]);
  return (
    <div class="compare-cell" data-side={side} data-whole={block !== null && isWhole} ref={place} />
  );
}

function Fold({ rows, host }: { readonly rows: readonly Row[]; readonly host: ViewHost }) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return rows.map((row, index) => <RowView key={index} row={row} host={host} />);
  return (
    <button type="button" class="compare-fold" onClick={() => setOpen(true)}>
      {rows.length} unchanged
    </button>
  );
}

type Shown =
  | { readonly kind: "row"; readonly row: Row }
  | { readonly kind: "fold"; readonly rows: readonly Row[] };

/** Fewer blocks take no more room than the line that says so. */
const minFold = 3;

/** Runs of equal blocks fold away but for one on each side of a difference. */
function folded(rows: readonly Row[]): readonly Shown[] {
  const isNear = (index: number): boolean =>
    [index - 1, index, index + 1].some((near) => rows[near]?.isSame === false);
  const result: Shown[] = [];
  let run: Row[] = [];
  const flush = (): void => {
    if (run.length >= minFold) result.push({ kind: "fold", rows: run });
    else for (const row of run) result.push({ kind: "row", row });
    run = [];
  };
  for (const [index, row] of rows.entries()) {
    if (isEmptyPair(row)) continue;
    if (!isNear(index)) run.push(row);
    else {
      flush();
      result.push({ kind: "row", row });
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
