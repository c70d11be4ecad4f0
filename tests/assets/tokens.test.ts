import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../../assets/tokens.css"), "utf8");
const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
const schemes = { light, dark };

/** sRGB channels from 0 to 1. */
function colour(scheme: keyof typeof schemes, name: string): readonly number[] {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(schemes[scheme])?.[1];
  if (hex === undefined) throw new Error(`no --${name} in the ${scheme} colours`);
  return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
}

/** WCAG 2.2, “relative luminance”. */
function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, “contrast ratio”: from 1 to 21. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe("contrast", () => {
  it("is 21 between black and white, and 1 between a colour and itself", () => {
    expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21);
    expect(contrast([0.3, 0.4, 0.5], [0.3, 0.4, 0.5])).toBe(1);
  });
});

describe.each(["light", "dark"] as const)("the colours of type, %s", (scheme) => {
  const pairs = ["ink", "soft-ink", "accent", "warn", "fine"].flatMap((ink) =>
    ["paper", "desk"].map((ground) => [ink, ground] as const),
  );

  // WCAG 2.2, success criterion 1.4.3 (AA).
  it.each(pairs)("can be read: %s on %s", (ink, ground) => {
    expect(contrast(colour(scheme, ink), colour(scheme, ground))).toBeGreaterThanOrEqual(4.5);
  });
});
