/** Something foreseeable is missing. The message tells a person what to do, so no stack is shown. */
export class Halt extends Error {}

/**
 * Runs a script and makes its number the exit code. The code is set rather than exited with, so
 * that what is still on its way to a pipe arrives.
 */
export async function main(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    console.error(error instanceof Halt ? error.message : error);
    process.exitCode = 1;
  }
}

/** What to print of something caught. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
