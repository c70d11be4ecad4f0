// Zero network in a whole session, looked at twice: in Chromium's own record, and in the calls by which
// a process could reach the network, as strace sees them. Both begin before the program does.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figure, skipRow } from "../reliability/figures";
import { askedOutside } from "./net-log";
import {
  answerDialogs,
  dispose,
  ended,
  launch,
  launched,
  menu,
  nextWindow,
  projectRoot,
  save,
  type Stet,
} from "./stet";
import { canTrace, tracedRuntime, type Traced } from "./traced";
import { write } from "./writer";

const controlPort = 59999;

let folder: string;
let traced: Traced | null;
let stet: Stet;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "stet-traced-"));
  const calls = "connect,sendto,sendmsg,sendmmsg";
  traced = (await canTrace()) ? await tracedRuntime(folder, calls) : null;
  stet = await launch(traced ?? {});
  await aDay(stet);
  // Node's own fetch, of which Chromium does not know: the trace is to have it.
  await stet.app.evaluate(
    (_, port) => fetch(`http://127.0.0.1:${port}/`).catch(() => null),
    controlPort,
  );
  await quit(stet);
});
afterAll(async () => {
  await dispose(stet);
  await rm(folder, { recursive: true });
});

describe("a session from its start to its end", () => {
  it("S14 has no process that sends anything off the machine", async (ctx) => {
    const note = "system calls from start to quit";
    if (traced === null) skipRow(ctx, "S14", note, "there is no strace that may look");
    const outgoing = (await traced.calls()).filter((call) => /AF_INET/.test(call));

    const away = outgoing.filter((call) => !/"(?:127\.0\.0\.1|::1)"/.test(call));
    figure("S14", { tier: "C", cases: 1, lost: away.length, worstMs: null, note });
    expect(away).toEqual([]);
    expect(outgoing).toContainEqual(expect.stringContaining(`htons(${controlPort})`));
  });

  it("S14 asks nothing of Chromium’s network", async () => {
    const asked = await askedOutside(stet.netLog);

    const note = "requests from start to quit";
    figure("S14", { tier: "C", cases: 1, lost: asked.length, worstMs: null, note });
    expect(asked).toEqual([]);
  });

  it("S14 asks for nothing in a session of another name either", async () => {
    const own = await launched();
    const answer = await own.app.evaluate(({ session }) =>
      session.fromPartition("another").fetch("http://outside.example/").then(String, String),
    );

    expect(answer).toContain("ERR_BLOCKED_BY_CLIENT");
  });

  it("S14 would be in that record with what it asked", async () => {
    const own = await launch();
    await own.app.evaluate(({ session }) => {
      const { defaultSession } = session;
      defaultSession.webRequest.onBeforeRequest(null);
      return defaultSession.fetch("http://outside.example/").catch(String);
    });
    await quit(own);

    expect(await askedOutside(own.netLog)).toContain("http://outside.example/");
    await expect(dispose(own)).rejects.toThrow("asked for");
  });
});

/** A headline, a link, a save, an export, and a story with pictures in a second window. */
async function aDay(own: Stet): Promise<void> {
  await write(own.page, "<Enter>", "Headline", "<Enter>", "<Enter>", "<Enter>", "some words");
  await write(own.page, "<Control+k>", "stet-outside.example", "<Enter>");
  await save(own, join(own.folder, "story.stet"));
  await answerDialogs(own, join(own.folder, "story.html"));
  await menu(own, "file.export.html");
  await own.page.locator(".toast").waitFor();
  await answerDialogs(own, join(projectRoot, "assets/samples/harbour-bridge.stet"));
  const other = await nextWindow(own, () => write(own.page, "<Control+o>"));
  await other.locator(".editor img").first().waitFor();
}

async function quit(own: Stet): Promise<void> {
  const end = ended(own);
  await own.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
  await end;
}
