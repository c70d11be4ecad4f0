// Times are only told here: a loaded machine is no failure.

import { randomBytes } from "node:crypto";
import { open, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Page } from "playwright";
import { figure, inRun, untilDone, Worst } from "../reliability/figures";
import { nameOf, png } from "../storage/picture";
import { tempFolder } from "../storage/story";
import type { TinyPicture } from "./pictures";
import { launched, nextWindow, saveState } from "./stet";
import { articleIn, blocksOn, figure as figureNode, node, writeStory } from "./story";
import { keyEvents } from "./writer";

const words = "The harbour bridge was shut in April when divers found a cracked pier. ".repeat(3);
const keys = 100;

describe("R24 a very large story in its window", () => {
  it("R24 is opened, written in and saved", untilDone, async () => {
    const path = join(await tempFolder(), "story.stet");
    const kB = inRun({ short: 200, long: 2000 });
    const pictures = Array.from({ length: 50 }, () => aPicture(kB));
    const body = Array.from({ length: 10_000 }, (_, n) => {
      const picture = n % 200 === 0 ? pictures[n / 200] : undefined;
      const paragraph = node("paragraph", `${n} ${words}`);
      return picture ? [paragraph, figureNode(picture, "", "A caption", "A credit")] : [paragraph];
    });
    await writeStory(path, "Very large", body.flat(), pictures);
    const stet = await launched();
    const [opening, saving, raw] = [new Worst(), new Worst(), new Worst()];

    // In a program that runs: what a start takes is another figure.
    const handOver = (): Promise<unknown> =>
      stet.app.evaluate(({ app }, file) => {
        app.emit("second-instance", {}, [], "", { asked: [file] });
      }, path);
    const page = await opening.of(() => nextWindow(stet, handOver));
    expect(await blocksOn(page)).toContain("h1: Very large");
    await page.keyboard.press("Control+Home");
    const latencies = await typeTimed(page);
    await saving.of(async () => {
      await page.keyboard.press("Control+s");
      await saveState(page, "saved");
    });
    const { size } = await stat(path);
    await raw.of(() => writeBeside(path, size));

    const { content } = await articleIn(path);
    expect(content.content).toHaveLength(4 + body.flat().length);
    const made = { tier: "C", cases: 1, lost: 0 } as const;
    const mb = `${Math.round(size / 1e6)} MB`;
    const p95 = latencies[Math.floor(latencies.length * 0.95)] ?? 0;
    figure("R24", { ...made, worstMs: opening.ms, note: `a window opened, ${mb}` });
    figure("R24", { ...made, worstMs: saving.ms, note: `Ctrl-S to “Saved”, ${mb}` });
    figure("R24", { ...made, worstMs: raw.ms, note: `as many bytes, beside a window` });
    figure("R24", { ...made, worstMs: p95, cases: keys, note: "a key to the next paint, 95 %" });
  });
});

function aPicture(kB: number): TinyPicture {
  const bytes = Buffer.concat([png(8, 8), randomBytes(kB * 1024)]);
  const media = nameOf(bytes, "png");
  return { bytes, media, type: "image/png", extension: "png", width: 8, height: 8 };
}

/** From each key's event to the next paint, ten a second, the shortest first. */
async function typeTimed(page: Page): Promise<readonly number[]> {
  const latencies = await page.evaluateHandle(() => {
    const all: number[] = [];
    window.addEventListener(
      "keydown",
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port2.onmessage = () => all.push(performance.now() - timeStamp);
          port1.postMessage(null);
        });
      },
      { capture: true },
    );
    return all;
  });
  const session = await page.context().newCDPSession(page);
  for (let n = 0; n < keys; n += 1) {
    for (const event of keyEvents("x")) await session.send("Input.dispatchKeyEvent", event);
    await wait(100);
  }
  const all = await latencies.jsonValue();
  expect(all).toHaveLength(keys);
  return all.sort((a, b) => a - b);
}

async function writeBeside(path: string, size: number): Promise<void> {
  const handle = await open(`${path}.raw`, "w");
  await handle.writeFile(Buffer.alloc(size, 7));
  await handle.sync();
  await handle.close();
  await rename(`${path}.raw`, `${path}.raw2`);
}
