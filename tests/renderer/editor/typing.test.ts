// @vitest-environment happy-dom
import type { EditorView } from "prosemirror-view";
import { describe, expect, it } from "vitest";
import { doc, expectState, hr, li, p, ul } from "../build";
import { mount } from "../keyboard";

/** Presses a key that types; gives whether the browser is to do nothing of its own. */
function pressLetter({ dom }: EditorView, key: string): boolean {
  const charCode = key.length === 1 ? key.charCodeAt(0) : 13;
  const event = new KeyboardEvent("keypress", { key, cancelable: true, bubbles: true });
  Object.defineProperty(event, "charCode", { value: charCode });
  dom.dispatchEvent(event);
  return event.defaultPrevented;
}

describe("typing", () => {
  it("puts a letter into the story and onto the page, with the caret behind it", () => {
    const view = mount(doc(p("a<a>c")));
    expect(pressLetter(view, "b")).toBe(true);
    expectState(view.state, doc(p("ab<a>c")));
    expect(view.dom.querySelector("p:not([class])")?.textContent).toBe("abc");
  });

  it("types over what is selected in one block", () => {
    const view = mount(doc(p("a<a>xyz<b>c")));
    expect(pressLetter(view, "b")).toBe(true);
    expectState(view.state, doc(p("ab<a>c")));
  });

  it("lets what waits for a text have it first", () => {
    const view = mount(doc(p("-<a>")));
    expect(pressLetter(view, " ")).toBe(true);
    expectState(view.state, doc(ul(li(p("<a>")))));
  });

  it("types over several blocks and a whole one as before", () => {
    const several = mount(doc(p("a<a>"), p("<b>c")));
    expect(pressLetter(several, "b")).toBe(true);
    expectState(several.state, doc(p("ab<a>c")));
    const whole = mount(doc("<n>", hr(), p("c")));
    expect(pressLetter(whole, "b")).toBe(true);
  });

  it("leaves other keys alone", () => {
    const view = mount(doc(p("a<a>")));
    expect(pressLetter(view, "Enter")).toBe(false);
    expectState(view.state, doc(p("a<a>")));
  });
});
