import { execFile, spawn, type SpawnOptions } from "node:child_process";
import { constants } from "node:os";

export interface Captured {
  /** null if the program could not be started or was ended by a signal: `stderr` then says which. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CaptureOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
}

/** Runs a program unseen and never rejects: a failing program is an answer, too. */
export function capture(
  command: string,
  args: readonly string[],
  { timeoutMs = 0, ...options }: CaptureOptions = {},
): Promise<Captured> {
  const limits = { timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(command, [...args], { ...options, ...limits }, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr });
      else if (typeof error.code === "number") resolve({ code: error.code, stdout, stderr });
      else resolve({ code: null, stdout, stderr: stderr.trim() || error.message });
    });
  });
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

// One Ctrl-C arrives here from the terminal, from npm and from tsx. Electron closes its windows
// on the first signal and dies at once on the second, with whatever was not yet saved.
const sameSignalMs = 1000;

/**
 * Runs a program on our terminal until it ends, and hands our signals on to it, each once.
 * Resolves to its exit code, 128 and the signal's number if a signal ended it.
 */
export function attend(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, "cwd" | "env" | "shell"> = {},
): Promise<number> {
  // A process group of its own keeps the terminal's Ctrl-C from reaching it beside ours. On
  // Windows "detached" would open a console window instead.
  const detached = process.platform !== "win32";
  const child = spawn(command, args, { ...options, detached, stdio: "inherit" });

  let relayedAt = -Infinity;
  const relay = (signal: NodeJS.Signals): void => {
    if (performance.now() - relayedAt < sameSignalMs) return;
    relayedAt = performance.now();
    child.kill(signal);
  };
  for (const signal of signals) process.on(signal, relay);

  return new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
    });
  }).finally(() => {
    for (const signal of signals) process.off(signal, relay);
  });
}
