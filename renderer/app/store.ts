import { reduce } from "./reduce";
import type { Action, State } from "./state";

export interface Store {
  state(): State;
  dispatch(action: Action): void;
  /** Called after every change; returns the function that stops it. */
  subscribe(listener: () => void): () => void;
}

export function createStore(initial: State): Store {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    state: () => current,
    dispatch(action) {
      current = reduce(current, action);
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
