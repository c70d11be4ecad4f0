import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Page } from "playwright";
import { jpegPicture, pictureFile } from "./pictures";
import { answerDialogs, closeWindow, ended, eventually, launch, launched, save } from "./stet";
import { articleIn, blocksOn, figure, node, writeStory } from "./story";
import { tempFolder } from "../storage/story";
import { burst, pressUntilOff, write } from "./writer";

/** Long enough for its end to be far below the window. */
async function aLongStory(): Promise<string> {
  const path = join(await tempFolder(), "long.stet");
  const words = Array.from({ length: 300 }, (_, at) => node("paragraph", `${at} `.repeat(150)));
  await writeStory(path, "Long", [...words, node("paragraph", "The last words.")]);
  return path;
}

/** The first and the last few letters of what is selected. */
function selectedEdges(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const text = String(getSelection()).trim();
    return [text.slice(0, 4), text.slice(-7)];
  });
}

const strong = [{ type: "strong" }];
const em = [{ type: "em" }];
const link = [{ type: "link", attrs: { href: "https://example.org/plan" } }];

const wholeStory = node(
  "doc",
  node("kicker", "Transport"),
  node("headline", "Harbour bridge closes for a year"),
  node("standfirst", "Ferries carry what the bridge did."),
  node("byline", "By Ana Ruiz"),
  node(
    "paragraph",
    { type: "text", text: "PORT ARLEN", marks: [{ type: "dateline" }] },
    " — The bridge closes on Monday.",
  ),
  node(
    "paragraph",
    "It ",
    { type: "text", text: "must", marks: strong },
    " be ",
    { type: "text", text: "rebuilt", marks: em },
    ", says ",
    { type: "text", text: "plan", marks: link },
    " B.",
  ),
  node(
    "quote",
    node("paragraph", "Nobody likes it."),
    node("paragraph", "Everybody needs it."),
    node("attribution", node("speaker", "Jo Marsh"), node("role", "harbour master")),
  ),
  figure(jpegPicture, "A bridge at dawn", "The bridge today.", "Lee Wong / AP"),
  node("subhead", "What it costs"),
  node(
    "bulletlist",
    node("listitem", node("paragraph", "Money")),
    node("listitem", node("paragraph", "Time")),
  ),
  node("pullquote", "Everybody needs it"),
  node("divider"),
  node("paragraph", "The end."),
);

describe("a story written by keyboard alone", () => {
  it("is in its file and on the page again as it was typed", async () => {
    const pictures = await tempFolder();
    const stet = await launched();
    const { page, folder } = stet;
    const empty = await blocksOn(page);

    await write(page, "Transport", "<Enter>", "Harbour bridge closes for a year", "<Enter>");
    await write(page, "Ferries carry what the bridge did.", "<Enter>", "By Ana Ruiz", "<Enter>");
    await write(page, "PORT ARLEN - The bridge closes on Monday.", "<Enter>");
    await write(page, "It ", "<Control+b>", "must", "<Control+b>", " be ");
    await write(page, "<Control+i>", "rebuilt", "<Control+i>", ", says plan");
    await write(page, "<Control+Shift+ArrowLeft>", "<Control+k>", "example.org/plan", "<Enter>");
    await write(page, "<ArrowRight>", " B.", "<Enter>");
    await write(page, "/quo", "<Enter>", "Nobody likes it.", "<Enter>", "Everybody needs it.");
    await write(page, "<Enter>", "<Enter>", "Jo Marsh, harbour master", "<Enter>");
    await answerDialogs(stet, await pictureFile(pictures, jpegPicture));
    await write(page, "<Control+Shift+Digit7>");
    await page.locator(".editor img").waitFor();
    await write(page, "The bridge today.", "<Shift+Tab>", "A bridge at dawn", "<Enter>");
    await write(page, "<Enter>", "Lee Wong / AP", "<Enter>");
    await write(page, "## What it costs", "<Enter>", "- Money", "<Enter>", "Time");
    await write(page, "<Enter>", "<Enter>", "<Control+Shift+Digit8>", "Everybody needs it");
    await write(page, "<Enter>", "---The end.");

    const path = join(folder, "bridge.stet");
    await save(stet, path);
    const { content, metadata } = await articleIn(path);
    expect(content).toEqual(wholeStory);
    const written = await blocksOn(page);

    await pressUntilOff(page, "Control+z", "edit.undo");
    expect(await blocksOn(page)).toEqual(empty);
    await pressUntilOff(page, "Control+Shift+z", "edit.redo");
    expect(await blocksOn(page)).toEqual(written);
    await save(stet, path);
    expect((await articleIn(path)).content).toEqual(wholeStory);

    const end = ended(stet);
    await closeWindow(stet, page);
    await end;

    const again = await launch({ folder, files: [path] });
    expect(await blocksOn(again.page)).toEqual(written);
    const copy = join(folder, "copy.stet");
    await answerDialogs(again, copy);
    await write(again.page, "<Control+Shift+s>");
    await eventually(() => articleIn(copy).catch(() => null)).not.toBeNull();
    const copied = await articleIn(copy);
    expect(copied.content).toEqual(wholeStory);
    expect(copied.metadata).toEqual({ ...metadata, modified: copied.metadata.modified });
  });
});

