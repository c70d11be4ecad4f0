import { rm } from "node:fs/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { figure, skipRow } from "../reliability/figures";
import { processesOf, startAsOrdinaryUser, type Process } from "./ordinary-user";

const note = "the system's sandbox";
const samples = ["harbour-bridge.stet", "mercado-central.stet"];

/** What is said where no sandbox, or no window, can be had at all. */
const hindrance = /No usable sandbox|Missing X server|Authorization required/;

it("S7 has the system's sandbox around every page", async (ctx) => {
  if (process.platform !== "linux") skipRow(ctx, "S7", note, "only Linux tells of a process");
  const started = await startAsOrdinaryUser(samples);
  const { child, folder, said } = started;
  onTestFinished(async () => {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    await rm(folder, { recursive: true, maxRetries: 10 });
  });

  let pages: readonly Process[] = [];
  const come = async (): Promise<boolean> => {
    pages = (await processesOf(started)).filter(({ type }) => type === "renderer");
    const all = pages.length === samples.length && pages.every(isConfined);
    return all || hindrance.test(said());
  };
  // A page puts the last wall up itself, a moment after its process has come.
  await vi.waitUntil(come, { timeout: 10_000, interval: 50 }).catch(() => null);
  const reason = hindrance.exec(said())?.[0];
  if (reason !== undefined) skipRow(ctx, "S7", note, `Chromium says: ${reason}`);

  const open = pages.filter((page) => !isConfined(page));
  figure("S7", { tier: "C", cases: pages.length, lost: open.length, worstMs: null, note });
  expect(open).toEqual([]);
  expect(pages).toHaveLength(samples.length);
});

/** Behind a filter of system calls, in a namespace of processes of its own, and never to gain a right. */
function isConfined({ status }: Process): boolean {
  return [/^Seccomp:\s2$/m, /^NSpid:\s\d+\s\d+/m, /^NoNewPrivs:\s1$/m].every((wall) =>
    wall.test(status),
  );
}
