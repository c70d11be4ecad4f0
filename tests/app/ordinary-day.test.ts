import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { figure } from "../reliability/figures";
import { tempFolder } from "../storage/story";
import { avifPicture, jpegPicture, pictureFile } from "./pictures";
import { answerDialogs, launched, menu, nextFrame, nextWindow, save, type Stet } from "./stet";
import { write } from "./writer";

describe("an ordinary day’s writing", () => {
  it("S9 breaks no rule, logs no error and asks nobody outside", async () => {
    const own = await launched();
    const asked = await requestsOf(own);
    const broken: string[] = [];
    const context = own.page.context();
    await context.exposeFunction("tellBroken", (rule: string) => broken.push(rule));
    await context.addInitScript(() => {
      const tell = Reflect.get(window, "tellBroken") as (rule: string) => void;
      document.addEventListener("securitypolicyviolation", (event) =>
        tell(`${event.effectiveDirective} ${event.blockedURI}`),
      );
    });
    await write(own.page, "Something");
    const page = await nextWindow(own, () => write(own.page, "<Control+n>"));
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(error.message));
    const pictures = await tempFolder();

    await write(page, "Kicker", "<Enter>", "Headline", "<Enter>", "Standfirst", "<Enter>", "By Jo");
    await write(page, "<Enter>", "PORT ARLEN - Text.", "<Enter>", "/quote", "<Enter>", "Words.");
    await write(page, "<Enter>", "<Enter>", "Jo Marsh, mayor", "<Enter>", "- one", "<Enter>");
    await write(page, "<Enter>", "some words", "<Control+Shift+ArrowLeft>", "<Control+k>");
    await write(page, "example.org", "<Enter>", "<Control+b>", "<End>", "<Enter>");
    const files = [jpegPicture, avifPicture].map((picture) => pictureFile(pictures, picture));
    await answerDialogs(own, ...(await Promise.all(files)));
    await write(page, "<Control+Shift+Digit7>");
    await page.locator(".editor img").first().waitFor();
    await write(page, "<Control+Shift+d>");
    await page.getByLabel("Slug").fill("harbour-bridge");
    await menu(own, "view.theme.dark");
    await save(own, join(own.folder, "story.stet"), page);
    await answerDialogs(own, join(own.folder, "story.html"));
    await menu(own, "file.export.html");
    await page.locator(".toast").waitFor();
    await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
    await write(page, "<Control+c>", "<Control+End>", "<Control+v>", "<Control+z>");

    await nextFrame(page);

    const { served, failed } = await asked();
    const others = served.filter((url) => !/^stet(?:-media)?:/.test(url));
    const lost = [...complaints, ...broken, ...others, ...failed];
    figure("S9", {
      tier: "C",
      cases: served.length,
      lost: lost.length,
      worstMs: null,
      note: "what a day's writing asks for",
    });
    expect(lost).toEqual([]);
    expect(served.length).toBeGreaterThan(0);
  });
});

/** From now on: the addresses that were asked for, and those that were refused or not there. */
async function requestsOf({ app }: Stet) {
  const found = await app.evaluateHandle(({ session }) => {
    const requests = { served: [] as string[], failed: [] as string[] };
    const { webRequest } = session.defaultSession;
    webRequest.onCompleted(({ url, statusCode }) => {
      requests[statusCode === 200 ? "served" : "failed"].push(url);
    });
    webRequest.onErrorOccurred(({ url }) => requests.failed.push(url));
    return requests;
  });
  return () => found.jsonValue();
}
