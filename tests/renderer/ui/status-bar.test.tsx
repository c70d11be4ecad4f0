// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { State } from "../../../renderer/app/state";
import { StatusBar } from "../../../renderer/ui/status-bar";
import { aState, diskFull } from "../app/desk";
import { doc, headline, p, withMetadata, type Story } from "../build";
import { show } from "./page";

const story = doc(headline("Ferry late"), p("Fog"));
const bar = (state: State) => show(<StatusBar state={state} />);
const shownFor = (given: Partial<State>, of: Story = story): string =>
  bar(aState(of, given)).text(".status-save");

const edited = { savedDoc: doc(p("before")).doc };
const at = "2026-03-01T08:30:00Z";

describe("StatusBar", () => {
  it("says saved, and when, only of a story that is as its file has it", () => {
    expect(shownFor({ save: { kind: "saved", at: null } })).toBe("Saved");
    expect(shownFor({ save: { kind: "saved", at } })).toMatch(/^Saved \d\d:\d\d$/);
  });

  it.each<[string, Partial<State>, string]>([
    ["edited", { ...edited, save: { kind: "saved", at } }, "Edited"],
    ["recovered", { savedDoc: null, save: { kind: "saved", at: null } }, "Edited"],
    ["new and empty", { file: null, save: { kind: "never" } }, "New story"],
    ["new and edited", { ...edited, file: null, save: { kind: "never" } }, "Not saved yet"],
    ["being saved", { ...edited, save: { kind: "saving" } }, "Saving…"],
    [
      "not saved for a reason",
      { save: { kind: "failed", failure: diskFull } },
      "Could not save: The disk is full.",
    ],
  ])("never says saved of a story that is %s", (_, given, expected) => {
    expect(shownFor(given)).toBe(expected);
  });

  it("tells the state to style sheets and tests as well", () => {
    const stateOf = (given: Partial<State>) =>
      bar(aState(story, given)).one(".status-save").dataset["save"];
    expect(stateOf({})).toBe("saved");
    expect(stateOf(edited)).toBe("edited");
    expect(stateOf({ ...edited, save: { kind: "never" } })).toBe("edited");
    expect(stateOf({ save: { kind: "never" } })).toBe("never");
    expect(stateOf({ ...edited, save: { kind: "saving" } })).toBe("saving");
    expect(stateOf({ save: { kind: "failed", failure: diskFull } })).toBe("failed");
  });

  it("R9 says of a story that its file cannot be written", () => {
    const label = (given: Partial<State>) =>
      bar(aState(story, given)).root.querySelector(".status-read-only")?.textContent;
    expect(label({ file: { name: "a.stet", readOnly: true } })).toBe("Read-only");
    expect(label({})).toBeUndefined();
    expect(label({ file: null })).toBeUndefined();
  });

  it("counts words, minutes and language", () => {
    const long = doc(p("word ".repeat(1234)));
    const shown = (of: Story) =>
      [...bar(aState(of)).root.querySelectorAll("span")].slice(0, 3).map((s) => s.textContent);
    expect(shown(withMetadata(long, { language: "es" }))).toEqual(["1,234 words", "5 min", "ES"]);
    expect(shown(doc(p("Fog")))).toEqual(["1 word", "1 min", "EN"]);
    expect(shown(doc())).toEqual(["0 words", "0 min", "EN"]);
  });

  it("warns as long as no safety copy can be made", () => {
    const warning = (given: Partial<State>) =>
      bar(aState(story, given)).root.querySelector(".status-warning")?.textContent;
    expect(warning({ backupFailure: diskFull })).toBe("No safety copy: The disk is full.");
    expect(warning({})).toBeUndefined();
  });
});
