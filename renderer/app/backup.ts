// Recovery copies while typing: the first change at once, then at most one every half second, and
// never two on their way. Who types without a pause is kept as well as who stops.

import type { Api } from "../../electron/contract";
import type { Store } from "./store";
import { isEdited } from "./state";
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
  let isBusy = false;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const keep = async (): Promise<void> => {
    timer = null;
    const state = store.state();
    if (state.revision === keptRevision || !isEdited(state)) return;
    const snapshot = { revision: state.revision, text: articleText(state) };
    isBusy = true;
    lastMs = performance.now();
    keptRevision = state.revision;
    const result = await api.backUp(snapshot).catch(unforeseen);
    isBusy = false;
    const failure = result.ok ? null : result.failure;
    if (failure !== store.state().backupFailure) store.dispatch({ kind: "backedUp", failure });
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
      const state = store.state();
      if (!isEdited(state)) return;
      await api.backUp({ revision: state.revision, text: articleText(state) }).catch(unforeseen);
    },
  };
}
