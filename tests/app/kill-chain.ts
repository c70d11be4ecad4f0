// A writer on a machine that goes down again and again: types without a pause, saves now and then, and
// after each fall starts Stet, answers its question and writes on. One profile and one story through it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright";
import { readStory } from "../../electron/storage/read-story";
import type { Dice } from "../reliability/seeded";
import { tempFolder } from "../storage/story";
import type { Oracle } from "./oracle";
import {
  answer,
  answerDialogs,
  dispose,
  electronPath,
  eventually,
  kill,
  launch,
  projectRoot,
  type Stet,
} from "./stet";
import { textOf } from "./story";
import { keyEvents } from "./writer";

/** What was found after the falls; the words tell which and how. */
export interface Findings {
  kills: number;
  readonly lostAcks: string[];
  readonly damaged: string[];
  readonly temps: string[];
  /** No word is lost, but the writer is shown what is not the newest, or shown it twice. */
  readonly strange: string[];
  mostMs: number;
}

const keyMs = 100;
/** Kills of a story before it has a file. */
const unnamed = 3;
const headerBlocks = 4;

export class KillChain {
  private kills = 0;
  private readonly path: string;

  private constructor(
    private readonly folder: string,
    private readonly autosave: boolean,
    private readonly dice: Dice,
    private readonly oracle: Oracle,
    private readonly found: Findings,
  ) {
    this.path = join(folder, "stories", "story.stet");
  }

  static async begin(
    autosave: boolean,
    dice: Dice,
    oracle: Oracle,
    found: Findings,
  ): Promise<KillChain> {
    const chain = new KillChain(await tempFolder(), autosave, dice, oracle, found);
    await mkdir(dirname(chain.path));
    return chain;
  }

  async run(kills: number): Promise<void> {
    for (;;) {
      if (this.kills > 0 && this.kills < kills && this.dice.chance(0.15)) await this.killAtStart();
      const saved = await this.inFile();
      const files = saved === null ? [] : [this.path];
      const stet = await launch({ folder: this.folder, autosave: this.autosave, files });
      const page = await this.look(stet, saved);
      if (this.kills >= kills) {
        await dispose(stet);
        return;
      }
      await this.goOn(stet, page, saved);
      this.oracle.note({ kind: "killed" });
      await kill(stet);
      this.countKill();
    }
  }

  private countKill(): void {
    this.kills += 1;
    this.found.kills += 1;
  }

  /** While the program reads what the last fall left, perhaps. */
  private async killAtStart(): Promise<void> {
    const args = [projectRoot, `--user-data-dir=${join(this.folder, "profile")}`];
    if (process.getuid?.() === 0) args.push("--no-sandbox");
    const child = spawn(electronPath(), args, { detached: true, stdio: "ignore" });
    const exit = once(child, "exit");
    await wait(100 + this.dice.below(1200));
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    await exit;
    this.countKill();
  }

  /** The text that the story's file holds; null if there is none. */
  private async inFile(): Promise<string | null> {
    if (!existsSync(this.path)) return null;
    const story = await readStory(this.path);
    if (!story.ok) {
      this.found.damaged.push(`${this.title()}: ${story.failure.reason}`);
      return null;
    }
    const blocks = story.value.article.content.content ?? [];
    return blocks.slice(headerBlocks).map(textOf).join("\n");
  }

  /** Holds what is there after a fall against the oracle; returns the window that the writer goes on in. */
  private async look(stet: Stet, saved: string | null): Promise<Page> {
    if (this.kills === 0) return stet.page;
    const { typed, acked, asked, missingMs } = await this.oracle.account();
    const { found } = this;
    const shown = await shownIn(stet);
    const newest = longest(shown.text, saved ?? "");
    const told = `typed ${typed.length}, acked ${acked?.length}, in the file ${saved?.length}, shown ${shown.text.length}`;
    const say = (what: string): string => `${this.title()}: ${what} (${told})`;
    if (acked !== null && saved?.startsWith(acked) !== true) found.lostAcks.push(say("not saved"));
    if (saved !== null && !typed.startsWith(saved)) found.damaged.push(say("another text saved"));
    if (!typed.startsWith(shown.text)) found.damaged.push(say("another text shown"));
    if (shown.text.length < newest.length) found.strange.push(say("older than the file"));
    for (const question of asked) found.strange.push(say(`asked under the hands: ${question}`));
    if (shown.windows > 1) found.strange.push(say(`${shown.windows} windows`));
    found.mostMs = Math.max(found.mostMs, missingMs(newest));
    const temps = () => tempsBelow(this.folder);
    await eventually(temps)
      .toEqual([])
      .catch(async () => found.temps.push(say((await temps()).join(" "))));
    return shown.page;
  }

