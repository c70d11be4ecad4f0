import { describe, expect, it } from "vitest";
import { aptLine, currentNames } from "../../scripts/apt";

describe("currentNames", () => {
  const packages = ["libgtk-3-0", "libnss3", "xvfb"];

  it("keeps the plain names where no other are known", () => {
    expect(currentNames(packages, "")).toEqual(packages);
  });

  it("takes the t64 name where there is one", () => {
    const known = "Package: libgtk-3-0t64\nVersion: 3.24\n\nPackage: libgtk-3-0t64-doc\n";
    expect(currentNames(packages, known)).toEqual(["libgtk-3-0t64", "libnss3", "xvfb"]);
  });
});

describe("aptLine", () => {
  it("can be pasted after sudo", () => {
    expect(aptLine(["libnss3", "xvfb"])).toBe(
      "apt-get install -y --no-install-recommends libnss3 xvfb",
    );
  });
});
