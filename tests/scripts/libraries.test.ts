import { describe, expect, it } from "vitest";
import { missingLibraries } from "../../scripts/libraries";

describe("missingLibraries", () => {
  it("names those that the linker does not find", () => {
    const ldd = [
      "\tlinux-vdso.so.1 (0x00007ffe)",
      "\tlibgtk-3.so.0 => not found",
      "\tlibdl.so.2 => /lib/x86_64-linux-gnu/libdl.so.2 (0x00007f)",
      "\tlibnss3.so => not found",
    ].join("\n");
    expect(missingLibraries(ldd)).toEqual(["libgtk-3.so.0", "libnss3.so"]);
  });

  it("is empty when all are there", () => {
    expect(missingLibraries("\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n")).toEqual([]);
  });
});
