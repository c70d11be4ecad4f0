import { describe, expect, it } from "vitest";
import { hasDisplay, openDisplay } from "../../scripts/display";

describe.runIf(process.platform === "linux")("hasDisplay", () => {
  it("is told by X11's variable or Wayland's", () => {
    expect(hasDisplay({ DISPLAY: ":0" })).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: "wayland-0" })).toBe(true);
  });

  it("is false without either, and when they are empty", () => {
    expect(hasDisplay({})).toBe(false);
    expect(hasDisplay({ DISPLAY: "", WAYLAND_DISPLAY: "" })).toBe(false);
  });
});

describe("openDisplay", () => {
  it("leaves a session that has one as it is", async () => {
    const env = { DISPLAY: ":7", LANG: "en" };
    expect((await openDisplay(env)).env).toEqual(env);
  });
});
