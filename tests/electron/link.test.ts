import { describe, expect, it } from "vitest";
import { linkIn, linkQuestion } from "../../electron/link";

function questionOf(address: string): string {
  const link = linkIn(address);
  return link ? linkQuestion(link).message : "refused";
}

describe("linkQuestion", () => {
  it.each([
    ["https://example.org/a", "Open example.org in the browser?"],
    ["https://apple.com@evil.example:81/", "Open evil.example:81 in the browser?"],
    ["https://аpple.com/", "Open xn--pple-43d.com in the browser?"],
    ["mailto:jo@example.org?subject=x", "Write a mail to jo@example.org?"],
    ["javascript:alert(1)", "refused"],
  ])("S3 tells where %s leads", (address, question) => {
    expect(questionOf(address)).toBe(question);
  });

  it("S3 shows an address that is too long for a dialog cut", () => {
    const link = linkIn(`https://example.org/${"x".repeat(3000)}`);
    expect(link && linkQuestion(link).detail).toMatch(/^https:\/\/example\.org\/x+…$/);
    expect(linkIn(`https://example.org/${"x".repeat(5000)}`)).toBeNull();
  });
});
