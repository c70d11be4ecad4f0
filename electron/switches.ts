/**
 * Switches that let whoever can start the program look into its pages, run code of their own in it or
 * take its walls down. Chromium and Node heed them before our first line runs.
 */
const openings = new Set([
  "allow-file-access-from-files",
  "auto-open-devtools-for-tabs",
  "browser-subprocess-path",
  "disable-site-isolation-trials",
  "disable-web-security",
  "enable-blink-features",
  "gpu-launcher",
  "host-resolver-rules",
  "host-rules",
  "in-process-gpu",
  "inspect",
  "inspect-brk",
  "inspect-brk-node",
  "inspect-port",
  "inspect-publish-uid",
  "inspect-wait",
  "js-flags",
  "load-extension",
  "log-net-log",
  "remote-allow-origins",
  "remote-debugging-address",
  "remote-debugging-pipe",
  "remote-debugging-port",
  "remote-debugging-targets",
  "renderer-cmd-prefix",
  "single-process",
  "ssl-key-log-file",
  "unsafely-treat-insecure-origin-as-secure",
  "utility-cmd-prefix",
]);

/** The first such switch on a command line; null if there is none. Windows takes a slash for dashes. */
export function openingSwitch(
  argv: readonly string[],
  platform: NodeJS.Platform = process.platform,
): string | null {
  const dashes = platform === "win32" ? /^(?:--?|\/)/ : /^--?/;
  const words = argv.slice(1).filter((word) => dashes.test(word));
  const names = words.map((word) => word.replace(dashes, "").split("=")[0]?.toLowerCase() ?? "");
  return names.find((name) => openings.has(name)) ?? null;
}
