// Disks that can be made to fail, for tests that run as root on Linux. Whatever is mounted here goes
// with the test.

import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished, type TestContext } from "vitest";
import type { Row } from "../../scripts/reliability/rows";
import { tempFolder } from "../storage/story";
import { skipRow } from "./figures";

export function run(command: string, ...args: readonly string[]): void {
  execFileSync(command, args, { stdio: "pipe" });
}

/** Does it, or ends the test as skipped with the command's own reason. */
export function runOrSkip(
  ctx: TestContext,
  row: Row,
  note: string,
  ...words: readonly string[]
): void {
  const [command = "", ...args] = words;
  try {
    run(command, ...args);
  } catch (error) {
    // Its message ends with what the command said.
    skipRow(ctx, row, note, `${command} cannot be used here: ${String(error)}`);
  }
}

/** A disk in memory of that size, of which nothing but what the test writes takes a byte. */
export async function smallDisk(
  ctx: TestContext,
  row: Row,
  note: string,
  kB: number,
): Promise<string> {
  const folder = join(await tempFolder(), "disk");
  await mkdir(folder);
  runOrSkip(ctx, row, note, "mount", "-t", "tmpfs", "-o", `size=${kB}k`, "tmpfs", folder);
  onTestFinished(() => run("umount", folder));
  return folder;
}

export function resize(disk: string, kB: number): void {
  run("mount", "-o", `remount,size=${kB}k`, disk);
}
