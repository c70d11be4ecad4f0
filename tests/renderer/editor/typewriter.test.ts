// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { isTypewriterOn, toggleTypewriter } from "../../../renderer/editor/typewriter";
import { doc, p } from "../build";
import { mount, press } from "../keyboard";

describe("toggleTypewriter", () => {
  it("switches the mode on and off, and no change of the story switches it", () => {
    const view = mount(doc(p("a<a>")));
    expect(isTypewriterOn(view.state)).toBe(false);
    expect(toggleTypewriter(view.state, view.dispatch)).toBe(true);
    press(view, "text:b", "Enter", "Mod-a");
    expect(isTypewriterOn(view.state)).toBe(true);
    expect(view.dom.className).toMatch(/\beditor\b.*\btypewriter\b/);
    toggleTypewriter(view.state, view.dispatch);
    expect(isTypewriterOn(view.state)).toBe(false);
    expect(view.dom.className).not.toMatch(/typewriter/);
  });

  it("only answers when it is asked without dispatch", () => {
    const view = mount(doc(p("a<a>")));
    expect(toggleTypewriter(view.state)).toBe(true);
    expect(isTypewriterOn(view.state)).toBe(false);
  });
});
