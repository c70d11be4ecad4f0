// The handle in the left margin: it appears beside the block under the pointer, selects it when
// pressed and drags it. Alt with an arrow moves a block by keyboard.

import { keymap } from "prosemirror-keymap";
import { NodeSelection, Plugin, type PluginView } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { isHeader } from "../blocks/commands";
import { el } from "../lib/dom";
import { moveBlock } from "./move-block";

export function blockHandle(): readonly Plugin[] {
  return [
    new Plugin({ view: (view) => new BlockHandle(view) }),
    keymap({ "Alt-ArrowUp": moveBlock(-1), "Alt-ArrowDown": moveBlock(1) }),
  ];
}

class BlockHandle implements PluginView {
  private readonly dom = el("div", {
    class: "block-handle",
    draggable: "true",
    title: "Drag to move (Alt+↑ Alt+↓)",
    "aria-hidden": "true",
  });
  private block: HTMLElement | null = null;

  constructor(private readonly view: EditorView) {
    this.dom.addEventListener("mousedown", this.select);
    this.dom.addEventListener("dragstart", this.startDrag);
    this.dom.addEventListener("dragend", this.endDrag);
    view.dom.addEventListener("mousemove", this.follow);
    view.dom.addEventListener("keydown", this.hide);
    view.dom.parentElement?.append(this.dom);
  }

  update(): void {
    if (this.block && !this.block.isConnected) this.hide();
  }

  destroy(): void {
    this.view.dom.removeEventListener("mousemove", this.follow);
    this.view.dom.removeEventListener("keydown", this.hide);
    this.dom.remove();
  }

  private readonly follow = (event: MouseEvent): void => {
    const block = this.blockOf(event.target);
    if (block === this.block) return;
    this.block = block;
    const pos = this.position();
    const node = pos === null ? null : this.view.state.doc.nodeAt(pos);
    this.dom.toggleAttribute("data-shown", block !== null && node !== null && !isHeader(node));
    if (block) this.dom.style.top = `${block.offsetTop}px`;
  };

  private readonly hide = (): void => {
    this.block = null;
    this.dom.removeAttribute("data-shown");
  };

  private readonly select = (): void => {
    const pos = this.position();
    if (pos === null) return;
    const { state } = this.view;
    this.view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, pos)));
    this.view.focus();
  };

  private readonly startDrag = (event: DragEvent): void => {
    const { selection } = this.view.state;
    if (!event.dataTransfer || !this.block || !(selection instanceof NodeSelection)) return;
    const slice = selection.content();
    const { dom, text } = this.view.serializeForClipboard(slice);
    event.dataTransfer.setData("text/html", new XMLSerializer().serializeToString(dom));
    event.dataTransfer.setData("text/plain", text);
    event.dataTransfer.effectAllowed = "copyMove";
    event.dataTransfer.setDragImage(this.block, 0, 0);
    this.view.dragging = { slice, move: true };
  };

  private readonly endDrag = (): void => {
    this.view.dragging = null;
    this.hide();
  };

  /** The child of the editor that holds the event's target. */
  private blockOf(target: EventTarget | null): HTMLElement | null {
    let element = target instanceof HTMLElement ? target : null;
    while (element && element.parentElement !== this.view.dom) element = element.parentElement;
    return element;
  }

  /** The position before the block in the document. */
  private position(): number | null {
    if (!this.block) return null;
    const inside = this.view.posAtDOM(this.block, 0);
    const $inside = this.view.state.doc.resolve(inside);
    return $inside.depth === 0 ? inside : $inside.before(1);
  }
}
