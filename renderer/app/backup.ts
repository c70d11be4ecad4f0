// Recovery copies while typing: the first change at once, then at most one every half second, and
// never two on their way. Who types without a pause is kept as well as who stops. A copy that failed is
// tried again at the same pace until the disk takes it or a save has made it needless.

import type { Failure, Result } from "../../article/result";
import type { Api } from "../../electron/contract";
import type { Store } from "./store";
import { isEdited, type State } from "./state";
import { articleText } from "./story";
import { unforeseen } from "./unforeseen";

const intervalMs = 500;

export interface Backups {
  /** Sends the present state now, whatever is on its way; resolves once it is on the disk. */
  flush(): Promise<void>;
}

export function startBackups(store: Store, api: Api): Backups {
  let keptRevision = store.state().revision;
  let lastMs = -intervalMs;
  /** The saved state that the last copy departs from; null when there is none. */
  let copiedSince: State["savedDoc"] = null;
  let isBusy = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  /** Null when main need not hear of this state. */
  const send = (state: State): Promise<Result<null>> | null => {
    const isBack = !isEdited(state);
    // A save drops the copies by itself; undo comes back to what was saved before they were made.
    if (isBack && copiedSince !== state.savedDoc) return null;
    copiedSince = isBack ? null : state.savedDoc;
    const snapshot = { revision: state.revision, text: articleText(state) };
    return (isBack ? api.settle(snapshot) : api.backUp(snapshot)).catch(unforeseen);
  };

  /** Twice the same is told once: autosave waits for a rest in which nothing happens. */
  const tell = (failure: Failure | null): void => {
    if (failure?.reason !== store.state().backupFailure?.reason) {
      store.dispatch({ kind: "backedUp", failure });
    }
  };

  const keep = async (): Promise<void> => {
    timer = null;
    const state = store.state();
    if (state.revision === keptRevision) return;
    const sent = send(state);
    if (sent === null) {
      tell(null);
      return;
    }
    isBusy = true;
    lastMs = performance.now();
    const result = await sent;
    isBusy = false;
    if (result.ok) keptRevision = state.revision;
    else copiedSince = state.savedDoc;
    tell(result.ok ? null : result.failure);
    schedule();
  };

  const schedule = (): void => {
    if (isBusy || timer !== null || store.state().revision === keptRevision) return;
    const waitMs = Math.max(0, lastMs + intervalMs - performance.now());
    timer = setTimeout(() => void keep(), waitMs);
  };

  store.subscribe(schedule);
  return {
    async flush() {
      await send(store.state());
    },
  };
}
