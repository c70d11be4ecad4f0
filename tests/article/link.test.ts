import { describe, expect, it } from "vitest";
import { isLinkable } from "../../article/link";

describe("isLinkable", () => {
  it("takes the web and mail, and no address longer than 4000 characters", () => {
    const linkable = (address: string): boolean => isLinkable(new URL(address));
    expect(["http://x.org", "https://x.org", "mailto:jo@x.org"].map(linkable)).not.toContain(false);
    expect(["javascript:1", "file:///x", "data:,x"].map(linkable)).not.toContain(true);
    expect(linkable(`https://x.org/${"a".repeat(4000 - 14)}`)).toBe(true);
    expect(linkable(`https://x.org/${"a".repeat(4001 - 14)}`)).toBe(false);
  });
});
