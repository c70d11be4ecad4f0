// Which functions of the page's script the time goes to, as V8's sampling profiler tells it.

import * as v from "valibot";
import type { Page } from "./page";
import { ranking, type Share } from "./ranking";

const Profile = v.object({
  profile: v.object({
    nodes: v.array(
      v.object({
        id: v.number(),
        callFrame: v.object({ functionName: v.string(), lineNumber: v.number() }),
        children: v.optional(v.array(v.number()), []),
      }),
    ),
    samples: v.array(v.number()),
    /** Microseconds from the sample before. */
    timeDeltas: v.array(v.number()),
  }),
});

export interface CpuProfile {
  /** Time in the function itself. */
  readonly self: readonly Share[];
  /** Time in it and in all that it calls. */
  readonly total: readonly Share[];
}

export async function profiled(page: Page, work: () => Promise<unknown>): Promise<CpuProfile> {
  await page.send("Profiler.enable");
  await page.send("Profiler.setSamplingInterval", { interval: 200 });
  await page.send("Profiler.start");
  await work();
  const { profile } = v.parse(Profile, await page.send("Profiler.stop"));
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children }) => children.map((child) => [child, id] as const)),
  );
  const nameOf = (id: number): string => {
    const frame = nodes.get(id)?.callFrame;
    return frame ? `${frame.functionName || "(no name)"}:${frame.lineNumber + 1}` : "?";
  };
  const self = new Map<string, number>();
  const total = new Map<string, number>();
  for (const [index, sample] of profile.samples.entries()) {
    const ms = (profile.timeDeltas[index + 1] ?? 0) / 1000;
    if (nodes.get(sample)?.callFrame.functionName === "(idle)") continue;
    add(self, nameOf(sample), ms);
    const callers = new Set<string>();
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      callers.add(nameOf(id));
    }
    for (const name of callers) add(total, name, ms);
  }
  return { self: ranking(self), total: ranking(total) };
}

function add(times: Map<string, number>, name: string, ms: number): void {
  times.set(name, (times.get(name) ?? 0) + ms);
}
