import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "playwright";
import { join } from "node:path";
import { jpegPicture } from "./pictures";
import { dispose, eventually, launch, question, saveState, windowOf, type Stet } from "./stet";
import { figure, node, writeStory } from "./story";
import { write } from "./writer";

const everyBlock = [
  node(
    "paragraph",
    { type: "text", text: "PORT ARLEN", marks: [{ type: "dateline" }] },
    " — Text.",
  ),
  node(
    "paragraph",
    "It ",
    {
      type: "text",
      text: "links",
      marks: [{ type: "link", attrs: { href: "https://example.org/" } }],
    },
    ".",
  ),
  node(
    "quote",
    node("paragraph", "Nobody likes it."),
    node("attribution", node("speaker", "Jo Marsh"), node("role", "harbour master")),
  ),
  node(
    "quote",
    node("paragraph", "Said by nobody."),
    node("attribution", node("speaker"), node("role")),
  ),
  figure(jpegPicture, "A bridge", "The bridge today.", "Lee Wong / AP"),
  node("subhead", "What it costs"),
  node("bulletlist", node("listitem", node("paragraph", "Money"))),
  node("numberedlist", node("listitem", node("paragraph", "Time"))),
  node("pullquote", "Everybody needs it"),
  node("divider"),
  node("paragraph", `Averyverylongword${"word".repeat(60)}`),
];

let empty: Stet;
let full: Stet;
beforeAll(async () => {
  [empty, full] = await Promise.all([launch(), launchFull()]);
});
afterAll(() => Promise.all([dispose(empty), dispose(full)]));

describe.each(["light", "dark"] as const)("in %s, by axe,", (colorScheme) => {
  beforeAll(async () => {
    await empty.page.emulateMedia({ colorScheme });
    await full.page.emulateMedia({ colorScheme });
  });

  it("an empty story has no fault", async () => {
    expect(await faultsOn(empty.page)).toEqual([]);
  });

  it("a story with every block has no fault", async () => {
    expect(await faultsOn(full.page)).toEqual([]);
  });

  it("the details have no fault", async () => {
    await write(full.page, "<Control+Shift+d>");
    await full.page.locator("aside.panel").waitFor();
    const faults = await faultsOn(full.page);
    await write(full.page, "<Control+Shift+d>");
    await full.page.locator("aside.panel").waitFor({ state: "detached" });
    expect(faults).toEqual([]);
  });

  it("a comparison has no fault", async () => {
    const { page } = full;
    await write(page, "<Control+End>", "x", "<Control+s>");
    await saveState(page, "saved");
    await write(page, "<Control+Shift+h>");
    await page.locator(".version").last().click();
    await page.locator(".compare").waitFor();
    const faults = await faultsOn(page);
    await write(page, "<Escape>", "<Control+Shift+h>");
    await page.locator(".compare").waitFor({ state: "detached" });
    expect(faults).toEqual([]);
  });

  it("a dialog has no fault", async () => {
    await write(full.page, "<Control+End>", "<Control+Shift+ArrowLeft>", "<Control+k>");
    await question(full.page);
    expect(await faultsOn(full.page)).toEqual([]);
    await write(full.page, "<Escape>");
  });

  it("the insert menus have no fault", async () => {
    const { page } = full;
    await write(page, "<Control+End>", "<Enter>", "/");
    await page.locator(".menu-slash").waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await write(page, "<Escape>", "<Backspace>", "<Backspace>");
    await page.locator(".tool-insert").click();
    await page.locator("#insert-list").waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await page.locator(".tool-insert").click();
    await page.locator("#insert-list").waitFor({ state: "hidden" });
  });
});

describe("a narrow window", () => {
  it.each([1180, 800, 560])("never scrolls sideways at %i px", async (width) => {
    await resized(full, width);
    expect(await wideParts(full.page)).toEqual([]);
    await write(full.page, "<Control+Shift+d>");
    await full.page.locator("aside.panel").waitFor();
    expect(await wideParts(full.page)).toEqual([]);
    await write(full.page, "<Control+Shift+d>");
  });
});

