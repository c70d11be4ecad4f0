import { readFile } from "node:fs/promises";
import { capture } from "./child";
import { Halt } from "./main";

const forChromium = [
  "libgtk-3-0",
  "libnss3",
  "libasound2",
  "libgbm1",
  "libxss1",
  "libxtst6",
  "libatk-bridge2.0-0",
];
const forDisplay = ["xvfb", "xauth"];
// Another apt may be at work, as on a machine that has just booted.
const options = ["-y", "-qq", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"];

/** Debian or a system built upon it, told by os-release(5). */
export async function isDebian(): Promise<boolean> {
  const release = await readFile("/etc/os-release", "utf8").catch(() => "");
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
}

/** The packages for what is missing: shared libraries, "Xvfb", or both. */
export async function packagesFor(missing: readonly string[]): Promise<string[]> {
  const libraries = missing.some((name) => name !== "Xvfb") ? forChromium : [];
  const display = missing.includes("Xvfb") ? forDisplay : [];
  const renamed = await capture("apt-cache", ["show", ...libraries.map((name) => `${name}t64`)]);
  return currentNames([...libraries, ...display], renamed.stdout);
}

/**
 * Packages under their names on this release. In 2024 those whose interface depends on the size
 * of time_t got the suffix t64; `known` is what `apt-cache show` tells of the suffixed names.
 */
export function currentNames(packages: readonly string[], known: string): string[] {
  const names = new Set(known.match(/^Package: .*$/gm));
  return packages.map((name) => (names.has(`Package: ${name}t64`) ? `${name}t64` : name));
}

export function aptLine(packages: readonly string[]): string {
  return `apt-get install -y --no-install-recommends ${packages.join(" ")}`;
}

/** Installs the packages for what is missing, as root. Throws a Halt with apt's own words. */
export async function installPackages(missing: readonly string[], why: string): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = async (...args: string[]): Promise<void> => {
    const { code, stdout, stderr } = await capture("apt-get", args, { env });
    if (code !== 0) throw new Halt(`apt-get ${args.join(" ")} failed:\n${stderr.trim() || stdout}`);
  };
  // Before the names are chosen: a fresh container has no lists to choose from.
  await apt("update", "-qq");
  const packages = await packagesFor(missing);
  console.error(`Installing ${packages.join(" ")}: ${why}.`);
  await apt("install", ...options, ...packages);
}
