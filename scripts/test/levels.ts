import { attend } from "../child";
import { Halt, messageOf } from "../main";
import { root } from "../root";
import { oneFailed, onePassed, summary, type Count } from "./count";
import { vitest, vitestOnElectron } from "./vitest";

interface Level {
  readonly name: string;
  readonly run: () => Promise<Count>;
}

const levels: readonly Level[] = [
  { name: "typecheck", run: () => npmScript("typecheck") },
  { name: "lint", run: () => npmScript("lint") },
  { name: "unit", run: () => vitest("unit", { env: process.env }) },
  { name: "app", run: () => vitestOnElectron({ env: process.env }) },
];

/** The levels of these names, in their own order; all of them if none is named. */
export function chosenLevels(names: readonly string[]): readonly Level[] {
  const unknown = names.find((name) => levels.every((level) => level.name !== name));
  if (unknown !== undefined) {
    const known = levels.map(({ name }) => name).join(", ");
    throw new Halt(`There is no level "${unknown}". Levels: ${known}.`);
  }
  return levels.filter(({ name }) => names.length === 0 || names.includes(name));
}

/** Never rejects: a level that cannot run is a failure with its reason, and the next one goes on. */
export async function runLevel({ name, run }: Level): Promise<Count> {
  console.log(`\n== ${name} ==`);
  const startedMs = performance.now();
  const count = await run().catch((error: unknown) => {
    console.log(`${name}: ${messageOf(error)}`);
    return oneFailed;
  });
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  console.log(`== ${name}: ${summary(count)} in ${seconds} s ==`);
  return count;
}

/** One script of package.json, counted as one test. */
async function npmScript(name: string): Promise<Count> {
  // On Windows npm is a batch file, which only a shell can start.
  const shell = process.platform === "win32";
  const code = await attend("npm", ["run", "--silent", name], { cwd: root, shell });
  return code === 0 ? onePassed : oneFailed;
}
