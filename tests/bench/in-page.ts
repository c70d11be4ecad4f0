// What the benches run inside a page, Stet's or the bare one: it only watches. Bundled to one script
// that leaves these functions in `bench`; numbers go out through the binding `benchTell`.

import type { Api } from "../../electron/contract";

declare global {
  var benchTell: (words: string) => void;
}

/** Milliseconds since 1970: comparable between pages and with the process that started them. */
function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

/** Runs `act` once the frame that comes next is painted, as far as the page has a say in it. */
function afterPaint(act: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = act;
    port1.postMessage(null);
  });
}

/**
 * Tells the time at which the page is ready and painted: two frames after `selector` has the focus
 * or, with null, after the page is loaded. Not a number if this came too late to see it.
 */
export function tellReady(selector: string | null): void {
  const isLate = document.readyState !== "loading";
  const isReady = (): boolean =>
    selector === null
      ? document.readyState === "complete"
      : (document.activeElement?.matches(selector) ?? false);
  const look = (): void => {
    if (isReady()) requestAnimationFrame(() => benchTell(String(isLate ? NaN : nowMs())));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const latenciesMs: number[] = [];

/** From now on notes for each key how long the page takes from its event to the next paint. */
export function watchKeys(): void {
  const note = ({ timeStamp }: Event): void =>
    afterPaint(() => latenciesMs.push(performance.now() - timeStamp));
  window.addEventListener("keydown", note, { capture: true });
}

/** What was noted since the last call. */
export function takeLatencies(): readonly number[] {
  return latenciesMs.splice(0);
}

let turns = 0;

/**
 * Puts the caret at the end of a paragraph in the middle of the story and brings that to the middle of
 * the window: at each call another one, since typing in one for long would make it like no other.
 */
export async function toMiddle(): Promise<void> {
  const paragraphs = [...document.querySelectorAll(".story > p:not([class])")];
  const paragraph = paragraphs[(Math.floor(paragraphs.length / 2) + turns++) % paragraphs.length];
  if (!paragraph) throw new Error("the story has no paragraph");
  document.querySelector<HTMLElement>(".story")?.focus();
  // Blocks that were never drawn have guessed heights until they come near: a second look is exact.
  for (let look = 0; look < 3; look++) {
    paragraph.scrollIntoView({ block: "center" });
    await new Promise<void>((resolve) => afterPaint(resolve));
  }
  getSelection()?.selectAllChildren(paragraph);
  getSelection()?.collapseToEnd();
}

/** The words of the paragraph with the caret; a browser keeps some spaces as ones that do not break. */
export function caretText(): string {
  const node = getSelection()?.anchorNode;
  const paragraph = (node instanceof Element ? node : node?.parentElement)?.closest("p");
  return paragraph?.textContent.replaceAll("\u00a0", " ") ?? "";
}

export function storyText(): string {
  return document.querySelector(".story")?.textContent ?? "";
}

export function blockCount(): number {
  return document.querySelector(".story")?.childElementCount ?? 0;
}

/** Opens a recent file in this window, which is empty; gives the time at which that was asked. */
export function openRecent(index: number): number {
  const askedMs = nowMs();
  void stet().openRecent(index);
  return askedMs;
}

/** Tells how long it took from the next Ctrl-S to the frame in which the status bar says “Saved”. */
export function tellSaved(): void {
  window.addEventListener("keydown", tellAfter, { capture: true });
}

function tellAfter({ key, timeStamp }: KeyboardEvent): void {
  if (key !== "s") return;
  window.removeEventListener("keydown", tellAfter, { capture: true });
  const look = (): void => {
    const status = document.querySelector("[data-save]")?.getAttribute("data-save");
    if (status === "saved") afterPaint(() => benchTell(String(performance.now() - timeStamp)));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function stet(): Api {
  return (window as unknown as { readonly stet: Api }).stet;
}
