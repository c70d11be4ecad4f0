import { resolve } from "node:path";

/**
 * The story files named on a command line. Chromium's and Node's own switches stand anywhere in it,
 * and unless the program is packaged the app's folder comes before what is meant for the app.
 */
export function storiesNamed(
  argv: readonly string[],
  appPath: string,
  cwd: string,
): readonly string[] {
  const words = argv.slice(1);
  const app = words.findIndex(
    (word) => !word.startsWith("-") && resolve(cwd, word) === resolve(appPath),
  );
  return words
    .slice(app + 1)
    .filter((word) => word !== "" && !word.startsWith("-"))
    .map((word) => resolve(cwd, word));
}
