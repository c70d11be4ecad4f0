import { build } from "./build";
import { openDisplay } from "./display";
import { ensureLibraries } from "./libraries";
import { resolveRuntime } from "./runtime/resolve";

export interface Prepared {
  /** Absolute path of the Electron executable. */
  readonly executable: string;
  /** What to start it with, so that its windows find a display. */
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Brings this machine to where Stet can be started on it. A display that we had to open ends
 * with this process. Throws a Halt that tells what to do if something cannot be had.
 */
export async function prepareElectron(): Promise<Prepared> {
  await buildUnheard();
  const { executable } = await resolveRuntime();
  await ensureLibraries(executable, process.env);
  const { env } = await openDisplay(process.env);
  return { executable, env };
}

/**
 * Builds, with the bundler's words on the standard error: the standard output of
 * `npm start -- export` is the story and nothing else.
 */
export async function buildUnheard(): Promise<void> {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    await build();
  } finally {
    process.stdout.write = write;
  }
}

/** Chromium refuses to sandbox for root, and needs no such word from anybody else. */
export function sandboxArgs(): readonly string[] {
  return process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
