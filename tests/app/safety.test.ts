import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestNames } from "../../electron/contract";
import { tempFolder } from "../storage/story";
import { avifPicture, jpegPicture, pictureFile } from "./pictures";
import {
  answer,
  answerDialogs,
  dispose,
  keptCopy,
  launch,
  launched,
  menu,
  nextFrame,
  nextWindow,
  save,
  type Stet,
} from "./stet";
import { probePolicy } from "./policy";
import { write } from "./writer";
import { join } from "node:path";

let stet: Stet;
beforeAll(async () => {
  stet = await launch();
});
afterAll(() => dispose(stet));

describe("the page", () => {
  it("has the contract's requests and nothing else of the machine", async () => {
    const found = await stet.page.evaluate(() => {
      const globals = window as unknown as Record<string, unknown>;
      const names = ["process", "require", "module", "Buffer", "global", "electron", "__dirname"];
      return { bridge: Object.keys(window.stet), leaks: names.filter((name) => name in globals) };
    });

    expect(found.bridge.sort()).toEqual([...requestNames, "on"].sort());
    expect(found.leaks).toEqual([]);
  });

  it("cannot change what it has", async () => {
    const changed = await stet.page.evaluate(() => {
      const own = window.stet;
      return [
        Reflect.set(window, "stet", {}),
        Reflect.set(own, "save", () => null),
        Reflect.deleteProperty(own, "save"),
        window.stet === own,
      ];
    });

    expect(changed).toEqual([false, false, false, true]);
  });

  it("runs sandboxed and isolated in every window", async () => {
    await nextWindow(stet, () => write(stet.page, "<Control+n>"));

    const preferences = await stet.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        // In every Electron, though not in its types.
        const known = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
          known.getLastWebPreferences();
        return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
      }),
    );

    const safe = { sandbox: true, contextIsolation: true, nodeIntegration: false };
    const expected = { ...safe, webSecurity: true, webviewTag: false };
    expect(preferences).toEqual([expected, expected]);
  });

  it("comes with a policy that lets nothing in but itself", async () => {
    const headers = await stet.app.evaluate(async ({ session }) => {
      const response = await session.defaultSession.fetch("stet://app/index.html");
      return Object.fromEntries(response.headers.entries());
    });

    const policy = headers["content-security-policy"]?.split("; ") ?? [];
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  it("is held to that policy", async () => {
    const { page } = await launched();

    const { outcomes, directives } = await probePolicy(page);

    const ran = Object.entries(outcomes).filter(([, outcome]) => outcome === "ran");
    expect(ran).toEqual([]);
    expect(Object.values(outcomes).join()).not.toMatch(/is not (?:defined|a function)/);
    expect(Object.keys(outcomes).length).toBeGreaterThan(15);
    expect(directives).toEqual(
      expect.arrayContaining(["connect-src", "img-src", "frame-src", "style-src-elem"]),
    );
  });
});

