import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../root";

export interface RecordingTests {
  readonly unit: readonly string[];
  /** Those that need the real Electron. */
  readonly app: readonly string[];
}

/** The test files that record figures, told by what they import. */
export async function recordingTests(): Promise<RecordingTests> {
  const names = await readdir(join(root, "tests"), { recursive: true });
  const tests = names.filter((name) => name.endsWith(".test.ts")).sort();
  const recording: string[] = [];
  for (const name of tests) {
    const path = `tests/${name.replaceAll("\\", "/")}`;
    const text = await readFile(join(root, path), "utf8");
    if (/from "(?:\.\.\/reliability|\.)\/figures"/.test(text)) recording.push(path);
  }
  const isApp = (path: string): boolean => path.startsWith("tests/app/");
  return { unit: recording.filter((path) => !isApp(path)), app: recording.filter(isApp) };
}
