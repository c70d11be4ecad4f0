import * as v from "valibot";
import { expect, it, vi } from "vitest";
import { argumentSchemas } from "../../electron/argument-schemas";
import { requestNames } from "../../electron/contract";
import { figure } from "../reliability/figures";
import { makeCalls } from "./calls";

it("S5 the schemas refuse what a page should never send, and throw at none of it", async () => {
  // As electron/ipc.ts does it, on arguments that were cloned on their way.
  const passed = new Set<string>();
  const bridge = requestNames.map((name) => [
    name,
    (...args: readonly unknown[]): Promise<unknown> => {
      const checked = v.safeParse(argumentSchemas[name], structuredClone(args));
      if (!checked.success) throw new Error(`${name}: ${checked.issues[0].message}`);
      passed.add(name);
      return Promise.resolve({ ok: false });
    },
  ]);
  vi.stubGlobal("stet", Object.fromEntries(bridge));

  const told = await makeCalls({ requests: requestNames, count: 10_000, seed: 50 });

  vi.unstubAllGlobals();
  figure("S5", { tier: "U", cases: told.calls, lost: told.odd.length, worstMs: null });
  expect(told.odd).toEqual([]);
  expect(told.refused).toBeGreaterThan(3000);
  // A number, a short text or a text with its revision may be right by chance; nothing else is.
  const byChance = "backUp loadTheirs openRecent openVersion readVersion seal settle";
  expect([...passed].sort()).toEqual(byChance.split(" "));
});
