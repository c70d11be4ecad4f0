// Starts an Electron program and follows its pages: Stet or the bare one beside it, both the same way.

import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import * as v from "valibot";
import { sandboxArgs } from "../../scripts/prepare";
import { idle, type CpuTimes } from "./cpu-times";
import { withinLimit } from "./limit";
import { Page } from "./page";
import { type Params, Pipe } from "./pipe";

export interface Start {
  readonly executable: string;
  readonly env: NodeJS.ProcessEnv;
  /** The app's folder, and what it is to open. */
  readonly args: readonly string[];
  readonly profile: string;
  /** Runs in each page before the page's own scripts. */
  readonly script: string;
}

const ProcessInfo = v.object({
  processInfo: v.array(v.object({ type: v.string(), cpuTime: v.number() })),
});

const running = new Set<ChildProcess>();

export class Program {
  private readonly pages: Page[] = [];
  private readonly awaited: ((page: Page) => void)[] = [];

  private constructor(
    private readonly child: ChildProcess,
    private readonly pipe: Pipe,
    /** Milliseconds since 1970, as the pages count them, too. */
    readonly startedMs: number,
    private readonly script: string,
  ) {}

  static async start({ executable, env, args, profile, script }: Start): Promise<Program> {
    const switches = [`--user-data-dir=${profile}`, "--remote-debugging-pipe", ...sandboxArgs()];
    const [app = "", ...files] = args;
    const startedMs = performance.timeOrigin + performance.now();
    const child = spawn(executable, [app, ...switches, ...files], {
      env,
      // A process group of its own, so that all its processes can be ended as one.
      detached: true,
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    running.add(child);
    child.once("exit", () => running.delete(child));
    const pipe = new Pipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
    const program = new Program(child, pipe, startedMs, script);
    pipe.on("Target.attachedToTarget", (params) => program.adopt(params));
    const options = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
    await pipe.send("Target.setAutoAttach", options);
    return program;
  }

  /** The pages in the order in which their windows were opened, each once. */
  nextPage(): Promise<Page> {
    const page = this.pages.shift();
    if (page) return Promise.resolve(page);
    return withinLimit(new Promise((resolve) => this.awaited.push(resolve)));
  }

  async cpuTimes(): Promise<CpuTimes> {
    const { processInfo } = v.parse(ProcessInfo, await this.pipe.send("SystemInfo.getProcessInfo"));
    const times = { ...idle };
    for (const { type, cpuTime } of processInfo) times[kindOf(type)] += cpuTime * 1000;
    return times;
  }

  /** As a system that shuts down would: the program may still write what it wants to. */
  async quit(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGTERM");
    await withinLimit(ended);
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    killGroup(this.child);
    await withinLimit(ended);
  }

  private adopt({ sessionId, targetInfo }: Params): void {
    const { type } = targetInfo as { readonly type: string };
    const session = String(sessionId);
    if (type !== "page") {
      void this.pipe.send("Runtime.runIfWaitingForDebugger", {}, session).catch(() => undefined);
      return;
    }
    const page = new Page(this.pipe, session, this.script);
    const first = this.awaited.shift();
    if (first) first(page);
    else this.pages.push(page);
  }
}

process.once("exit", () => {
  for (const child of running) killGroup(child);
});

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

function kindOf(type: string): keyof CpuTimes {
  if (type === "browser" || type === "renderer") return type;
  return type === "GPU" ? "gpu" : "other";
}
