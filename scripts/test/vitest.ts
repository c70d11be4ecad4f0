import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attend } from "../child";
import { prepareElectron } from "../prepare";
import { root } from "../root";
import type { Count } from "./count";
import { readReport } from "./report";

export interface VitestOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Files, name patterns: what vitest takes after its own. */
  readonly args?: readonly string[];
}

/** One project of vitest.config.ts: told to people on the terminal and to us in a file. */
export async function vitest(project: string, { env, args = [] }: VitestOptions): Promise<Count> {
  const folder = await mkdtemp(join(tmpdir(), "stet-test-"));
  try {
    const report = join(folder, "report.json");
    const program = join(root, "node_modules", "vitest", "vitest.mjs");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const all = [program, "run", "--project", project, ...reporters, ...args];
    // vitest colours what goes to a file, too.
    const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1" };
    const code = await attend(process.execPath, all, { cwd: root, env: { ...plain, ...env } });
    const verdict = readReport(await readFile(report, "utf8").catch(() => null), code);
    if (verdict.remark !== null) console.log(`${project}: vitest ${verdict.remark}`);
    return verdict.count;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The project whose tests drive the real Electron. */
export async function vitestOnElectron({ env, args = [] }: VitestOptions): Promise<Count> {
  const { executable, env: withDisplay } = await prepareElectron();
  return vitest("app", { env: { ...withDisplay, ...env, STET_ELECTRON: executable }, args });
}