  /** Answers what Stet asks and writes until the moment of the next fall. */
  private async goOn(stet: Stet, page: Page, saved: string | null): Promise<void> {
    const { dice, oracle } = this;
    if ((await page.locator("dialog[open]").count()) > 0) {
      if (dice.chance(0.1)) {
        // Nobody has answered when the next fall comes.
        oracle.note({ kind: "begun", text: await textOn(page) });
        return;
      }
      const isGivenUp = saved !== null && dice.chance(0.1);
      await answer(page, isGivenUp ? "Open the saved version" : "Keep the recovered text");
      await page.locator("dialog").waitFor({ state: "detached" });
      if (isGivenUp) await eventually(() => textOn(page)).toBe(saved);
    }
    const text = await textOn(page);
    oracle.note({ kind: "begun", text });
    await this.listen(page);
    await page.keyboard.press("Control+End");
    if (this.kills >= unnamed) await answerDialogs(stet, this.path);
    await this.type(page, text.length);
  }

  /** What the window says while it is written in: “Saved”, or a question that takes the keys. */
  private async listen(page: Page): Promise<void> {
    await page.exposeFunction("stetSays", (kind: "saved" | "asked", text: string) => {
      this.oracle.note({ kind, text });
    });
    await page.evaluate((skipped) => {
      const { stetSays } = window as unknown as { stetSays(kind: string, text: string): void };
      new MutationObserver(() => {
        const dialog = document.querySelector("dialog");
        if (dialog) stetSays("asked", dialog.innerText);
      }).observe(document.body, { subtree: true, childList: true });
      new MutationObserver(() => {
        if (document.querySelector(".status-save")?.getAttribute("data-save") !== "saved") return;
        const blocks = [...document.querySelectorAll(".editor > *")].slice(skipped);
        stetSays("saved", blocks.map((block) => block.textContent).join("\n"));
      }).observe(document.body, { subtree: true, attributeFilter: ["data-save"] });
    }, headerBlocks);
  }

  /** Ten keys a second, whatever the program makes of them, until the moment has come. */
  private async type(page: Page, from: number): Promise<void> {
    const { dice } = this;
    const session = await page.context().newCDPSession(page);
    const startMs = performance.now();
    let saveMs = startMs + 300 + dice.below(2500);
    let endMs = startMs + 300 + dice.below(5000);
    const isAimed = this.kills >= unnamed && dice.chance(0.4);
    if (isAimed) endMs = Math.max(saveMs, endMs);
    for (let n = 0; ; n += 1) {
      await wait(Math.max(0, Math.min(startMs + n * keyMs, endMs) - performance.now()));
      const nowMs = performance.now();
      if (nowMs >= endMs) return;
      const letter = letterAt(from + n);
      this.oracle.note({ kind: "key", letter });
      for (const event of keyEvents(letter)) {
        // The last ones are on their way when the program goes.
        session.send("Input.dispatchKeyEvent", event).catch(() => undefined);
      }
      if (this.kills < unnamed || nowMs < saveMs) continue;
      void this.save(page).catch(() => undefined);
      saveMs += 2000 + dice.below(3000);
      if (isAimed && saveMs > endMs) endMs = performance.now() + dice.below(120);
    }
  }

  /** By key; with autosave now and then by going to another window. */
  private async save(page: Page): Promise<void> {
    if (this.autosave && this.dice.chance(0.5)) {
      await page.evaluate(() => window.dispatchEvent(new Event("blur")));
    } else {
      await page.keyboard.press("Control+s");
    }
  }

  private title(): string {
    return `kill ${this.kills}, autosave ${this.autosave ? "on" : "off"}`;
  }
}

interface Shown {
  readonly page: Page;
  readonly text: string;
  readonly windows: number;
}

/** The window with the most of the story. */
async function shownIn({ app }: Stet): Promise<Shown> {
  const pages = app.windows();
  const all: Shown[] = [];
  for (const page of pages) {
    await page.locator(".editor").waitFor();
    all.push({ page, text: await textOn(page), windows: pages.length });
  }
  const [first] = all.sort((a, b) => b.text.length - a.text.length);
  if (first === undefined) throw new Error("there is no window");
  return first;
}

async function textOn(page: Page): Promise<string> {
  const blocks = await page
    .locator(".editor > *")
    .evaluateAll((all) => all.map((block) => block.textContent));
  return blocks.slice(headerBlocks).join("\n");
}

async function tempsBelow(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith(".tmp") && basename(name).startsWith(".stet-"));
}

function longest(one: string, other: string): string {
  return one.length >= other.length ? one : other;
}

/** The same letter at the same place, so that a text is whole if it begins what was typed. */
function letterAt(place: number): string {
  if (place % 60 === 59) return "\n";
  if (place % 7 === 6) return " ";
  return "abcdefghijklmnopqrstuvwxyz".charAt((place * 7 + Math.floor(place / 26)) % 26);
}
