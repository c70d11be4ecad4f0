// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { mountEditor } from "../../../renderer/editor/mount";
import { createEditorState } from "../../../renderer/editor/state";
import { doc, figure, p, picture } from "../build";
import { mount, quietHost } from "../keyboard";

describe("mountEditor", () => {
  it("shows the story as a named text box", () => {
    const { dom } = mount(doc(p("a<a>")));
    expect(dom.getAttribute("role")).toBe("textbox");
    expect(dom.getAttribute("aria-multiline")).toBe("true");
    expect(dom.getAttribute("aria-label")).toBe("Story");
    expect(dom.textContent).toBe("a");
  });

  it("shows blocks with the views that they bring, fed by the host", () => {
    const { dom } = mount(doc(p("<a>"), figure()), { pictureUrl: (media) => `test:${media}` });
    expect(dom.querySelector("img")?.src).toBe(`test:${picture(1)}`);
  });

  it("changes nothing by itself: every transaction goes to its owner", () => {
    const place = document.createElement("div");
    const changes: string[] = [];
    const state = createEditorState(doc(p("a")).doc, quietHost);
    const view = mountEditor(place, state, quietHost, (_, tr) => changes.push(tr.doc.textContent));
    view.dispatch(view.state.tr.insertText("b", 5));
    expect(changes).toEqual(["ba"]);
    expect(view.state.doc.textContent).toBe("a");
    view.destroy();
  });
});
