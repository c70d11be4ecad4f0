import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Page } from "playwright";
import { tempFolder } from "../storage/story";
import { jpegPicture, pictureFile, pngPicture, tinyPictures, type TinyPicture } from "./pictures";
import {
  answer,
  answerDialogs,
  dispose,
  eventually,
  launch,
  nextWindow,
  question,
  save,
  windowOf,
  type Stet,
} from "./stet";
import { articleIn, blocksOn } from "./story";
import { write } from "./writer";

let stet: Stet;
beforeAll(async () => {
  stet = await launch();
});
afterAll(() => dispose(stet));

describe("a picture", () => {
  it.each(tinyPictures)("comes in by dialog: $type", async (picture) => {
    const page = await aNewStory();
    await answerDialogs(stet, await pictureFile(await tempFolder(), picture));

    await write(page, "<Control+Shift+Digit7>");

    await expectPictures(page, [picture]);
    await write(page, "Its caption");
    expect((await blocksOn(page)).at(-1)).toContain("Its caption");
  });

  it.each(tinyPictures)("comes in by paste: $type", async ({ bytes, type, ...picture }) => {
    const page = await aNewStory();

    await paste(page, { bytes, type, name: "pasted" });

    await expectPictures(page, [picture]);
  });

  it("comes in from the system's clipboard", async () => {
    const from = await aNewStory();
    await answerDialogs(stet, await pictureFile(await tempFolder(), jpegPicture));
    await write(from, "<Control+Shift+Digit7>");
    await expectPictures(from, [jpegPicture]);
    const { x = 0, y = 0 } = (await from.locator(".editor img").boundingBox()) ?? {};
    const window = await windowOf(stet, from);
    const place = { x: Math.round(x) + 40, y: Math.round(y) + 40 };
    await window.evaluate(({ webContents }, at) => webContents.copyImageAt(at.x, at.y), place);
    const page = await aNewStory();

    await write(page, "<Control+v>");

    await expectPictures(page, [{ width: jpegPicture.width, height: jpegPicture.height }]);
  });

  it("comes in by drop, where it was let go", async () => {
    const page = await aNewStory();
    await write(page, "Above", "<Enter>", "Below");

    await drop(
      page,
      { bytes: jpegPicture.bytes, type: "image/jpeg", name: "dropped.jpg" },
      "Above",
    );

    await expectPictures(page, [jpegPicture]);
    const body = (await blocksOn(page)).slice(-3);
    expect(body.map((block) => block.split(":")[0])).toEqual(["p", "figure", "p"]);
  });

  it("comes in with others at once, and all are in the file in their order", async () => {
    const page = await aNewStory();
    const folder = await tempFolder();
    const files = tinyPictures.map((picture) => pictureFile(folder, picture));
    await answerDialogs(stet, ...(await Promise.all(files)));

    await write(page, "<Control+Shift+Digit7>");
    await expectPictures(page, tinyPictures);
    const path = join(folder, "pictures.stet");
    await save(stet, path, page);

    const { content } = await articleIn(path);
    const figures = (content.content ?? []).filter(({ type }) => type === "figure");
    const names = figures.map(({ attrs }) => attrs?.["media"]);
    expect(names).toEqual(tinyPictures.map(({ media }) => media));
  });

  it("has its size before it is loaded, so that the text below never jumps", async () => {
    const page = await aNewStory();
    await answerDialogs(stet, await pictureFile(await tempFolder(), jpegPicture));
    const atFirst = firstSight(page);

    await write(page, "<Control+Shift+Digit7>");

    const { width, height } = jpegPicture;
    expect(await atFirst).toEqual({ loaded: false, ratio: (width / height).toFixed(2) });
  });
});

