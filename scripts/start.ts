import { join } from "node:path";
import { attend } from "./child";
import { main } from "./main";
import { buildUnheard, prepareElectron, sandboxArgs } from "./prepare";
import { root } from "./root";

/** First words that make Stet a command-line program: no window, no Electron, plain Node. */
const commands: readonly string[] = ["export", "import", "check"];

const commandLine = join(root, "dist", "electron", "command-line.js");
const sample = join(root, "assets", "samples", "harbour-bridge.stet");

await main(async () => {
  const args = process.argv.slice(2);
  const cwd = startingFolder(process.env);

  if (commands.includes(args[0] ?? "")) {
    await buildUnheard();
    return attend(process.execPath, [commandLine, ...args], { cwd });
  }

  const { executable, env } = await prepareElectron();
  const stories = args.length > 0 ? args : [sample];
  return attend(executable, [root, ...sandboxArgs(), ...stories], { cwd, env });
});

/** npm runs us in the checkout, but people name files from where they stand. */
function startingFolder(env: NodeJS.ProcessEnv): string {
  const runByNpm = env["npm_lifecycle_event"] === "start";
  return (runByNpm ? env["INIT_CWD"] : undefined) ?? process.cwd();
}
