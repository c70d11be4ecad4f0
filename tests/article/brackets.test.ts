import { describe, expect, it } from "vitest";
import { bracketsIn } from "../../article/brackets";

describe("bracketsIn", () => {
  it("counts the objects and lists of a JSON text, and nothing that stands in its strings", () => {
    expect(bracketsIn('{"a":[1,{"[{":"\\"[{\\\\"}],"b":[]}')).toBe(4);
    expect(bracketsIn('"[[[')).toBe(0);
    expect(bracketsIn("")).toBe(0);
  });
});
