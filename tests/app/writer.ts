// A writer's hands.

import { join } from "node:path";
import type { Page } from "playwright";
import { launched, save, type Launch, type Stet } from "./stet";

/** Types and presses keys in order: `["Kicker", "<Enter>", "Headline"]`. */
export async function write(page: Page, ...parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    const key = /^<(.+)>$/.exec(part)?.[1];
    if (key === undefined) await page.keyboard.type(part);
    else await page.keyboard.press(key);
  }
}

/** A program that has saved a story and shows it, the caret at the headline's end. */
export async function aSavedStory(
  headline = "Saved",
  options: Launch = {},
): Promise<{ readonly stet: Stet; readonly path: string }> {
  const stet = await launched(options);
  const path = join(stet.folder, "story.stet");
  await write(stet.page, "<Enter>", headline);
  await save(stet, path);
  return { stet, path };
}

/** Types faster than the page can draw: no key waits for the one before it to be handled. */
export async function burst(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const keys = Array.from(text, (character) =>
    keyEvents(character).map((event) => session.send("Input.dispatchKeyEvent", event)),
  );
  await Promise.all(keys.flat());
  await session.detach();
}

interface KeyEvent {
  readonly type: "keyDown" | "keyUp";
  readonly key: string;
  readonly code?: string;
  readonly windowsVirtualKeyCode?: number;
  readonly text?: string;
}

/** What a key says to Chromium, going down and up again. A newline is Enter. */
export function keyEvents(character: string): readonly KeyEvent[] {
  const key =
    character === "\n"
      ? { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, text: "\r" }
      : { key: character, text: character };
  return [
    { type: "keyDown", ...key },
    { type: "keyUp", key: key.key },
  ];
}

/** Presses a key until a button of the toolbar has nothing left to do. */
export async function pressUntilOff(page: Page, key: string, command: string): Promise<void> {
  const button = page.locator(`[data-command="${command}"]`);
  while (await button.isEnabled()) await page.keyboard.press(key);
}

/** Whether the caret stands in an element of that class. */
export function caretIn(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const place = getSelection()?.anchorNode;
    const element = place instanceof Element ? place : place?.parentElement;
    return element?.closest(wanted) !== null;
  }, selector);
}

/** Presses a key many times, faster than the page can draw. */
export async function pressUnpaced(page: Page, key: string, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const windowsVirtualKeyCode = { ArrowUp: 38, ArrowDown: 40 }[key] ?? 0;
  const event = { key, code: key, windowsVirtualKeyCode };
  const keys = Array.from({ length: times }, () => [
    session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...event }),
    session.send("Input.dispatchKeyEvent", { type: "keyUp", ...event }),
  ]);
  await Promise.all(keys.flat());
  await session.detach();
}
