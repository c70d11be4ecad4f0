import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { badAddresses } from "../hostile/html";
import { figure } from "../reliability/figures";
import { watched } from "./hostile";
import { dispose, launch, type Stet } from "./stet";
import { write } from "./writer";

let stet: Stet;
beforeAll(async () => {
  stet = await launch();
});
afterAll(() => dispose(stet));

/** Answers the question that is to come; resolves to all that were asked. */
async function answering(button: number) {
  return stet.app.evaluateHandle(({ dialog }, response) => {
    const asked: string[] = [];
    dialog.showMessageBox = (...args: readonly unknown[]) => {
      const { message, detail } = args.at(-1) as { message: string; detail: string };
      asked.push(`${message} ${detail}`);
      return Promise.resolve({ response, checkboxChecked: false });
    };
    return asked;
  }, button);
}

describe("a link that is opened", () => {
  it("S3 asks first, with the host in letters that cannot pass for others", async () => {
    const seen = await watched(stet);
    const asked = await answering(0);
    const { page } = stet;
    await write(page, "<Enter>", "<Enter>", "<Enter>", "<Enter>", "words");
    await write(page, "<Control+k>", "https://аpple.com/a");
    await page.getByRole("button", { name: "Open link" }).click();

    await expect.poll(async () => (await seen()).opened).toEqual(["https://xn--pple-43d.com/a"]);
    const [question] = await asked.jsonValue();
    expect(question).toMatch(/^Open xn--pple-43d\.com in the browser\? This name has letters/);
    expect(page.url()).toBe("stet://app/index.html");
    await write(page, "<Escape>");
  });

  it("S3 is not opened when the writer says no", async () => {
    const seen = await watched(stet);
    const asked = await answering(1);
    await stet.page.evaluate(() => window.stet.openLink("https://jo:pw@example.org/a?b"));

    expect(await asked.jsonValue()).toEqual([
      "Open example.org in the browser? https://jo:pw@example.org/a?b",
    ]);
    expect((await seen()).opened).toEqual([]);
  });

  it("S3 is refused unasked for every other scheme, whoever asks", async () => {
    const seen = await watched(stet);
    const asked = await answering(0);
    const answers = await stet.page.evaluate(
      (all) =>
        Promise.all(all.map((address) => window.stet.openLink(address).then(() => "", String))),
      badAddresses,
    );

    const taken = answers.filter((answer) => !answer.includes("Error: openLink: "));
    const { opened } = await seen();
    const lost = [...taken, ...opened, ...(await asked.jsonValue())];
    const cases = badAddresses.length;
    figure("S3", { tier: "C", cases, lost: lost.length, worstMs: null, note: "at opening a link" });
    expect(lost).toEqual([]);
  });

  it("S3 is not followed by a click in the story", async () => {
    const seen = await watched(stet);
    const { page } = stet;
    await write(page, "<Control+k>", "example.org", "<Enter>");
    for (const button of ["left", "middle"] as const) {
      await page
        .locator(".editor a")
        .first()
        .click({ button, modifiers: ["Control"] });
    }

    const { opened, windows, urls } = await seen();
    expect({ opened, windows, urls }).toEqual({
      opened: [],
      windows: 1,
      urls: ["stet://app/index.html"],
    });
  });
});
