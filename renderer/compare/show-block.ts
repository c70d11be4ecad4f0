import type { Node } from "prosemirror-model";
import { EditorState, Plugin } from "prosemirror-state";
import { Decoration, DecorationSet, EditorView } from "prosemirror-view";
import type { ViewHost } from "../blocks/block";
import { nodeViews } from "../editor/mount";
import { alone, type Range } from "./words";

/**
 * Shows one block as the editor shows it, to read and to copy from, with `marked` in the given class.
 * Returns the function that takes it away.
 */
export function showBlock(
  place: HTMLElement,
  block: Node,
  marked: readonly Range[],
  markedClass: string,
  host: ViewHost,
): () => void {
  const doc = alone(block);
  const decorations = DecorationSet.create(
    doc,
    marked.map(({ from, to }) => Decoration.inline(from, to, { class: markedClass })),
  );
  const view = new EditorView(place, {
    state: EditorState.create({
      doc,
      plugins: [new Plugin({ props: { decorations: () => decorations } })],
    }),
    nodeViews: nodeViews(host),
    editable: () => false,
    attributes: { class: "story" },
  });
  return () => view.destroy();
}
