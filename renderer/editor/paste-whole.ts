// A quote or a figure is pasted whole, or as the bare words of one of its parts, never torn open:
// ProseMirror would let the paragraph around it run on into a credit, or fail to close the block.

import { Fragment, Slice, type Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";

export function pasteWhole(): Plugin {
  return new Plugin({ props: { transformPasted: (slice) => bareWords(slice) ?? closed(slice) } });
}

/** What was copied from a single part, without the block around it; null when it was more than that. */
function bareWords(slice: Slice): Slice | null {
  let { content, openStart, openEnd } = slice;
  while (openStart > 0 && openEnd > 0 && content.childCount === 1 && isTight(content.firstChild)) {
    content = content.firstChild?.content ?? Fragment.empty;
    openStart -= 1;
    openEnd -= 1;
  }
  const isTorn = content.content.some((node) => isTight(node));
  return isTorn ? null : new Slice(content, openStart, openEnd);
}

function closed({ content, openStart, openEnd }: Slice): Slice {
  return new Slice(
    Fragment.from(content.content.map((node) => (isTight(node) ? filled(node) : node))),
    openAbove(content.firstChild, openStart, (node) => node.firstChild),
    openAbove(content.lastChild, openEnd, (node) => node.lastChild),
  );
}

/** With the parts that were not copied, empty. */
function filled(node: Node): Node {
  if (node.isTextblock) return node;
  return node.type.createAndFill(node.attrs, node.children.map(filled)) ?? node;
}

/** How deep a side of the slice may stay open: down to the first block that keeps to itself. */
function openAbove(node: Node | null, open: number, next: (node: Node) => Node | null): number {
  let depth = 0;
  for (let inner = node; inner && !isTight(inner) && depth < open; inner = next(inner)) depth += 1;
  return depth;
}

function isTight(node: Node | null): boolean {
  return node?.type.spec.isolating === true;
}
