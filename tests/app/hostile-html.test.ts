// Markup that attackers wrote, through every way into a story: nothing of it may run, ask or leave.

import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docOf } from "../../renderer/blocks/document";
import { hostileHtml } from "../hostile/html";
import { figure as record, inRun } from "../reliability/figures";
import { Dice } from "../reliability/seeded";
import { watched, type Watched } from "./hostile";
import { jpegPicture } from "./pictures";
import { dispose, launch, save, type Stet } from "./stet";
import { articleIn, figure, node, writeStory } from "./story";
import { write } from "./writer";

let stet: Stet;
let seen: () => Promise<Watched>;
beforeAll(async () => {
  stet = await launch();
  seen = await watched(stet);
});
afterAll(() => dispose(stet));

const quiet: Watched = {
  ran: 0,
  windows: 1,
  urls: ["stet://app/index.html"],
  opened: [],
  asked: [],
};

describe.each(["paste", "drop"] as const)("hostile HTML by %s", (way) => {
  it("S2 runs nothing, opens nothing, and leaves a story that can be saved and opened", async () => {
    const { page } = stet;
    await write(page, "<Control+Home>", "<Enter>", "<Enter>", "<Enter>", "<Enter>", "Some words");
    const dice = new Dice(way === "paste" ? 20 : 21);
    const cases = inRun({ short: 150, long: 2000 });
    const all = Array.from({ length: cases }, () => hostileHtml(dice));
    const errors: string[] = [];
    const onError = (error: Error): void => void errors.push(error.message);
    page.on("pageerror", onError);

    const broken = await page.evaluate(give, { way, all });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));

    page.off("pageerror", onError);
    const path = join(stet.folder, "hostile.stet");
    await save(stet, path);
    const opened = docOf(await articleIn(path), way);
    const lost = [
      ...loudIn(await seen()),
      ...broken,
      ...errors,
      ...(opened.ok ? [] : ["unreadable"]),
    ];
    record("S2", { tier: "C", cases, lost: lost.length, worstMs: null, note: `by ${way}` });
    expect(lost).toEqual([]);
  });
});

describe("hostile HTML from the system's clipboard", () => {
  it.each([
    ["a form that renames itself", '<form><input name="nodeName"><p>Pasted</p></form>'],
    ["a frame", `<p>Pasted</p><iframe srcdoc="<script>parent.ran=1</script>"></iframe>`],
    ["a handler", `<p>Pasted</p><img src=x onerror="window.ran=1"><svg onload="window.ran=1">`],
    ["a forged note", `<div data-pm-slice="0 0 null"><p>Pasted</p></div>`],
  ])("S2 runs nothing and leaves a story: %s", async (_, html) => {
    const { page } = stet;
    await page.evaluate((markup) => {
      const copy = (event: ClipboardEvent): void => {
        event.clipboardData?.setData("text/html", markup);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      window.addEventListener("copy", copy, { capture: true, once: true });
    }, html);
    await write(page, "<Control+c>");
    await write(page, "<Control+End>", "<Enter>", "<Enter>", "<Control+v>", " and typed");

    await page
      .locator(".editor > p", { hasText: /^Pasted and typed$/ })
      .last()
      .waitFor();
    expect(await seen()).toEqual(quiet);
    expect(
      await page.locator(".editor :is(form, iframe, svg, input:not(.figure-alt))").count(),
    ).toBe(0);
  });
});

describe("hostile HTML in a story that is opened", () => {
  it("S2 is shown as the text that it is", async () => {
    const dice = new Dice(22);
    const texts = Array.from({ length: 100 }, () => hostileHtml(dice).replaceAll("\u0000", ""));
    const body = texts.map((text, n) =>
      n % 2 === 0 ? node("paragraph", text) : figure(jpegPicture, text, text, text),
    );
    const path = join(stet.folder, "opened.stet");
    await writeStory(path, texts.join(" "), body, [jpegPicture]);

    const own = await launch({ files: [path] });
    const seenThere = await watched(own);
    await own.page.reload();
    await own.page.locator(".editor").waitFor();

    const lost = loudIn(await seenThere());
    const shown = await own.page.locator(".editor > *").count();
    await dispose(own);
    const cases = texts.length;
    record("S2", { tier: "C", cases, lost: lost.length, worstMs: null, note: "by opening" });
    expect(lost).toEqual([]);
    expect(shown).toBe(104);
  });
});

/** What was not as quiet as it should have been. */
function loudIn(watched: Watched): readonly string[] {
  const all = Object.entries(watched).map(([what, seen]) => `${what}: ${JSON.stringify(seen)}`);
  const expected = Object.entries(quiet).map(([what, seen]) => `${what}: ${JSON.stringify(seen)}`);
  return all.filter((one) => !expected.includes(one));
}

/** Runs in the page: gives each to the editor as the system would, and tells what got in. */
function give({ way, all }: { way: "paste" | "drop"; all: readonly string[] }): string[] {
  const editor = document.querySelector<HTMLElement>(".editor");
  if (!editor) throw new Error("no editor");
  const allowed =
    "A BLOCKQUOTE BR BUTTON DIV EM FIGCAPTION FIGURE FOOTER H1 H2 H3 HR IMG INPUT LI OL P SPAN STRONG UL";
  const found = new Set<string>();
  all.forEach((html, n) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    const common = { bubbles: true, cancelable: true };
    const blocks = [...editor.children];
    const block = blocks[(n * 7) % blocks.length] ?? editor;
    if (n % 5 === 0) getSelection()?.collapse(block, 0);
    if (way === "paste") {
      editor.dispatchEvent(new ClipboardEvent("paste", { ...common, clipboardData: data }));
    } else {
      const { left, top } = block.getBoundingClientRect();
      const at = { clientX: left + 5, clientY: Math.min(Math.max(top + 5, 100), 600) };
      editor.dispatchEvent(new DragEvent("drop", { ...common, ...at, dataTransfer: data }));
    }
    for (const element of editor.querySelectorAll("*")) {
      if (!allowed.split(" ").includes(element.tagName)) found.add(`${n} ${element.outerHTML}`);
      for (const { name, value } of element.attributes) {
        const isBad = /^on|^style$|^srcdoc$|^id$|^name$/.test(name);
        const leaves = /^(?:href|src)$/.test(name) && !/^(?:https?|mailto|stet-media):/.test(value);
        if (isBad || leaves) found.add(`${n} ${element.tagName} ${name}=${value}`);
      }
    }
  });
  return [...found];
}