describe("by keyboard alone", () => {
  it("every button of the toolbar is reached and shows where the focus is", async () => {
    await resized(full, 1180);
    const { page } = full;
    await write(page, "<Control+End>", "x", "<Control+Shift+ArrowLeft>");
    await page.locator(".toolbar-name").click();
    const enabled = page.locator(".toolbar button:enabled:visible");
    const names = await enabled.evaluateAll((buttons) =>
      buttons.map((button) => (button as HTMLElement).title),
    );

    const reached: unknown[] = [];
    for (let at = 0; at < names.length; at++) {
      await page.keyboard.press("Tab");
      reached.push(await focusedPart(page));
    }

    expect(reached).toEqual(names.map((title) => ({ title, ring: "2px solid" })));
  });
});

describe("motion", () => {
  it("is none when the system asks for less", async () => {
    expect(await motionOfMenu("reduce")).toEqual([]);
  });

  it("is short and of opacity and transform alone else", async () => {
    const found = await motionOfMenu("no-preference");

    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((motion) => !/^(?:appear|opacity|transform) 0\.12s$/.test(motion))).toEqual(
      [],
    );
  });
});

async function motionOfMenu(reducedMotion: "reduce" | "no-preference"): Promise<readonly string[]> {
  const { page } = empty;
  await page.emulateMedia({ reducedMotion });
  await page.locator(".editor > p").last().click();
  await page.keyboard.type("/");
  await page.locator(".menu-slash").waitFor();
  const found = await motions(page);
  await write(page, "<Escape>", "<Backspace>");
  return found;
}

async function launchFull(): Promise<Stet> {
  const first = await launch();
  await first.app.evaluate(({ app }) => app.exit(0)).catch(() => undefined);
  const path = join(first.folder, "full.stet");
  await writeStory(path, "A story with every block", everyBlock, [jpegPicture]);
  const stet = await launch({ folder: first.folder, files: [path] });
  await stet.page.locator(".editor img").waitFor();
  return stet;
}

/** What axe finds, as `impact rule: where`. An empty headline is an empty heading, which is minor. */
async function faultsOn(page: Page): Promise<readonly string[]> {
  // Electron has no place for the second page in which axe would sum up.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const faults = violations.filter(({ impact }) => impact !== "minor");
  return faults.map(
    ({ impact, id, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target).join(" | ")}`,
  );
}

/** Resolves when the page is that wide. */
async function resized(stet: Stet, width: number): Promise<void> {
  const { page } = stet;
  const window = await windowOf(stet, page);
  await window.evaluate((target, widthPx) => target.setContentSize(widthPx, 860), width);
  await eventually(() => page.evaluate(() => innerWidth)).toBe(width);
}

/** The parts of the window that can be scrolled sideways or stick out of it. */
function wideParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("html, body, .window, .toolbar, .desk, .paper, .editor, .panel")]
      .filter(
        (part) =>
          part.scrollWidth > part.clientWidth ||
          part.getBoundingClientRect().right > innerWidth + 1,
      )
      .map((part) => `${part.className} ${part.scrollWidth} > ${part.clientWidth}`),
  );
}

function focusedPart(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    const part = document.activeElement as HTMLElement;
    const { outlineWidth, outlineStyle } = getComputedStyle(part);
    return { title: part.title, ring: `${outlineWidth} ${outlineStyle}` };
  });
}

/** What can move on the page just now, each with its time: keyframes or properties. */
function motions(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) => {
      const style = getComputedStyle(element);
      const listed = (names: string, times: string): readonly string[] => {
        const seconds = times.split(", ");
        const timed = names
          .split(", ")
          .map((name, at) => `${name} ${seconds[at % seconds.length]}`);
        return timed.filter((motion) => !/^none | 0s$/.test(motion));
      };
      return [
        ...listed(style.animationName, style.animationDuration),
        ...listed(style.transitionProperty, style.transitionDuration),
      ];
    }),
  );
}
