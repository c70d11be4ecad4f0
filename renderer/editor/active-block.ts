import { NodeSelection, Plugin, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

/** Marks the top-level block that has the caret, so that it can show its frame and actions. */
export function activeBlock(): Plugin {
  return new Plugin({ props: { decorations } });
}

function decorations(state: EditorState): DecorationSet | null {
  const { selection, doc } = state;
  const { $from, $to } = selection;
  const isNode = selection instanceof NodeSelection && $from.depth === 0;
  if (!isNode && ($from.depth === 0 || !$from.sameParent($to))) return null;
  const [from, to] = isNode ? [selection.from, selection.to] : [$from.before(1), $from.after(1)];
  const active = Decoration.node(from, to, { "data-active": "true" });
  return DecorationSet.create(doc, [active]);
}
