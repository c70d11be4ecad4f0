import type { Node } from "prosemirror-model";
import { useEffect, useState } from "preact/hooks";
import type { Failure, Result } from "../../article/result";
import type { Version } from "../../article/version";
import type { Effects } from "../app/effects";
import { titleOf } from "../blocks/document";
import { firstDifference } from "../compare/difference";
import { versionLabel } from "./version-label";

interface HistoryPanelProps {
  readonly effects: Effects;
  /** The list is read anew when it changes. */
  readonly turn: number;
  /** The version that is being compared, if one is. */
  readonly chosen: string | null;
  readonly onClose: () => void;
}

/** The story as it was: each version with its time, its length and the first line that was new in it. */
export function HistoryPanel({ effects, turn, chosen, onClose }: HistoryPanelProps) {
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [lines, setLines] = useState<ReadonlyMap<string, string>>(new Map());

  useEffect(() => {
    let isGone = false;
    const isCurrent = (): boolean => !isGone;
    void effects.versions().then((result) => {
      if (!isCurrent()) return;
      setFailure(result.ok ? null : result.failure);
      if (!result.ok) return;
      setVersions(result.value);
      void readLines(effects, result.value, lines, isCurrent, (id, line) =>
        setLines((known) => new Map(known).set(id, line)),
      );
    });
    return () => void (isGone = true);
  }, [effects, turn]);

  return (
    <aside class="panel" aria-label="History">
      <header class="panel-head">
        <h2>History</h2>
        <button type="button" class="panel-close" aria-label="Close history" onClick={onClose}>
          ×
        </button>
      </header>
      {failure && <p class="panel-note">{failure.reason}</p>}
      {versions?.length === 0 && (
        <p class="panel-note">
          Nothing yet. Each save keeps what the file held before, here and on this machine only.
        </p>
      )}
      <ol class="versions">
        {versions?.map((version) => (
          <li key={version.id}>
            <button
              type="button"
              class="version"
              data-kind={version.kind}
              aria-current={version.id === chosen}
              onClick={() => void effects.compare(version)}
            >
              <VersionHead version={version} />
              <span class="version-line">{lines.get(version.id) ?? "\u00a0"}</span>
            </button>
          </li>
        ))}
      </ol>
    </aside>
  );
}

function VersionHead({ version }: { readonly version: Version }) {
  const { name, words } = version;
  return (
    <>
      <span class="version-head">
        <time dateTime={version.time}>{versionLabel(version)}</time>
        <span class="version-words">{words.toLocaleString("en")} words</span>
      </span>
      {name !== "" && <span class="version-name">{name}</span>}
    </>
  );
}

/** Only lines that are not known yet, one text after the other: a long history never stands in memory. */
async function readLines(
  effects: Effects,
  versions: readonly Version[],
  known: ReadonlyMap<string, string>,
  isCurrent: () => boolean,
  onLine: (id: string, line: string) => void,
): Promise<void> {
  let held: { readonly id: string; readonly doc: Result<Node> } | null = null;
  const docOf = async (version: Version): Promise<Result<Node>> => {
    if (held?.id !== version.id) held = { id: version.id, doc: await effects.versionDoc(version) };
    return held.doc;
  };
  for (const [index, version] of versions.entries()) {
    if (known.has(version.id)) continue;
    const doc = await docOf(version);
    const older = versions[index + 1];
    const before = older && doc.ok ? await docOf(older) : null;
    if (!isCurrent()) return;
    if (!doc.ok) onLine(version.id, doc.failure.reason);
    else if (before?.ok) onLine(version.id, firstDifference(before.value, doc.value));
    else onLine(version.id, titleOf(doc.value));
  }
}
