import type { Node } from "prosemirror-model";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { shortSum } from "../app/reduce";
import type { Version } from "../../article/version";
import type { Comparing } from "../app/state";
import { metadataOf } from "../blocks/document";
import type { ViewHost } from "../blocks/block";
import { difference, differences } from "../compare/difference";
import { CompareRows } from "./compare-rows";
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
  const rows = useMemo(() => difference(doc, now), [doc, now]);
  const count = differences(rows);
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
          <h1 class="compare-title">{versionLabel(version)}</h1>
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
      <CompareRows rows={rows} host={host} />
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