describe("the way out of the page", () => {
  it.each(["https://example.org/", "file:///etc/passwd", "stet://app/main.js", "data:text/html,x"])(
    "is closed for a navigation to %s",
    async (url) => {
      await stet.page.evaluate((target) => {
        location.href = target;
      }, url);
      await settled(stet);

      expect(stet.page.url()).toBe("stet://app/index.html");
      await write(stet.page, "x");
    },
  );

  it.each(["about:blank", "about:blank#x"])(
    "brings a page back with its words that went to %s",
    async (url) => {
      const own = await launched();
      await write(own.page, "<Enter>", "Unsaved words");
      await keptCopy(own, "Unsaved words");

      const window = await nextWindow(own, () => leave(own, url));

      await window.locator("h1", { hasText: "Unsaved words" }).waitFor();
      await answer(window, "Keep the recovered text");
      expect(own.app.windows()).toHaveLength(1);
    },
  );

  it("brings a saved story back into its window, and an empty one", async () => {
    const own = await launched();
    await leave(own, "about:blank");
    await write(own.page, "<Enter>", "All saved");
    await save(own, join(own.folder, "story.stet"));
    await leave(own, "about:blank");

    await own.page.locator("h1", { hasText: "All saved" }).waitFor();
    await write(own.page, "<Control+Home>", "<Enter>", "<End>", " and on");
    await own.page.locator("h1", { hasText: "All saved and on" }).waitFor();
  });

  it("gives a page that went blank no say", async () => {
    const { app, page } = await launched();
    await app.evaluate(({ webContents }) => {
      for (const contents of webContents.getAllWebContents()) {
        contents.removeAllListeners("did-navigate");
      }
    });

    // Electron lets nobody prevent this one.
    await Promise.all([
      page.waitForURL("about:blank"),
      page.evaluate("location.href = 'about:blank'"),
    ]);
    const answer = await page.evaluate(() => window.stet.load().then(String, String));

    expect(answer).toContain("not from a story’s own page");
  });

  it("is closed for new windows", async () => {
    const windows = stet.app.windows().length;

    const opened = await stet.page.evaluate(() => [
      window.open("https://example.org/"),
      window.open("stet://app/index.html"),
      window.open("file:///etc/passwd", "_blank", "nodeIntegration=yes"),
      window.open("about:blank"),
    ]);
    await settled(stet);

    expect(opened).toEqual([null, null, null, null]);
    expect(stet.app.windows()).toHaveLength(windows);
  });

  it("is closed for every permission", async () => {
    const answers = await stet.page.evaluate(async () => {
      const names = ["geolocation", "camera", "microphone", "notifications", "clipboard-read"];
      const states = names.map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return state;
      });
      const place = new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve("told"),
          ({ code }) => resolve(code),
        );
      });
      const refusal = (error: unknown): string => (error instanceof Error ? error.name : "");
      return {
        states: await Promise.all(states),
        notification: await Notification.requestPermission(),
        place: await place,
        camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(String, refusal),
        clipboard: await navigator.clipboard.readText().then(String, refusal),
      };
    });

    expect(answers).toEqual({
      states: Array.from({ length: 5 }, () => "denied"),
      notification: "denied",
      place: 1,
      // Where there is no camera to refuse, that is what is said.
      camera: expect.stringMatching(/^Not(?:Allowed|Found)Error$/) as unknown,
      clipboard: "NotAllowedError",
    });
  });
});

describe("an ordinary day’s writing", () => {
  it("breaks no rule, logs no error and asks nobody outside", async () => {
    const own = await launched();
    const asked = await requestsOf(own);
    const { page } = own;
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
    await save(own, join(own.folder, "story.stet"));
    await answerDialogs(own, join(own.folder, "story.html"));
    await menu(own, "file.export.html");
    await page.locator(".toast").waitFor();
    await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
    await write(page, "<Control+c>", "<Control+End>", "<Control+v>", "<Control+z>");

    expect(complaints).toEqual([]);
    const { served, failed } = await asked();
    expect(served.length).toBeGreaterThan(0);
    expect(served.filter((url) => !/^stet(?:-media)?:/.test(url))).toEqual([]);
    expect(failed).toEqual([]);
  });
});

/** Sends the page elsewhere; resolves when it is ours again, or its window gone. */
async function leave({ page }: Stet, url: string): Promise<void> {
  const back = page
    .waitForEvent("load", () => page.url().startsWith("stet:"))
    .then(() => page.locator(".editor").waitFor());
  const gone = page.waitForEvent("close");
  await page.evaluate((target) => {
    location.href = target;
  }, url);
  await Promise.any([back, gone]);
}

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

/** Resolves when the main process has seen all that the page asked for before. */
async function settled({ page }: Stet): Promise<void> {
  await nextFrame(page);
  await page.evaluate(() => window.stet.keepWindow());
}
