import type { Node } from "prosemirror-model";
import { NodeSelection, TextSelection, type EditorState } from "prosemirror-state";

type Marker = readonly [pos: number, tag: string];

/** Story and selection as text, in the builders' notation; header fields that are empty are left out. */
export function shown({ doc, selection }: EditorState): string {
  const markers: Marker[] = [];
  if (selection instanceof NodeSelection) markers.push([selection.from, "<n>"]);
  else if (selection instanceof TextSelection) {
    markers.push([selection.anchor, "<a>"]);
    if (!selection.empty) markers.push([selection.head, "<b>"]);
  } else markers.push([0, `<${(selection.toJSON() as { type: string }).type}>`]);
  return shownNode(doc, -1, markers);
}

/** `pos` is the position before the node. */
function shownNode(node: Node, pos: number, markers: readonly Marker[]): string {
  if (node.isTextblock) return `${node.type.name}(${shownText(node, pos + 1, markers)})`;
  const parts: string[] = [];
  node.forEach((child, offset) => {
    const start = pos + 1 + offset;
    for (const [at, tag] of markers) if (at === start) parts.push(tag);
    const isSpoken = markers.some(([at]) => at > start && at < start + child.nodeSize);
    const isLeftOut = child.type.isInGroup("header") && child.content.size === 0 && !isSpoken;
    if (!isLeftOut) parts.push(shownNode(child, start, markers));
  });
  return `${node.type.name}(${parts.join(", ")})`;
}

function shownText(block: Node, start: number, markers: readonly Marker[]): string {
  const within = markers.filter(([at]) => at >= start && at <= start + block.content.size);
  if (block.childCount === 0) return within.map(([, tag]) => tag).join("");
  const parts: string[] = [];
  block.forEach((child, offset) => {
    let text = child.text ?? child.type.name;
    const from = start + offset;
    const here = within.filter(
      ([at]) => (at > from || offset === 0) && at <= from + child.nodeSize && at >= from,
    );
    for (const [at, tag] of [...here].sort(([a], [b]) => b - a)) {
      text = text.slice(0, at - from) + tag + text.slice(at - from);
    }
    const marks = child.marks.map((mark) => mark.type.name);
    parts.push(marks.reduceRight((inner, mark) => `${mark}(${inner})`, `"${text}"`));
  });
  return parts.join(", ");
}
