// @vitest-environment happy-dom
import { undo } from "prosemirror-history";
import { describe, expect, it } from "vitest";
import { changeMetadata, stampModified } from "../../../renderer/app/metadata-change";
import { metadataOf } from "../../../renderer/blocks/document";
import { applyTo } from "../../../renderer/editor/draw";
import { doc, figure, p } from "../build";
import { mount } from "../keyboard";

describe("applyTo", () => {
  it("draws no block anew when a fact about the story changes", () => {
    const view = mount(doc(p("Fog<a>"), figure(), p("Rain")));
    const before = [...view.dom.children];
    changeMetadata("slug", "ferry-late")(view.state, view.dispatch);
    stampModified("2026-03-01T08:00:00.000Z")(view.state, view.dispatch);
    expect(metadataOf(view.state.doc).slug).toBe("ferry-late");
    expect([...view.dom.children]).toEqual(before);
    expect([...view.dom.children].every((block, n) => block === before[n])).toBe(true);
  });

  it("draws the blocks that change together with it, and no others", () => {
    const view = mount(doc(p("Fog<a>"), p("Rain")));
    const before = [...view.dom.children];
    applyTo(view, view.state.tr.setDocAttribute("slug", "ferry").insertText(" again"));
    expect(view.dom.textContent).toBe("Fog againRain");
    expect(view.dom.lastElementChild).toBe(before.at(-1));
  });

  it("follows the language, which is the document's own, and takes it back", () => {
    const view = mount(doc(p("Niebla<a>")));
    const { lang } = view.dom;
    changeMetadata("language", "es")(view.state, view.dispatch);
    expect(view.dom.lang).toBe("es");
    undo(view.state, view.dispatch);
    expect(view.dom.lang).toBe(lang);
  });
});
