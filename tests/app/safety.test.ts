import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestNames } from "../../electron/contract";
import { figure } from "../reliability/figures";
import { probePolicy } from "./policy";
import {
  answer,
  dispose,
  keptCopy,
  launch,
  launched,
  nextFrame,
  nextWindow,
  save,
  type Stet,
} from "./stet";
import { write } from "./writer";

let stet: Stet;
beforeAll(async () => {
  stet = await launch();
});
afterAll(() => dispose(stet));

describe("the page", () => {
  it("S7 has the contract's requests and nothing else of the machine", async () => {
    const found = await stet.page.evaluate(() => {
      const globals = window as unknown as Record<string, unknown>;
      const names = ["process", "require", "module", "Buffer", "global", "electron", "__dirname"];
      return { bridge: Object.keys(window.stet), leaks: names.filter((name) => name in globals) };
    });

    expect(found.bridge.sort()).toEqual([...requestNames, "on"].sort());
    expect(found.leaks).toEqual([]);
  });

  it("S7 cannot change what it has", async () => {
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

  it("S7 runs sandboxed and isolated in every window", async () => {
    await nextWindow(stet, () => write(stet.page, "<Control+n>"));

    const preferences = await stet.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => {
        // In every Electron, though not in its types.
        const known = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
        return known.getLastWebPreferences();
      }),
    );

    const safe = {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    };
    // Told only when they are on. Of workers and drops Electron tells nothing either way.
    const loose = ["allowRunningInsecureContent", "enableBlinkFeatures", "experimentalFeatures"];
    const isSafe = (one: Record<string, unknown>): boolean =>
      Object.entries(safe).every(([name, value]) => one[name] === value) &&
      loose.every((name) => !one[name]);
    const unsafe = preferences.filter((one) => !isSafe(one));
    figure("S7", { tier: "C", cases: preferences.length, lost: unsafe.length, worstMs: null });
    expect(unsafe).toEqual([]);
    expect(preferences).toHaveLength(2);
  });

  it("S9 comes with exactly this policy", async () => {
    const headers = await stet.app.evaluate(async ({ session }) => {
      const response = await session.defaultSession.fetch("stet://app/index.html");
      return Object.fromEntries(response.headers.entries());
    });

    expect(headers["content-security-policy"]?.split("; ")).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' blob: stet-media:",
      "font-src 'self'",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types ProseMirrorClipboard",
    ]);
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  it("S9 is held to that policy", async () => {
    const { page } = await launched();

    const { outcomes, directives } = await probePolicy(page);

    const ran = Object.entries(outcomes).filter(([, outcome]) => outcome === "ran");
    const cases = Object.keys(outcomes).length;
    figure("S9", { tier: "C", cases, lost: ran.length, worstMs: null, note: "probes" });
    expect(ran).toEqual([]);
    expect(Object.values(outcomes).join()).not.toMatch(/is not (?:defined|a function)/);
    expect(cases).toBeGreaterThan(15);
    expect(directives).toEqual(
      expect.arrayContaining(["connect-src", "img-src", "frame-src", "style-src-elem"]),
    );
  });
});

describe("the way out of the page", () => {
  it.each(["https://example.org/", "file:///etc/passwd", "stet://app/main.js", "data:text/html,x"])(
    "S7 is closed for a navigation to %s",
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

  it("S5 gives a page that went blank no say", async () => {
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

  it("S7 is closed for new windows", async () => {
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

  it("S7 is closed for downloads, guests, frames and forms", async () => {
    const heard = await stet.app.evaluateHandle(({ session, webContents }) => {
      const started: string[] = [];
      session.defaultSession.on("will-download", (event, item) => {
        if (!event.defaultPrevented) started.push(item.getURL());
      });
      for (const contents of webContents.getAllWebContents()) {
        contents.on("did-attach-webview", () => started.push("webview"));
      }
      return started;
    });
    const before = await stet.app.evaluate(
      ({ webContents }) => webContents.getAllWebContents().length,
    );

    await stet.page.evaluate(() => {
      const made = (tag: string, attributes: Readonly<Record<string, string>>): HTMLElement => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        document.body.append(element);
        return element;
      };
      for (const href of ["blob:", "data:text/plain,x", "stet://app/index.html"]) {
        const url = href === "blob:" ? URL.createObjectURL(new Blob(["x"])) : href;
        made("a", { href: url, download: "x.sh" }).click();
      }
      made("webview", { src: "https://example.org/", nodeintegration: "true" });
      for (const src of ["file:///etc/passwd", "stet://app/index.html", "about:blank"]) {
        made("iframe", { src });
      }
      made("a", { href: "https://example.org/", target: "_blank" }).click();
      made("a", { href: "custom-scheme:x" }).click();
      const form = made("form", { action: "https://example.org/", method: "post" });
      (form as HTMLFormElement).submit();
    });
    await settled(stet);

    const after = await stet.app.evaluate(
      ({ webContents }) => webContents.getAllWebContents().length,
    );
    expect(await heard.jsonValue()).toEqual([]);
    expect(after).toBe(before);
    expect(stet.page.url()).toBe("stet://app/index.html");
  });

  // A drop by the debugger begins no navigation, even where the preferences would let it.
  it("S7 is closed to the words of a file that is dropped on the window", async () => {
    const { page } = stet;
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: ["/etc/passwd"], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await session.send("Input.dispatchDragEvent", { type, x: 20, y: 300, data });
    }
    await settled(stet);

    expect(page.url()).toBe("stet://app/index.html");
    expect(await page.locator(".editor").innerText()).not.toContain("root:");
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

/** Resolves when the main process has seen all that the page asked for before. */
async function settled({ page }: Stet): Promise<void> {
  await nextFrame(page);
  await page.evaluate(() => window.stet.keepWindow());
}
