import { describe, expect, it } from "vitest";
import { windowTitle } from "../../electron/window-title";

describe("windowTitle", () => {
  it.each([
    ["Ferry late", false, "Ferry late — Stet"],
    ["Ferry late", true, "Ferry late — Edited — Stet"],
    ["", false, "New story — Stet"],
    ["", true, "New story — Edited — Stet"],
  ])("calls “%s”, edited %s, “%s”", (title, edited, expected) => {
    expect(windowTitle(title, edited, false)).toBe(expected);
  });

  it("R9 says of which story the file cannot be written", () => {
    expect(windowTitle("Ferry late", false, true)).toBe("Ferry late — Read-only — Stet");
    expect(windowTitle("Ferry late", true, true)).toBe("Ferry late — Read-only — Edited — Stet");
  });
});
