// Every call by which a process of the program could reach the network, seen from outside by strace.

import { execFileSync, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { figure, skipRow } from "../reliability/figures";
import { answerDialogs, eventually, launched, menu, save, type Stet } from "./stet";
import { write } from "./writer";

const note = "calls of writing, saving and exporting";

it("S14 no process of the program sends anything off the machine", async (ctx) => {
  if (process.platform !== "linux") skipRow(ctx, "S14", note, "strace is a tool of Linux");
  const own = await launched();
  const trace = join(own.folder, "trace");
  const watching = await watch(own, trace);
  if (watching === null) skipRow(ctx, "S14", note, "strace is not there, or may not look");

  await write(own.page, "<Enter>", "Headline", "<Enter>", "<Enter>", "<Enter>", "some words");
  await write(own.page, "<Control+k>", "stet-outside.example", "<Enter>");
  await save(own, join(own.folder, "story.stet"));
  await answerDialogs(own, join(own.folder, "story.html"));
  await menu(own, "file.export.html");
  await own.page.locator(".toast").waitFor();
  // The control: this one is to be seen.
  await own.app.evaluate(() => fetch("http://127.0.0.1:59999/").catch(() => null));
  await eventually(() => calls(trace)).toContainEqual(expect.stringContaining("127.0.0.1"));
  watching.kill("SIGINT");

  const away = (await calls(trace)).filter((line) => !/"(?:127\.0\.0\.1|::1)"/.test(line));
  figure("S14", { tier: "C", cases: 1, lost: away.length, worstMs: null, note });
  expect(away).toEqual([]);
});

/** Calls that name an address of the internet. */
async function calls(trace: string): Promise<readonly string[]> {
  const lines = (await readFile(trace, "utf8").catch(() => "")).split("\n");
  return lines.filter((line) => /AF_INET/.test(line) && !/unfinished/.test(line));
}

/** Resolves once strace is attached to all processes; null where it cannot be. */
async function watch({ app }: Stet, trace: string) {
  const main = app.process().pid ?? 0;
  const tree = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" });
  const pairs = tree
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const pids = [main];
  for (const pid of pids)
    for (const [child = 0, parent] of pairs) if (parent === pid) pids.push(child);
  const filter = "trace=connect,sendto,sendmsg,sendmmsg";
  const args = ["-f", "-e", filter, "-o", trace, ...pids.flatMap((pid) => ["-p", String(pid)])];
  const strace = spawn("strace", args, { stdio: ["ignore", "ignore", "pipe"] });
  return new Promise<typeof strace | null>((resolve) => {
    let told = "";
    strace.on("error", () => resolve(null));
    strace.on("exit", () => resolve(null));
    strace.stderr.on("data", (text) => {
      told += String(text);
      if (pids.every((pid) => told.includes(`Process ${pid} attached`))) resolve(strace);
    });
  });
}
