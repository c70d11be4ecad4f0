import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "./page";

const control = 2;

/** A real key, down and up, through all that Chromium does for one from the keyboard. */
export async function pressKey(page: Page, text: string): Promise<void> {
  const key = keyOf(text);
  await page.send("Input.dispatchKeyEvent", { type: "keyDown", text, ...key });
  await page.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
}

export async function pressControl(page: Page, letter: string): Promise<void> {
  const key = { ...keyOf(letter), modifiers: control };
  await page.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...key });
  await page.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
}

/** One key each `intervalMs`, or as fast as they are taken where that is slower. */
export async function type(page: Page, text: string, intervalMs: number): Promise<void> {
  const startedMs = performance.now();
  for (const [index, letter] of text.split("").entries()) {
    await wait(Math.max(0, startedMs + index * intervalMs - performance.now()));
    await pressKey(page, letter);
  }
}

/** Letters and spaces, as many as asked for. */
export function someText(length: number): string {
  return " harbour bridge council ferry rivets quay".repeat(1 + length / 41).slice(0, length);
}

function keyOf(text: string): object {
  const letter = text.toUpperCase();
  const code = text === " " ? "Space" : `Key${letter}`;
  return { key: text, code, windowsVirtualKeyCode: letter.charCodeAt(0) };
}
