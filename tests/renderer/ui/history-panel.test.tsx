// @vitest-environment happy-dom
import { render } from "preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fail, ok } from "../../../article/result";
import type { Version } from "../../../article/version";
import type { Effects } from "../../../renderer/app/effects";
import { HistoryPanel } from "../../../renderer/ui/history-panel";
import { diskFull } from "../app/desk";
import { doc, headline, p, type Story } from "../build";

const place = document.body.appendChild(document.createElement("div"));

afterEach(() => {
  render(null, place);
});

const story = (words: string): Story => doc(headline("Ferry"), p("One"), p(words));

function version(id: string, given: Partial<Version> = {}): Version {
  const time = "2026-03-01T08:30:00Z";
  return { id, time, kind: "saved", words: 3, name: "", sha256: id.repeat(64), ...given };
}

function showPanel(effects: Effects, turn = 0): void {
  render(
    <HistoryPanel effects={effects} turn={turn} chosen={null} onClose={() => undefined} />,
    place,
  );
}

/** A history of these texts, newest first. */
function aPanel(texts: readonly string[], given: Partial<Version> = {}) {
  const list = texts.map((_, index) => version(String(texts.length - index), given));
  const versionDoc = vi.fn<Effects["versionDoc"]>(async ({ id }) =>
    ok(story(texts[texts.length - Number(id)] ?? "Fourth").doc),
  );
  const compare = vi.fn<Effects["compare"]>(async () => undefined);
  const effects = { versions: async () => ok(list), versionDoc, compare } as unknown as Effects;
  const show = (turn: number): void => showPanel(effects, turn);
  return { list, versionDoc, compare, show };
}

const textsOf = (selector: string): readonly string[] =>
  [...place.querySelectorAll(selector)].map((element) => element.textContent);

describe("HistoryPanel", () => {
  it("shows the first line that was new in each version, and the title of the oldest", async () => {
    const { show } = aPanel(["Third", "Second", "First"]);
    show(0);
    await expect.poll(() => textsOf(".version-line")).toEqual(["Third", "Second", "Ferry"]);
  });

  it("reads each text once, and none again that it knows", async () => {
    const { show, list, versionDoc } = aPanel(["Third", "Second", "First"]);
    show(0);
    await expect.poll(() => textsOf(".version-line")).toContain("Ferry");
    list.unshift(version("4"));
    show(1);
    await expect.poll(() => textsOf(".version-line")).toContain("Fourth");
    expect(versionDoc.mock.calls.map(([{ id }]) => id)).toEqual(["3", "2", "1", "4", "3"]);
  });

  it("tells what a version is and what it is called", async () => {
    const { show } = aPanel(["Only"], { kind: "filed", name: "as printed" });
    show(0);
    await expect.poll(() => textsOf("time")[0]).toContain("filed");
    expect(textsOf(".version-name")).toEqual(["as printed"]);
  });

  it("holds a version that is chosen against the story", async () => {
    const { show, list, compare } = aPanel(["Third", "Second"]);
    show(0);
    await expect.poll(() => textsOf(".version")).toHaveLength(2);
    place.querySelectorAll<HTMLElement>(".version")[1]?.click();
    expect(compare.mock.calls).toEqual([[list[1]]]);
  });

  it("says so when there is nothing yet, and why it cannot be read", async () => {
    aPanel([]).show(0);
    await expect.poll(() => place.textContent).toContain("Nothing yet.");
    render(null, place);
    showPanel({ versions: async () => fail(diskFull) } as unknown as Effects);
    await expect.poll(() => place.textContent).toContain(diskFull.reason);
  });
});