describe("the keys to the story’s start and end", () => {
  it("lead past blocks that were not drawn yet", async () => {
    const { page } = await launched({ files: [await aLongStory()] });
    await page.locator("h1", { hasText: "Long" }).waitFor();

    await write(page, "<Control+End>", "!");
    expect((await blocksOn(page)).at(-1)).toBe("p: The last words.!");
    const bottom = async (): Promise<number> => {
      const { y = 0, height = 0 } = (await page.locator(".editor > p").last().boundingBox()) ?? {};
      return y + height;
    };
    await eventually(bottom).toBeLessThan(await page.evaluate(() => innerHeight));

    await write(page, "<Control+Home>", "ONCE");
    expect((await blocksOn(page))[0]).toBe("p: ONCE");
    await write(page, "<Control+Shift+End>");
    expect(await selectedEdges(page)).toEqual(["Long", "words.!"]);
    await write(page, "<Control+End>", "<Control+Shift+Home>");
    expect(await selectedEdges(page)).toEqual(["ONCE", "words.!"]);
  });
});

describe("typing faster than the page draws", () => {
  it("keeps every letter in its order in blocks that Enter has just made", async () => {
    const { page } = await launched();

    await burst(page, "kicker one\nheadline two\nstandfirst three\nbyline four\n");
    await burst(page, "PORT ARLEN -- paragraph five\nparagraph six\n");
    await burst(page, "> words seven\nwords eight\n\nspeaker nine, role ten\nparagraph eleven\n");
    await burst(page, "## subhead twelve\nparagraph thirteen\n- item fourteen\nitem fifteen\n\n");
    await burst(page, "1. item sixteen\nitem seventeen\n\n/pull\npulled eighteen\nnineteen\n");
    await burst(page, "---after twenty\n/quote\nquoted twenty-one\n\nspeaker twenty-two\n\nend");

    expect(await blocksOn(page)).toEqual([
      "p: kicker one",
      "h1: headline two",
      "p: standfirst three",
      "p: byline four",
      "p: PORT ARLEN — paragraph five",
      "p: paragraph six",
      "figure: words sevenwords eightspeaker ninerole ten",
      "p: paragraph eleven",
      "h2: subhead twelve",
      "p: paragraph thirteen",
      "ul: item fourteenitem fifteen",
      "ol: item sixteenitem seventeen",
      "aside: pulled eighteen",
      "p: nineteen",
      "hr: ",
      "p: after twenty",
      "figure: quoted twenty-onespeaker twenty-two",
      "p: end",
    ]);
  });
});
