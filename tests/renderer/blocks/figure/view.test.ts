// @vitest-environment happy-dom
import type { EditorView } from "prosemirror-view";
import { describe, expect, it, vi } from "vitest";
import type { Picture } from "../../../../article/media";
import { FigureView } from "../../../../renderer/blocks/figure/view";
import { doc, expectState, figure, p, picture, type Story } from "../../build";
import { mount, quietHost, undoAll } from "../../keyboard";

const before = doc(p("a<a>"), figure({ caption: "c", alt: "old", width: 30, height: 20 }));

function shownFigure(view: EditorView) {
  const img = view.dom.querySelector<HTMLImageElement>("figure.figure img");
  const alt = view.dom.querySelector<HTMLInputElement>("figure.figure input");
  if (!img || !alt) throw new Error("the figure is not shown");
  const button = (label: string) => {
    const all = [...view.dom.querySelectorAll<HTMLButtonElement>("figure.figure button")];
    const found = all.find((one) => one.textContent === label);
    if (!found) throw new Error(`no button ${label}`);
    return found;
  };
  return { img, alt, button };
}

/** What a browser reports when an attribute of the element changes. */
function mutationOf(element: Element | null): Promise<MutationRecord> {
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(([record]) =>
      record ? resolve(record) : reject(new Error("nothing changed")),
    );
    if (element) observer.observe(element, { attributes: true });
    element?.setAttribute("lang", "en");
  });
}

function figureOf(view: EditorView) {
  return view.state.doc.child(5);
}

/** Mounts a story whose figure offers that picture when it is to be replaced. */
function mountWith(offered: Picture | null, story: Story = before): EditorView {
  return mount(story, { choosePicture: () => Promise.resolve(offered) });
}

describe("FigureView", () => {
  it("shows the picture at its size, before it is loaded, with its alternative text", () => {
    const { img, alt } = shownFigure(mount(before));
    expect(img.getAttribute("src")).toBe(`media/${picture(1)}`);
    expect([img.width, img.height, img.alt, alt.value]).toEqual([30, 20, "old", "old"]);
  });

  it("shows no picture where none is chosen", () => {
    const { img } = shownFigure(mount(doc(p("<a>"), figure({ media: null }))));
    expect(img.hasAttribute("src")).toBe(false);
  });

  it("keeps its elements when the story changes under it", () => {
    const view = mount(before);
    const { img } = shownFigure(view);
    const pos = view.state.doc.content.size - figureOf(view).nodeSize;
    view.dispatch(view.state.tr.setNodeAttribute(pos, "alt", "new"));
    expect(shownFigure(view).img).toBe(img);
    expect(shownFigure(view).alt.value).toBe("new");
  });

  it("writes the alternative text into the story as it is typed; undo takes it back", () => {
    const view = mount(before);
    const { alt } = shownFigure(view);
    alt.focus();
    alt.value = "A ferry";
    alt.dispatchEvent(new Event("input"));
    expect(figureOf(view).attrs["alt"]).toBe("A ferry");
    expect(figureOf(view).textContent).toBe("c");
    undoAll(view);
    expect(figureOf(view).attrs["alt"]).toBe("old");
  });

  it("says whether the alternative text is missing", () => {
    const state = (alt: string) =>
      mount(doc(p("<a>"), figure({ alt }))).dom.querySelector("figure")?.dataset["alt"];
    expect([state(""), state("x")]).toEqual(["missing", "given"]);
  });

  it("replaces the picture and keeps words and alternative text", async () => {
    const view = mountWith({ media: picture(2), widthPx: 7, heightPx: 8 });
    shownFigure(view).button("Replace").click();
    await vi.waitFor(() =>
      expect(figureOf(view).attrs).toEqual({ media: picture(2), width: 7, height: 8, alt: "old" }),
    );
    expect(figureOf(view).textContent).toBe("c");
  });

  it("keeps the picture when the choice is cancelled", async () => {
    const view = mountWith(null);
    const focus = vi.spyOn(view, "focus");
    shownFigure(view).button("Replace").click();
    await vi.waitFor(() => expect(focus).toHaveBeenCalled());
    expect(view.state.doc.eq(before.doc)).toBe(true);
  });

  it("removes itself, also as the story's only block, and undo brings it back", () => {
    const view = mount(before);
    shownFigure(view).button("Remove").click();
    expectState(view.state, doc(p("a<a>")));
    undoAll(view);
    expect(view.state.doc.eq(before.doc)).toBe(true);
    const alone = mount(doc(figure({ caption: "<a>" })));
    shownFigure(alone).button("Remove").click();
    expectState(alone.state, doc(p("<a>")));
  });

  it("lets the editor read changes of its words, and none of what is shown around them", async () => {
    const view = mount(before);
    const shown = new FigureView(figureOf(view), view, () => undefined, quietHost);
    const img = shown.dom.querySelector("img");
    const isIgnored = async (target: Element | null): Promise<boolean> => {
      const seen = await mutationOf(target);
      return shown.ignoreMutation(seen);
    };
    expect(await isIgnored(img)).toBe(true);
    expect(await isIgnored(shown.contentDOM)).toBe(false);
    expect(shown.ignoreMutation({ type: "selection", target: shown.dom })).toBe(false);
  });

  it("keeps what is typed into its actions from the editor, and lets the caption be typed", () => {
    const view = mount(before);
    const { alt } = shownFigure(view);
    const caption = view.dom.querySelector(".figure-caption");
    const isStopped = (target: Element | null): boolean => {
      let reached = false;
      view.setProps({ handleDOMEvents: { keypress: () => (reached = true) } });
      target?.dispatchEvent(new Event("keypress", { bubbles: true }));
      return !reached;
    };
    expect([isStopped(alt), isStopped(caption)]).toEqual([true, false]);
  });
});
