// Saves a story that has a file once the writer's hands rest or another window comes to the front. A
// story without one is never given a place by itself: its recovery copy keeps it.

import type { Effects } from "./effects";
import { whenSettled } from "./settle";
import { autosaves, type State } from "./state";
import type { Store } from "./store";

const restMs = 2000;

/**
 * `isComposing` tells whether an input method is in the middle of a word. What is returned is to be
 * called when the writer goes elsewhere.
 */
export function startAutosave(
  store: Store,
  effects: Effects,
  isComposing: () => boolean,
): () => void {
  /** What could not be saved is not tried again before there is something new, or on leaving. */
  let tried: State["editor"]["doc"] | null = null;

  const save = async (): Promise<void> => {
    const state = store.state();
    if (!autosaves(state) || state.dialog !== null || isComposing()) return;
    await effects.autosave();
    tried = store.state().editor.doc;
  };

  whenSettled(store, restMs, () => {
    if (store.state().editor.doc !== tried) void save();
  });
  return () => void save();
}
