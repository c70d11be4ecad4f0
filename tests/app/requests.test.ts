// What a page could ask of the main process if it were no longer ours.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figure } from "../reliability/figures";
import { jpegPicture } from "./pictures";
import { dispose, launch, type Stet } from "./stet";

let stet: Stet;
beforeAll(async () => {
  stet = await launch();
});
afterAll(() => dispose(stet));

describe("our own schemes", () => {
  it("S10 lead to nothing outside the page and the story", async () => {
    const documentId = await stet.page.evaluate(async () => (await window.stet.load()).documentId);

    const urls = traversals(documentId);
    const found = await stet.app.evaluate(async ({ session }, all) => {
      const statuses = all.map(async (url) => {
        const response = await session.defaultSession.fetch(url).catch(() => null);
        return [url, response?.status ?? 404] as const;
      });
      return (await Promise.all(statuses)).filter(([, status]) => status !== 404);
    }, urls);

    figure("S10", { tier: "C", cases: urls.length, lost: found.length, worstMs: null });
    expect(found).toEqual([]);
    expect(urls.length).toBeGreaterThan(200);
  });

  it("S10 answer nothing but GET", async () => {
    const statuses = await stet.app.evaluate(async ({ session }) => {
      const { defaultSession } = session;
      const answers = ["POST", "PUT", "DELETE"].map((method) =>
        defaultSession.fetch("stet://app/index.html", { method }),
      );
      return (await Promise.all(answers)).map(({ status }) => status);
    });

    expect(statuses).toEqual([404, 404, 404]);
  });
});

describe("a call with arguments that no page of ours would send", () => {
  const text = { revision: 1, text: "{}" };
  const uuid = "0b8a4f5e-6a53-4d61-9c1f-5d0a5f2f8a11";
  it.each([
    ["save", []],
    ["save", [{}]],
    ["save", [{ ...text, html: "", suggestedName: 7 }]],
    ["saveAs", [{ ...text, revision: -1, html: "", suggestedName: "" }]],
    ["backUp", [{ revision: 1.5, text: "" }]],
    ["openRecent", [-1]],
    ["openRecent", ["0"]],
    ["addPicture", ["bytes", "a.png"]],
    ["addPicture", [{ length: 3 }, "a.png"]],
    ["chooseExport", ["pdf", "page"]],
    ["writeExport", ["/tmp/x.html", []]],
    ["writeExport", [uuid, [{ picture: "../../../etc/passwd" }]]],
    ["showExport", ["../.."]],
    ["setMenu", [[{ label: "File", items: [{ kind: "role", role: "toggleDevTools" }] }]]],
    ["setTitle", [{}, true]],
    [
      "setSettings",
      [{ theme: "pink", panel: null, autosave: true, outline: false, typewriter: false }],
    ],
    ["closeWindow", ["yes"]],
  ] as const)("S5 is refused: %s", async (name, args) => {
    const answer = await stet.page.evaluate(
      ([request, words]) => {
        const call = window.stet[request] as (...given: readonly unknown[]) => Promise<unknown>;
        return call(...words).then(
          () => "done",
          (error: unknown) => String(error),
        );
      },
      [name, args] as const,
    );

    expect(answer).toMatch(new RegExp(`Error: ${name}: `));
    expect(stet.page.isClosed()).toBe(false);
  });

  it("S5 is refused when it sends more than a story may have", async () => {
    const answer = await stet.page.evaluate(() => {
      const text = "x".repeat(33 * 1024 * 1024);
      return window.stet.backUp({ revision: 1, text }).then(String, String);
    });

    expect(answer).toMatch("Error: backUp: ");
  });

  it("S5 is told when it names an export that was never chosen", async () => {
    const result = await stet.page.evaluate(
      (target) => window.stet.writeExport(target, ["<p>"]),
      uuid,
    );

    expect(result).toMatchObject({ ok: false, failure: { kind: "missing" } });
  });
});

/** Ways to write a path that leads out, at both schemes. */
function traversals(documentId: string): readonly string[] {
  const ups = [
    "..",
    "%2e%2e",
    "..%2f..",
    "..\\..",
    "%2e%2e%5c",
    "....",
    "..;",
    "..%00",
    "%252e%252e",
  ];
  const targets = ["etc/passwd", "etc%2fpasswd", "package.json", "electron/main.js", "media/x.png"];
  const paths = ups.flatMap((up) =>
    [1, 3, 9].flatMap((depth) =>
      targets.map((target) => `${Array.from({ length: depth }, () => up).join("/")}/${target}`),
    ),
  );
  const odd = ["", ".", "//etc/passwd", "index.html%00.css", "index.html/x", "INDEX.HTML", "C:/x"];
  const all = [...paths, ...odd];
  return [
    ...all.map((path) => `stet://app/${path}`),
    ...all.map((path) => `stet-media://${documentId}/${path}`),
    ...["stet://other/index.html", "stet://app.evil/index.html", "stet:///index.html"],
    `stet-media://${"0".repeat(36)}/${jpegPicture.media}`,
    `stet-media://${documentId}/${jpegPicture.media}`,
  ];
}
