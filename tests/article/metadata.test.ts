import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { emptyMetadata, metadataFault, metadataSchema } from "../../article/metadata";

describe("emptyMetadata", () => {
  it("is metadata", () => {
    expect(v.parse(metadataSchema, emptyMetadata)).toEqual(emptyMetadata);
  });
});

describe("metadataFault", () => {
  it.each([
    ["created", ""],
    ["created", "2026-03-01T08:30Z"],
    ["embargo", "2026-03-01T08:30:15.250+05:30"],
    ["language", "en"],
    ["language", "de-CH-1996"],
    ["urgency", 0],
    ["urgency", 9],
    ["licence", ""],
    ["licence", "HTTPS://creativecommons.org/licenses/by/4.0/"],
    ["keywords", []],
    ["keywords", ["ferry", ""]],
    ["editorsNote", "Call her lawyer before this runs."],
  ] as const)("finds none in %s %j", (field, value) => {
    expect(metadataFault(field, value)).toBeNull();
  });

  it.each([
    ["created", "yesterday"],
    ["created", "2026-03-01"],
    ["created", "2026-03-01T08:30"],
    ["created", "2026-13-01T08:30Z"],
    ["created", "2026-03-01T08:30Z\n"],
    ["language", ""],
    ["language", "english language"],
    ["urgency", 10],
    ["urgency", 1.5],
    ["urgency", "1"],
    ["licence", "javascript:alert(1)"],
    ["licence", "creativecommons.org"],
    ["keywords", "ferry"],
    ["keywords", [1]],
    ["keywords", Array<string>(201).fill("x")],
    ["keywords", ["x".repeat(10_001)]],
    ["slug", "x".repeat(10_001)],
    ["slug", null],
  ] as const)("finds one in %s %j and names it in words", (field, value) => {
    expect(metadataFault(field, value)).toMatch(/\w+ \w+/);
  });
});
