import type { Node } from "prosemirror-model";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { el } from "../../lib/dom";
import type { ViewHost } from "../block";
import { figureAttrs, pictureAttrs } from "./spec";

/** Moves the focus to the alternative text of the figure at `pos`; Enter there comes back. */
export function focusAlt(view: EditorView, pos: number): void {
  const dom = view.nodeDOM(pos);
  if (dom instanceof HTMLElement) dom.querySelector<HTMLElement>(".figure-alt")?.focus();
}

/** Shows the picture over its caption and credit, with its few actions while it is the active block. */
export class FigureView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly picture: HTMLImageElement;
  private readonly alt: HTMLInputElement;
  private readonly actions: HTMLElement;

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
    private readonly host: ViewHost,
  ) {
    this.picture = el("img", { class: "figure-picture", draggable: "false" });
    this.alt = this.altField();
    this.actions = this.actionBar();
    this.contentDOM = el("figcaption", { class: "figure-lines" });
    const frame = el("div", { class: "figure-frame", contenteditable: "false" }, this.picture);
    this.dom = el("figure", { class: "figure" }, this.actions, frame, this.contentDOM);
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  /** What is typed into the alternative text, or pressed in the actions, is not the story's text. */
  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && this.actions.contains(event.target);
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }

  private show(): void {
    const { media, width, height, alt } = figureAttrs(this.node);
    const source = media === null ? "" : this.host.pictureUrl(media);
    if (this.picture.getAttribute("src") !== source) {
      if (source === "") this.picture.removeAttribute("src");
      else this.picture.src = source;
    }
    // The size is known before the picture is loaded, so the text below never jumps.
    this.picture.width = width;
    this.picture.height = height;
    this.picture.alt = alt;
    this.dom.dataset["alt"] = alt === "" ? "missing" : "given";
    if (document.activeElement !== this.alt) this.alt.value = alt;
  }

  private altField(): HTMLInputElement {
    const field = el("input", {
      class: "figure-alt",
      type: "text",
      "aria-label": "Alternative text",
      placeholder: "Alt text: what the picture shows",
    });
    field.addEventListener("input", () => this.setAttrs({ alt: field.value }));
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === "Escape") {
        event.preventDefault();
        this.view.focus();
      }
    });
    return field;
  }

  private actionBar(): HTMLElement {
    const button = (label: string, run: () => void, part = ""): HTMLButtonElement => {
      const element = el("button", { type: "button", class: `figure-action ${part}` }, label);
      element.addEventListener("click", run);
      return element;
    };
    return el(
      "div",
      { class: "figure-actions", contenteditable: "false" },
      button("Alt text", () => this.alt.focus(), "figure-alt-button"),
      this.alt,
      button("Replace", () => void this.replace()),
      button("Remove", () => this.remove()),
    );
  }

  private async replace(): Promise<void> {
    const picture = await this.host.choosePicture();
    if (picture) this.setAttrs(pictureAttrs(picture));
    this.view.focus();
  }

  private remove(): void {
    const pos = this.getPos();
    if (pos === undefined) return;
    this.view.dispatch(this.view.state.tr.delete(pos, pos + this.node.nodeSize));
    this.view.focus();
  }

  private setAttrs(attrs: Readonly<Record<string, unknown>>): void {
    const pos = this.getPos();
    if (pos === undefined) return;
    const tr = this.view.state.tr.setNodeMarkup(pos, null, { ...this.node.attrs, ...attrs });
    this.view.dispatch(tr);
  }
}
