import { describe, expect, it } from "vitest";
import { openingSwitch } from "../../electron/switches";

describe("openingSwitch", () => {
  it.each([
    ["--remote-debugging-port=9222", "remote-debugging-port"],
    ["--Remote-Debugging-Pipe", "remote-debugging-pipe"],
    ["--inspect", "inspect"],
    ["--inspect-brk=0", "inspect-brk"],
    ["-js-flags=--expose-gc", "js-flags"],
    ["--disable-web-security", "disable-web-security"],
    ["--renderer-cmd-prefix=sh", "renderer-cmd-prefix"],
  ])("S7 finds %s", (word, name) => {
    expect(openingSwitch(["stet", "a.stet", word])).toBe(name);
  });

  it("S7 finds one that begins with a slash on Windows, where paths do not", () => {
    expect(openingSwitch(["stet", "/inspect=1"], "win32")).toBe("inspect");
    expect(openingSwitch(["stet", "/inspect"], "linux")).toBeNull();
  });

  it("takes the switches that a writer may want", () => {
    const words = [
      "--user-data-dir=/tmp/x",
      "--force-device-scale-factor=2",
      "--lang=de",
      "inspect",
    ];
    expect(openingSwitch(["stet", ...words])).toBeNull();
    expect(openingSwitch(["--inspect"])).toBeNull();
  });
});
