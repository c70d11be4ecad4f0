import { NodeSelection, Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

/** At most one decoration, around the active block. */
const activeBlockKey = new PluginKey<DecorationSet>("activeBlock");

/** Marks the top-level block that has the caret, so that it can show its frame and actions. */
export function activeBlock(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: activeBlockKey,
    state: {
      init: (_, state) => markedIn(state),
      apply(tr, marked, _, state) {
        // To make a set looks at every block of the story, to move one does not.
        const moved = marked.map(tr.mapping, tr.doc);
        const range = activeRange(state);
        const [shown] = moved.find();
        return shown?.from === range?.from && shown?.to === range?.to ? moved : markedIn(state);
      },
    },
    props: { decorations: (state) => activeBlockKey.getState(state) },
  });
}

function markedIn(state: EditorState): DecorationSet {
  const range = activeRange(state);
  if (range === null) return DecorationSet.empty;
  const active = Decoration.node(range.from, range.to, { "data-active": "true" });
  return DecorationSet.create(state.doc, [active]);
}

/** Null where the selection is in no block, or in several. */
function activeRange({ selection }: EditorState): { from: number; to: number } | null {
  const { $from, $to, from, to } = selection;
  if (selection instanceof NodeSelection && $from.depth === 0) return { from, to };
  if ($from.depth === 0 || !$from.sameParent($to)) return null;
  return { from: $from.before(1), to: $from.after(1) };
}
