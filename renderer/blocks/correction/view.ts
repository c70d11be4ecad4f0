import type { Node } from "prosemirror-model";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { el } from "../../lib/dom";
import { correctionKinds, isCorrectionKind } from "../../../article/correction";
import { correctionAttrs, correctionLabel } from "./spec";

/** The text with its kind before it, which is chosen in place. */
export class CorrectionView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly kind: HTMLSelectElement;
  private readonly date: HTMLTimeElement;

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
  ) {
    const options = correctionKinds.map((kind) =>
      el("option", { value: kind }, correctionLabel(kind, "en")),
    );
    this.kind = el(
      "select",
      { class: "correction-kind", "aria-label": "Kind of correction" },
      ...options,
    );
    this.kind.addEventListener("change", () => this.choose(this.kind.value));
    this.date = el("time", {});
    this.contentDOM = el("div", {
      class: "correction-text",
      "data-placeholder": "What was wrong, and what is right",
    });
    const head = el(
      "div",
      { class: "correction-head", contenteditable: "false" },
      this.kind,
      this.date,
    );
    this.dom = el("aside", { class: "correction" }, head, this.contentDOM);
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    this.node = node;
    this.show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target === this.kind;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }

  private show(): void {
    const { kind, date } = correctionAttrs(this.node);
    this.kind.value = kind;
    this.kind.disabled = !this.view.editable;
    this.date.textContent = date;
    this.date.dateTime = date;
  }

  private choose(kind: string): void {
    const pos = this.getPos();
    if (pos === undefined || !isCorrectionKind(kind)) return;
    this.view.dispatch(this.view.state.tr.setNodeAttribute(pos, "kind", kind));
    this.view.focus();
  }
}
