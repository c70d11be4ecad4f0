// @vitest-environment happy-dom

import { Selection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { describe, expect, it } from "vitest";
import { schema } from "../../renderer/blocks/schema";
import { figure, inRun, untilDone, Worst } from "../reliability/figures";
import { Dice } from "../reliability/seeded";
import { by, doc, figure as aFigure, headline, li, p, quote, ul } from "../renderer/build";
import { mountDoc, openDoc } from "../renderer/keyboard";
import { isHarmless } from "./harmless";
import { hostileHtml } from "./html";

const story = doc(
  headline("A headline"),
  p("A paragraph"),
  quote(p("Said words"), by("Jo", "mayor")),
  ul(li(p("One")), li(p("Two"))),
  aFigure({ caption: "A caption", credit: "A credit" }),
).doc;

const { happyDOM } = window as unknown as { readonly happyDOM: { readonly settings: object } };
Object.assign(happyDOM.settings, { handleDisabledFileLoadingAsSuccess: true });
// An older name of `cssRules` that prosemirror-view reads, and happy-dom does not know.
Object.defineProperty(CSSStyleSheet.prototype, "rules", { value: [] });

describe("S2 hostile HTML", () => {
  it("S2 leaves a story that passes its check and opens again", untilDone, async () => {
    const dice = new Dice(2);
    const cases = inRun({ short: 1000, long: 100_000 });
    const worst = new Worst();
    const broken: string[] = [];
    const view = mountDoc(story);
    for (let n = 0; n < cases; n += 1) {
      openDoc(view, story);
      const place = Selection.near(story.resolve(dice.below(story.content.size)));
      view.dispatch(view.state.tr.setSelection(place));
      const html = hostileHtml(dice);
      try {
        await worst.of(() => view.pasteHTML(html, new ClipboardEvent("paste")));
        check(view);
      } catch (error) {
        broken.push(`${n} ${String(error)}: ${html}`);
      }
    }
    figure("S2", { tier: "U", cases, lost: broken.length, worstMs: worst.ms });
    expect(broken).toEqual([]);
  });
});

function check(view: EditorView): void {
  const { doc: after } = view.state;
  isHarmless(after);
  isHarmless(schema.nodeFromJSON(JSON.parse(JSON.stringify(after.toJSON()))));
}
