// An ext4 disk of its own in a file, whose power can be cut at any system call: the ioctl stops the
// disk without writing what is only in memory, neither data nor journal.

import { execFileSync } from "node:child_process";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { onTestFinished, type TestContext } from "vitest";
import { nodeDisk, type Disk, type FileHandle } from "../../electron/storage/disk";
import { tempFolder } from "../storage/story";
import { run, runOrSkip } from "./disks";

/** EXT4_IOC_SHUTDOWN with “no flush of the log”. */
const cutPower = [
  "import fcntl, os, struct, sys",
  "disk = os.open(sys.argv[1], os.O_RDONLY)",
  "fcntl.ioctl(disk, 0x8004587d, struct.pack('I', 2))",
].join("\n");

export interface CutDisk {
  /** Where it is mounted. */
  readonly folder: string;
  /** A new disk: with what `fill` puts there, if it is given, and that safely on it. */
  begin(fill?: () => Promise<void>): Promise<void>;
  cut(): void;
  /** Power is back: what the disk holds now is what it held. */
  restart(): void;
  /** Cuts the power before the nth call; all calls from there on fail by themselves. */
  cutting(nth: number): { readonly disk: Disk; readonly calls: readonly string[] };
}

export async function cutDisk(ctx: TestContext, note: string): Promise<CutDisk> {
  const home = await tempFolder();
  const [image, empty, folder] = [join(home, "image"), join(home, "empty"), join(home, "disk")];
  await mkdir(folder);
  const orSkip = (...words: readonly string[]): void => runOrSkip(ctx, "R4", note, ...words);
  const mount = (): void => run("mount", "-o", "loop", image, folder);
  let isMounted = false;
  const unmount = (): void => {
    if (isMounted) run("umount", folder);
    isMounted = false;
  };
  onTestFinished(unmount);

  orSkip("truncate", "-s", "8M", empty);
  orSkip("mkfs.ext4", "-q", "-F", empty);
  await copyFile(empty, image);
  orSkip("mount", "-o", "loop", image, folder);
  isMounted = true;
  orSkip("python3", "-c", cutPower, folder);

  const self: CutDisk = {
    folder,
    async begin(fill) {
      unmount();
      await copyFile(empty, image);
      mount();
      isMounted = true;
      await fill?.();
      run("sync", "-f", folder);
    },
    cut: () => void execFileSync("python3", ["-c", cutPower, folder], { stdio: "pipe" }),
    restart() {
      unmount();
      mount();
      isMounted = true;
    },
    cutting(nth) {
      const calls: string[] = [];
      const before = (name: string): void => {
        calls.push(name);
        if (calls.length === nth) self.cut();
      };
      return { disk: watched(before), calls };
    },
  };
  return self;
}

const fileCalls = new Set(["read", "write", "stat", "chmod", "chown", "sync", "datasync", "close"]);

type Call = (...args: readonly unknown[]) => unknown;

function watched(before: (name: string) => void): Disk {
  return proxied(nodeDisk, (name, call) => async (...args) => {
    before(name);
    const result = await call(...args);
    return name === "open" ? watchedFile(result as FileHandle, before) : result;
  });
}

function watchedFile(file: FileHandle, before: (name: string) => void): FileHandle {
  return proxied(file, (name, call) => (...args) => {
    if (fileCalls.has(name)) before(`file.${name}`);
    return call(...args);
  });
}

function proxied<T extends object>(target: T, wrap: (name: string, call: Call) => Call): T {
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? wrap(String(key), value.bind(target) as Call) : value;
    },
  });
}
