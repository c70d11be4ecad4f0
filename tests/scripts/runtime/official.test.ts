import { describe, expect, it } from "vitest";
import { canInstall, releaseHost } from "../../../scripts/runtime/official";

describe("canInstall", () => {
  it.each([
    ["20.20.2", false],
    ["22.11.0", false],
    ["22.12.0", true],
    ["24.0.1", true],
  ])("Node %s: %s", (node, expected) => {
    expect(canInstall(node)).toBe(expected);
  });
});

describe("releaseHost", () => {
  it("is Electron's own unless a mirror is named", () => {
    expect(releaseHost({})).toContain("/electron/electron/releases/");
    expect(releaseHost({ ELECTRON_MIRROR: "https://mirror.example/" })).toBe(
      "https://mirror.example/",
    );
  });
});
