// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { ViewHost } from "../../../renderer/blocks/block";
import { difference } from "../../../renderer/compare/difference";
import { CompareRows } from "../../../renderer/ui/compare-rows";
import { doc, p, type Story } from "../build";
import { show } from "./page";

const host: ViewHost = { pictureUrl: (media) => media, choosePicture: async () => null };
const stay = [p("Nobody in the council was told"), p("Fog over the sound"), p("Money is short")];

describe("a comparison on the page", () => {
  it("names both places of what was moved, once for blocks that went together", () => {
    const [ferry, sea] = [p("The ferry left at nine"), p("The sea was calm")];
    const page = shown(doc(ferry, sea, ...stay), doc(...stay, ferry, sea));
    expect(labels(page)).toEqual(["2 blocks moved down", "2 blocks moved here from above"]);
    expect(labels(shown(doc(...stay, ferry), doc(ferry, ...stay)))).toEqual([
      "moved here from below",
      "moved up",
    ]);
  });

  it("jumps from the one place to the other and back", () => {
    const page = shown(
      doc(p("The ferry left at nine"), ...stay),
      doc(...stay, p("The ferry left at nine")),
    );
    page.press("moved down");
    expect(document.activeElement?.textContent).toBe("moved here from above");
    page.press("moved here from above");
    expect(document.activeElement?.textContent).toBe("moved down");
  });

  it("folds away what is far from a difference, until asked", () => {
    const many = Array.from({ length: 8 }, (_, i) => p(`Paragraph ${i}`));
    const page = shown(doc(...many, p("Old end")), doc(...many, p("New end")));
    expect(page.root.textContent).not.toContain("Paragraph 2");
    page.press("7 unchanged");
    expect(page.root.textContent).toContain("Paragraph 2");
  });
});

function shown(before: Story, after: Story) {
  return show(<CompareRows rows={difference(before.doc, after.doc)} host={host} />);
}

function labels({ root }: ReturnType<typeof show>): readonly string[] {
  return [...root.querySelectorAll(".compare-moved")].map(({ textContent }) => textContent);
}
