import type { Store } from "./store";

/**
 * Calls `act` once nothing has changed for `settleMs`. One timer that looks at the clock: setting it
 * anew at every key costs more than most of what it puts off.
 */
export function whenSettled(store: Store, settleMs: number, act: () => void): void {
  let changedMs = 0;
  let isWaiting = false;

  const wait = (ms: number): void => {
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      const leftMs = changedMs + settleMs - performance.now();
      if (leftMs > 0) wait(leftMs);
      else act();
    }, ms);
  };

  store.subscribe(() => {
    changedMs = performance.now();
    if (!isWaiting) wait(settleMs);
  });
}
