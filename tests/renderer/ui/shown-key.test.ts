// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";

/** `shownKey` as it reads on that system. */
async function shownKeyOn(platform: string): Promise<(key: string) => string> {
  vi.spyOn(navigator, "platform", "get").mockReturnValue(platform);
  vi.resetModules();
  return (await import("../../../renderer/ui/shown-key")).shownKey;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("shownKey", () => {
  it.each([
    ["Mod-b", "Ctrl+B"],
    ["Mod-Shift-9", "Ctrl+Shift+9"],
    ["Mod-Alt-2", "Ctrl+Alt+2"],
    ["Mod-Enter", "Ctrl+Enter"],
    ["Escape", "Escape"],
  ])("reads %s as %s", async (key, shown) => {
    const shownKey = await shownKeyOn("Linux x86_64");
    expect(shownKey(key)).toBe(shown);
  });

  it.each([
    ["Mod-b", "⌘B"],
    ["Mod-Alt-2", "⌘⌥2"],
    ["Mod-Shift-9", "⌘⇧9"],
  ])("reads %s as %s on a Mac", async (key, shown) => {
    const shownKey = await shownKeyOn("MacIntel");
    expect(shownKey(key)).toBe(shown);
  });
});
