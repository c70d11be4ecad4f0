// The Electron that package.json pins. Its npm package brings only an installer, which fetches
// the runtime from the project's release host the first time that it is needed.
import { join } from "node:path";
import { capture } from "../child";
import { root } from "../root";
import { runtimeIn } from "./folder";
import type { Absence, Runtime, Source } from "./source";

const electron = join(root, "node_modules", "electron");
const oldestNode = [22, 12] as const;
const answerMs = 3000;
const downloadMs = 15 * 60 * 1000;

export const officialInstalled: Source = {
  name: "the official Electron in node_modules",
  find: () => runtimeIn(join(electron, "dist")),
};

export function officialDownload(env: NodeJS.ProcessEnv): Source {
  return { name: "the official download", find: () => download(env) };
}

async function download(env: NodeJS.ProcessEnv): Promise<Runtime | Absence> {
  if (!canInstall(process.versions.node)) {
    return {
      reason: `its installer wants Node ${oldestNode.join(".")}, this is ${process.version}`,
    };
  }
  const host = releaseHost(env);
  // Behind a proxy, which fetch does not use, only the installer itself can tell.
  const silence = env["ELECTRON_GET_USE_PROXY"] ? null : await whySilent(host);
  if (silence !== null) return { reason: `${host} does not answer (${silence})` };

  console.error(`Downloading Electron from ${host}`);
  const installer = join(electron, "install.js");
  const { code, stderr } = await capture(process.execPath, [installer], { timeoutMs: downloadMs });
  if (code === 0) return runtimeIn(join(electron, "dist"));
  return { reason: `its installer failed (${stderr.trim().split("\n", 1).join("")})` };
}

/** Whether the installer runs on this Node, given as `process.versions.node`. */
export function canInstall(node: string): boolean {
  const [major = 0, minor = 0] = node.split(".").map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/** The address under which the installer looks for releases; it reads the same variables. */
export function releaseHost(env: NodeJS.ProcessEnv): string {
  return (
    env["npm_config_electron_mirror"] ??
    env["ELECTRON_MIRROR"] ??
    "https://github.com/electron/electron/releases/download/"
  );
}

/**
 * null if the host answers in time, whatever the answer. Firewalls that swallow packets would
 * otherwise hold the installer for minutes: it sets no limit of its own.
 */
async function whySilent(host: string): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(answerMs);
    await fetch(host, { method: "HEAD", redirect: "manual", signal });
    return null;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return cause instanceof Error ? cause.message : String(cause);
  }
}
