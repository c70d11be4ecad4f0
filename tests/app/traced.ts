// The program under strace, which sees the calls of every process of it from the first one on.

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { runtimeFolder } from "./stet";

export async function canTrace(): Promise<boolean> {
  if (process.platform !== "linux") return false;
  return promisify(execFile)("strace", ["-f", "true"]).then(
    () => true,
    () => false,
  );
}

export interface Traced {
  /** For `launch`. */
  readonly runtime: string;
  /** What was called so far, a line each. */
  readonly calls: () => Promise<readonly string[]>;
}

/** Puts into `folder` an Electron that is started by strace; `calls` as `strace -e trace` takes them. */
export async function tracedRuntime(folder: string, calls: string): Promise<Traced> {
  const trace = join(folder, "trace");
  const strace = `strace -f -qq --seccomp-bpf -s 4096 -e trace=${calls} -o '${trace}'`;
  const script = `#!/bin/sh\nexec ${strace} '${join(runtimeFolder(), "electron")}' "$@"\n`;
  await writeFile(join(folder, "electron"), script, { mode: 0o755 });
  return {
    runtime: folder,
    calls: async () => (await readFile(trace, "utf8")).split("\n"),
  };
}
