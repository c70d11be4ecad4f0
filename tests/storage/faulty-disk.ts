// A disk that does as the real one does until its nth call, and then fails.

import type { FileHandle } from "node:fs/promises";
import { nodeDisk, type Disk } from "../../electron/storage/disk";

export interface FaultPlan {
  /** Which call fails, counted from 1: of those of that name, or of all. */
  readonly nth: number;
  readonly name?: string;
  /**
   * A system error's code; "SHORT" is a write that takes half of what it is given, "LOST" one that
   * takes half and says that it took all, "ROT" one that alters a byte, "CRASH" lets that
   * call and all after it fail, so that what a killed process would leave is left.
   */
  readonly code: string;
  /** Whether every later call of the same name fails as well. */
  readonly lasting?: boolean;
}

export interface FaultyDisk {
  readonly disk: Disk;
  /** The calls so far, by name; those on an open file begin with “file.”. */
  readonly calls: string[];
}

const calls = [
  "access",
  "lstat",
  "mkdir",
  "open",
  "readdir",
  "readlink",
  "realpath",
  "rename",
  "rm",
  "rmdir",
  "stat",
  "unlink",
] as const;
const fileCalls = new Set(["read", "write", "stat", "chmod", "chown", "sync", "datasync"]);

type Call = (...args: readonly unknown[]) => Promise<unknown>;

/** `before` is waited for before each call, counted from 1: the moment for another program to act. */
export function faultyDisk(
  plan: FaultPlan | null,
  before?: (nth: number, name: string) => Promise<void>,
): FaultyDisk {
  const made: string[] = [];
  let counted = 0;
  let failing: string | null = null;

  async function run(name: string, call: Call, args: readonly unknown[]): Promise<unknown> {
    made.push(name);
    await before?.(made.length, name);
    if (plan?.name === undefined || plan.name === name) counted += 1;
    if (plan?.code === "CRASH" && counted >= plan.nth) throw systemError("EIO", name);
    const isNow = counted === plan?.nth && (plan.name ?? name) === name;
    if (isNow && plan.lasting === true) failing = name;
    if (!isNow && failing !== name) return call(...args);
    if (!isQuiet(plan?.code)) throw systemError(plan?.code ?? "EIO", name);
    if (name !== "file.write") return call(...args);
    const [bytes, offset, length] = args as [Uint8Array, number, number];
    if (plan?.code === "ROT") return call(rotten(bytes), offset, length);
    const result = await call(bytes, offset, Math.ceil(length / 2));
    return plan?.code === "LOST" ? { bytesWritten: length } : result;
  }

  function wrapped(handle: FileHandle): FileHandle {
    return new Proxy(handle, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        const call = value.bind(target) as Call;
        if (!fileCalls.has(String(key))) return call;
        return (...args: readonly unknown[]) => run(`file.${String(key)}`, call, args);
      },
    });
  }

  const entries = calls.map((name) => {
    const call = nodeDisk[name] as unknown as Call;
    const faulty = async (...args: readonly unknown[]): Promise<unknown> => {
      const result = await run(name, call, args);
      return name === "open" ? wrapped(result as FileHandle) : result;
    };
    return [name, faulty] as const;
  });
  return { disk: Object.fromEntries(entries) as unknown as Disk, calls: made };
}

function isQuiet(code: string | undefined): boolean {
  return code === "SHORT" || code === "LOST" || code === "ROT";
}

function rotten(bytes: Uint8Array): Uint8Array {
  const altered = Uint8Array.from(bytes);
  altered[altered.length - 1] = (altered[altered.length - 1] ?? 0) ^ 1;
  return altered;
}

function systemError(code: string, name: string): Error {
  const syscall = name.replace("file.", "");
  return Object.assign(new Error(`${code}: made up, ${syscall}`), { code, syscall, errno: -1 });
}
