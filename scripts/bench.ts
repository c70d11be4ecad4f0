// `npm run bench` measures everything and writes docs/performance.md. `-- NAME` measures one thing,
// `--quick` only sees that it runs, `--profile` tells what a keystroke in a long story is spent on.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Halt, main, messageOf } from "./main";
import { prepareElectron, type Prepared } from "./prepare";
import { root } from "./root";

export interface Order {
  /** Of the benches to run; all of them if none is named. */
  readonly names: readonly string[];
  readonly isQuick: boolean;
  readonly isProfile: boolean;
}

export type RunBenches = (order: Order, prepared: Prepared) => Promise<void>;

interface Benches {
  readonly benchNames: readonly string[];
  readonly runBenches: RunBenches;
}

await main(async () => {
  // A Ctrl-C ends this process in its usual way, so that it takes its programs along.
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
  // The tests know the scripts; the way back goes around the compiler.
  const path = join(root, "tests/bench/run.ts");
  const { benchNames, runBenches } = (await import(pathToFileURL(path).href)) as Benches;
  await runBenches(orderFrom(process.argv.slice(2), benchNames), await prepareElectron());
  return 0;
});

function orderFrom(args: readonly string[], known: readonly string[]): Order {
  const { values, positionals } = parsed(args);
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new Halt(`There is no bench "${unknown}". Benches: ${known.join(", ")}.`);
  }
  return {
    names: positionals,
    isQuick: values.quick ?? false,
    isProfile: values.profile ?? false,
  };
}

function parsed(args: readonly string[]) {
  const options = { quick: { type: "boolean" }, profile: { type: "boolean" } } as const;
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new Halt(messageOf(error));
  }
}
