import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { Halt } from "./main";

export interface Display {
  /** What to start programs with, so that they show their windows on it. */
  readonly env: NodeJS.ProcessEnv;
  readonly close: () => void;
}

/** Whether windows can be shown in this environment as it is. */
export function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  if (process.platform !== "linux") return true;
  return Boolean(env["DISPLAY"]) || Boolean(env["WAYLAND_DISPLAY"]);
}

/**
 * The display of this session, or on a Linux without one an unseen Xvfb of our own, which ends
 * with `close` or with this process. Throws a Halt if Xvfb does not start.
 */
export async function openDisplay(env: NodeJS.ProcessEnv): Promise<Display> {
  if (hasDisplay(env)) return { env, close: () => undefined };

  // Xvfb looks for a free number itself and tells it on descriptor 3: two never quarrel over one. It
  // would begin anew when its last window goes, and refuse whoever comes in that moment.
  const options = [
    "-displayfd",
    "3",
    "-screen",
    "0",
    "1600x1000x24",
    "-nolisten",
    "tcp",
    "-noreset",
  ];
  // In a process group of its own, for a Ctrl-C that reached it would take the display from an
  // Electron that is still saving.
  const server = spawn("Xvfb", options, {
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const close = (): void => void server.kill();
  process.once("exit", close);
  server.unref();

  const DISPLAY = `:${await displayNumber(server)}`;
  console.error(`No display here: windows go to an unseen one, Xvfb ${DISPLAY}.`);
  return { env: { ...env, DISPLAY }, close };
}

function displayNumber(server: ChildProcess): Promise<string> {
  const told = server.stdio[3] as Readable;
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      reject(new Halt(`Xvfb does not start: ${error.message}`));
    });
    server.once("exit", () => {
      reject(new Halt("Xvfb ended before it had a display."));
    });
    let number = "";
    told.setEncoding("utf8").on("data", (part: string) => {
      number += part;
      if (!number.endsWith("\n")) return;
      told.destroy();
      resolve(number.trim());
    });
  });
}
