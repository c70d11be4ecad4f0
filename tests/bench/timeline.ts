// What the page's main thread does, script and browser alike: style, layout, paint, garbage. The names
// are those of the performance panel of Chromium's developer tools.

import * as v from "valibot";
import type { Page } from "./page";
import { ranking, type Share } from "./ranking";

const Events = v.array(
  v.object({
    name: v.string(),
    ph: v.string(),
    pid: v.number(),
    tid: v.number(),
    ts: v.optional(v.number(), 0),
    dur: v.optional(v.number(), 0),
    args: v.optional(v.record(v.string(), v.unknown()), {}),
  }),
);
type Event = v.InferOutput<typeof Events>[number];

/** Time in each kind of work itself, without the kinds inside it. */
export async function timeline(
  page: Page,
  work: () => Promise<unknown>,
): Promise<readonly Share[]> {
  const events: Event[] = [];
  const stop = page.on("Tracing.dataCollected", ({ value }) => {
    for (const event of v.parse(Events, value)) events.push(event);
  });
  const complete = new Promise((resolve) => page.on("Tracing.tracingComplete", resolve));
  const includedCategories = ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8"];
  await page.send("Tracing.start", { traceConfig: { includedCategories } });
  await work();
  await page.send("Tracing.end");
  await complete;
  stop();
  return ranking(selfTimes(whole(events.filter(onMainThread(events)))));
}

function onMainThread(events: readonly Event[]): (event: Event) => boolean {
  const thread = events.find(
    ({ name, args }) => name === "thread_name" && args["name"] === "CrRendererMain",
  );
  return ({ pid, tid }) => pid === thread?.pid && tid === thread.tid;
}

/** Some kinds of work are told in one event, some by their begin and their end. */
function whole(events: readonly Event[]): readonly Event[] {
  const begun: Event[] = [];
  const found: Event[] = [];
  for (const event of [...events].sort((a, b) => a.ts - b.ts)) {
    if (event.ph === "X") found.push(event);
    if (event.ph === "B") begun.push(event);
    const begin = event.ph === "E" ? begun.pop() : undefined;
    if (begin) found.push({ ...begin, dur: event.ts - begin.ts });
  }
  return found;
}

/** Events of one thread lie inside each other or apart. */
function selfTimes(events: readonly Event[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const add = (name: string, us: number): void =>
    void times.set(name, (times.get(name) ?? 0) + us / 1000);
  const around: Event[] = [];
  for (const event of [...events].sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    for (let last = around.at(-1); last && event.ts >= last.ts + last.dur; last = around.at(-1)) {
      around.pop();
    }
    const outer = around.at(-1);
    if (outer) add(outer.name, -event.dur);
    add(event.name, event.dur);
    around.push(event);
  }
  return times;
}
