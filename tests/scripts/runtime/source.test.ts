import { describe, expect, it } from "vitest";
import { Halt } from "../../../scripts/main";
import { firstRuntime, type Source } from "../../../scripts/runtime/source";

const runtime = { executable: "/opt/electron/electron", version: "45.4.1" };

function has(name: string, version = runtime.version): Source {
  return { name, find: () => Promise.resolve({ ...runtime, version }) };
}

function lacks(name: string, reason: string): Source {
  return { name, find: () => Promise.resolve({ reason }) };
}

function breaks(name: string, message: string): Source {
  return { name, find: () => Promise.reject(new Error(message)) };
}

describe("firstRuntime", () => {
  it("takes the first source that has one", async () => {
    const sources = [lacks("near", "is empty"), has("far", "45.0.0"), has("farther", "33.0.0")];
    expect(await firstRuntime(sources)).toEqual({ ...runtime, version: "45.0.0" });
  });

  it("asks no source after that", async () => {
    const asked: string[] = [];
    const asking = (source: Source): Source => ({
      name: source.name,
      find: () => {
        asked.push(source.name);
        return source.find();
      },
    });
    await firstRuntime([lacks("near", "is empty"), has("far"), has("farther")].map(asking));
    expect(asked).toEqual(["near", "far"]);
  });

  it("goes on after a source that breaks", async () => {
    expect(await firstRuntime([breaks("near", "disk full"), has("far")])).toEqual(runtime);
  });

  it("names each source and its reason when all fail", async () => {
    const attempt = firstRuntime([lacks("near", "is empty"), breaks("far", "disk full")]);
    await expect(attempt).rejects.toThrow(Halt);
    await expect(attempt).rejects.toThrow(/- near: is empty\n {2}- far: disk full\n/);
  });

  it("tells how to help oneself when all fail", async () => {
    await expect(firstRuntime([])).rejects.toThrow("ELECTRON_OVERRIDE_DIST_PATH");
  });
});
