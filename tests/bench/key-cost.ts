import { setTimeout as wait } from "node:timers/promises";
import { idle, less, share, total, type CpuTimes } from "./cpu-times";
import type { Desk } from "./desk";
import { quantile } from "./statistics";
import { someText, type } from "./typing";

/** What each of some keys cost. */
export interface KeyCost {
  readonly allMs: number;
  readonly rendererMs: number;
  readonly browserMs: number;
  /** From the key's event to the next paint, the middle one of the keys and the slow ones. */
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** What a program takes while the caret blinks and nothing else happens: milliseconds a millisecond. */
export async function idleCost({ program }: Desk, isQuick: boolean): Promise<CpuTimes> {
  const startedMs = performance.now();
  const before = await program.cpuTimes();
  await wait(isQuick ? 2000 : 10_000);
  const after = await program.cpuTimes();
  return share(less(after, before), 1 / (performance.now() - startedMs));
}

/** Types at the end of a paragraph in the middle of the story; what idling would take is left out. */
export async function keyCost(
  { program, page }: Desk,
  keys: number,
  intervalMs: number,
  idling = idle,
): Promise<KeyCost> {
  const text = someText(keys);
  await page.evaluate("bench.toMiddle()");
  await wait(400);
  await page.evaluate("bench.takeLatencies()");
  const startedMs = performance.now();
  const before = await program.cpuTimes();
  await type(page, text, intervalMs);
  // What the last key set off (a draw, a recovery copy) belongs to the keys as well.
  await wait(600);
  const after = await program.cpuTimes();
  const rest = share(idling, performance.now() - startedMs);
  const words = await page.evaluate<string>("bench.caretText()");
  if (!words.endsWith(text)) throw new Error("the keys did not arrive in the story");
  const latenciesMs = await page.evaluate<readonly number[]>("bench.takeLatencies()");
  const cost = share(less(less(after, before), rest), 1 / keys);
  return {
    allMs: total(cost),
    rendererMs: cost.renderer,
    browserMs: cost.browser,
    p50Ms: quantile(latenciesMs, 0.5),
    p95Ms: quantile(latenciesMs, 0.95),
  };
}
