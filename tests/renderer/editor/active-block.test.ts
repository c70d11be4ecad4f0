// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { by, doc, figure, headline, hr, p, quote, type Story } from "../build";
import { mount, press, type } from "../keyboard";

function active(story: Story): readonly (string | null)[] {
  const marked = mount(story).dom.querySelectorAll<HTMLElement>("[data-active='true']");
  return [...marked].map((element) => element.className || element.tagName);
}

describe("activeBlock", () => {
  it("marks the top-level block that has the caret or a selection", () => {
    expect(active(doc(headline("a<a>"), p("b")))).toEqual(["headline"]);
    expect(active(doc(p("x"), quote(p("a"), by("J<a>o"))))).toEqual(["quote"]);
    expect(active(doc(p("<a>x<b>")))).toEqual(["P"]);
  });

  it("marks a picked-up block", () => {
    expect(active(doc(p("x"), "<n>", figure()))[0]).toContain("figure");
    expect(active(doc("<n>", hr(), p("x")))[0]).toContain("divider");
  });

  it("marks none while several are selected", () => {
    expect(active(doc(p("a<a>"), p("b<b>")))).toEqual([]);
    const view = mount(doc(p("a<a>"), p("b")));
    press(view, "Mod-a");
    expect(view.dom.querySelector("[data-active]")).toBeNull();
  });

  it("goes with the caret while words come before and in the block", () => {
    const view = mount(doc(p("a<a>"), p("b")));
    const marked = () => view.dom.querySelector("[data-active]")?.textContent;
    type(view, "x");
    expect(marked()).toBe("ax");
    view.dispatch(view.state.tr.insertText("first ", view.state.selection.$from.before() - 1));
    expect(marked()).toBe("ax");
    press(view, "Enter");
    type(view, "y");
    expect(marked()).toBe("y");
    expect(view.dom.querySelectorAll("[data-active]")).toHaveLength(1);
  });
});
