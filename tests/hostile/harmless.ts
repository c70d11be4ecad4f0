import type { Node } from "prosemirror-model";
import { expect } from "vitest";
import { hrefOf } from "../../renderer/blocks/marks";

/** Fails for a document that its schema does not allow, or that leads where no story may. */
export function isHarmless(doc: Node): void {
  doc.check();
  doc.descendants(({ marks }) => {
    for (const mark of marks.filter(({ type }) => type.name === "link")) {
      expect(["http:", "https:", "mailto:"]).toContain(new URL(hrefOf(mark)).protocol);
    }
  });
}
