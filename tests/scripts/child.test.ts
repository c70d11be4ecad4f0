import { describe, expect, it } from "vitest";
import { attend, capture } from "../../scripts/child";

const node = process.execPath;

describe("capture", () => {
  it("gives what a program says and its exit code", async () => {
    const program = "console.log('out'); console.error('err'); process.exitCode = 3";
    expect(await capture(node, ["-e", program])).toEqual({
      code: 3,
      stdout: "out\n",
      stderr: "err\n",
    });
  });

  it("has no code for a program that is not there", async () => {
    const { code, stderr } = await capture("stet-no-such-program", []);
    expect(code).toBeNull();
    expect(stderr).toContain("stet-no-such-program");
  });

  it("ends a program that takes too long", async () => {
    const { code } = await capture(node, ["-e", "setInterval(() => {}, 1000)"], { timeoutMs: 200 });
    expect(code).toBeNull();
  });
});

describe("attend", () => {
  it("gives the exit code", async () => {
    expect(await attend(node, ["-e", "process.exit(4)"])).toBe(4);
  });

  it("gives 128 and the number of the signal that ended it", async () => {
    expect(await attend(node, ["-e", "process.kill(process.pid, 'SIGTERM')"])).toBe(143);
  });
});
