import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attend } from "../child";
import { Halt, messageOf } from "../main";
import { prepareElectron } from "../prepare";
import { root } from "../root";
import { oneFailed, onePassed, summary, type Count } from "./count";
import { readReport } from "./report";

interface Level {
  readonly name: string;
  readonly run: () => Promise<Count>;
}

const levels: readonly Level[] = [
  { name: "typecheck", run: () => npmScript("typecheck") },
  { name: "lint", run: () => npmScript("lint") },
  { name: "unit", run: () => vitest("unit", process.env) },
  { name: "app", run: app },
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

async function app(): Promise<Count> {
  const { executable, env } = await prepareElectron();
  return vitest("app", { ...env, STET_ELECTRON: executable });
}

/** One project of vitest.config.ts: told to people on the terminal and to us in a file. */
async function vitest(project: string, env: NodeJS.ProcessEnv): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), "stet-test-"));
  try {
    const report = join(folder, "report.json");
    const program = join(root, "node_modules", "vitest", "vitest.mjs");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const args = [program, "run", "--project", project, ...reporters];
    // vitest colours what goes to a file, too.
    const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1" };
    const code = await attend(process.execPath, args, { cwd: root, env: { ...plain, ...env } });
    const verdict = readReport(await readFile(report, "utf8").catch(() => null), code);
    if (verdict.remark !== null) console.log(`${project}: vitest ${verdict.remark}`);
    return verdict.count;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
