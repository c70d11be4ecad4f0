import type { EditorState, Transaction } from "prosemirror-state";
import { EditorView, type NodeViewConstructor } from "prosemirror-view";
import { blocks } from "../blocks";
import type { ViewHost } from "../blocks/block";
import { metadataOf } from "../blocks/document";

/** Mounts the editor below `place`. `onTransaction` applies every change and is its only way in. */
export function mountEditor(
  place: HTMLElement,
  state: EditorState,
  host: ViewHost,
  onTransaction: (view: EditorView, tr: Transaction) => void,
): EditorView {
  const view: EditorView = new EditorView(place, {
    state,
    nodeViews: nodeViews(host),
    attributes: ({ doc }) => ({
      class: "story editor",
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": "Story",
      spellcheck: "false",
      lang: metadataOf(doc).language,
    }),
    // The line being typed keeps some air below it, and a jump lands well inside the window.
    scrollMargin: { top: 60, bottom: 120, left: 0, right: 0 },
    scrollThreshold: { top: 30, bottom: 90, left: 0, right: 0 },
    dispatchTransaction: (tr) => onTransaction(view, tr),
  });
  return view;
}

export function nodeViews(host: ViewHost): Record<string, NodeViewConstructor> {
  const views: Record<string, NodeViewConstructor> = {};
  for (const block of blocks) {
    for (const [name, view] of Object.entries(block.views)) if (view) views[name] = view(host);
  }
  return views;
}