describe("what is no picture", () => {
  const others = [
    {
      what: "an SVG drawing",
      name: "drawing.svg",
      bytes: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`),
    },
    { what: "a TIFF or raw picture", name: "scan.tiff", bytes: Buffer.from("II*\0\x08\0\0\0") },
    {
      what: "not a picture that Stet can show",
      name: "words.jpg",
      bytes: Buffer.from("Only words, called a picture."),
    },
    { what: "cut short or altered", name: "cut.png", bytes: pngPicture.bytes.subarray(0, 20) },
  ];

  it.each(others)("is refused in the dialog: $name", async ({ what, name, bytes }) => {
    const page = await aNewStory();
    const path = join(await tempFolder(), name);
    await writeFile(path, bytes);
    await answerDialogs(stet, path);

    await write(page, "<Control+Shift+Digit7>");

    await expectRefused(page, `“${name}” is ${what}`);
  });

  it.each(others)("is refused when it is pasted as one: $name", async ({ what, name, bytes }) => {
    const page = await aNewStory();

    await paste(page, { bytes, type: "image/png", name });

    await expectRefused(page, `“${name}” is ${what}`);
  });

  it("is named at the window's foot when it does not even claim to be one", async () => {
    const page = await aNewStory();
    await paste(page, { bytes: Buffer.from("%PDF"), type: "application/pdf", name: "report.pdf" });
    await page.locator(".toast", { hasText: "“report.pdf” was not inserted" }).waitFor();
  });

  it("does not keep the pictures beside it out", async () => {
    const page = await aNewStory();
    const folder = await tempFolder();
    const bad = join(folder, "words.png");
    await writeFile(bad, "Only words.");
    await answerDialogs(stet, bad, await pictureFile(folder, jpegPicture));

    await write(page, "<Control+Shift+Digit7>");

    expect(await question(page)).toContain("“words.png”");
    await answer(page, "OK");
    await expectPictures(page, [jpegPicture]);
  });
});

/** A window of its own with the caret in an empty paragraph. */
async function aNewStory(): Promise<Page> {
  const page = await nextWindow(stet, () => write(stet.page, "<Control+n>"));
  onTestFinished(async () => {
    const window = await windowOf(stet, page);
    await window.evaluate((target) => target.destroy());
  });
  await write(page, "<Enter>", "<Enter>", "<Enter>", "<Enter>");
  return page;
}

interface Handed {
  readonly bytes: Buffer;
  readonly type: string;
  readonly name: string;
}

async function paste(page: Page, file: Handed): Promise<void> {
  const data = await dataOf(page, file);
  await page.locator(".editor").evaluate((editor, clipboardData) => {
    const facts = { clipboardData, bubbles: true, cancelable: true };
    editor.dispatchEvent(new ClipboardEvent("paste", facts));
  }, data);
}

/** Lets a file go in the middle of the block with those words. */
async function drop(page: Page, file: Handed, words: string): Promise<void> {
  const data = await dataOf(page, file);
  await page.locator(".editor > *", { hasText: words }).evaluate((block, dataTransfer) => {
    const { left, top, width, height } = block.getBoundingClientRect();
    const place = { clientX: left + width / 2, clientY: top + height / 2 };
    for (const type of ["dragenter", "dragover", "drop"]) {
      const facts = { ...place, dataTransfer, bubbles: true, cancelable: true };
      block.dispatchEvent(new DragEvent(type, facts));
    }
  }, data);
}

function dataOf(page: Page, { bytes, type, name }: Handed) {
  return page.evaluateHandle(
    ([base64, fileType, fileName]) => {
      const data = new DataTransfer();
      const held = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([held], fileName, { type: fileType }));
      return data;
    },
    [bytes.toString("base64"), type, name] as const,
  );
}

type Expected = Pick<TinyPicture, "width" | "height"> & Partial<Pick<TinyPicture, "media">>;

/** Waits until exactly these are on the screen, each with its size in the page and drawn in it. */
async function expectPictures(page: Page, expected: readonly Expected[]): Promise<void> {
  const found = () =>
    page.locator(".editor img").evaluateAll((images) =>
      images.map((image) => {
        const { src, naturalWidth, naturalHeight } = image as HTMLImageElement;
        const [width, height] = ["width", "height"].map((name) => Number(image.getAttribute(name)));
        return { media: src.split("/").at(-1), width, height, naturalWidth, naturalHeight };
      }),
    );
  const wanted = expected.map(({ media, width, height }) => ({
    ...(media === undefined ? {} : { media }),
    ...{ width, height, naturalWidth: width, naturalHeight: height },
  }));
  await eventually(found).toMatchObject(wanted);
}

async function expectRefused(page: Page, why: string): Promise<void> {
  const message = await question(page);
  expect(message).toContain("This picture was not inserted");
  expect(message).toContain(why);
  await answer(page, "OK");
  await write(page, "Words instead");
  expect((await blocksOn(page)).at(-1)).toBe("p: Words instead");
  expect(await page.locator(".editor img").count()).toBe(0);
}

/** What the first picture looks like at the moment when it comes into the page. */
function firstSight(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const watch = new MutationObserver(() => {
          const picture = document.querySelector<HTMLImageElement>(".editor img");
          if (!picture) return;
          watch.disconnect();
          const { width, height } = picture.getBoundingClientRect();
          resolve({ loaded: picture.naturalWidth > 0, ratio: (width / height).toFixed(2) });
        });
        watch.observe(document.body, { childList: true, subtree: true });
      }),
  );
}
