import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import type { Command } from "prosemirror-state";
import { metadataFault, type MetadataField } from "../../article/metadata";

/** The change before, to tell whether the next one continues it. */
let last: { readonly field: MetadataField; readonly doc: Node; readonly group: number } | null =
  null;
/**
 * Counts down, so that it never meets the composition ids that prosemirror-view counts up, from -2:
 * to prosemirror-history -1 means that there was none.
 */
let lastGroup = -1;

/**
 * Changes one fact about the story as a step of the document. Keystrokes that follow each other in
 * one field undo together: prosemirror-history groups what carries the same composition id.
 */
export function changeMetadata(field: MetadataField, value: unknown): Command {
  return (state, dispatch) => {
    if (metadataFault(field, value) !== null) return false;
    if (dispatch) {
      const continues = last?.field === field && last.doc === state.doc;
      const group = continues && last ? last.group : --lastGroup;
      const tr = state.tr.setDocAttribute(field, value).setMeta("composition", group);
      last = { field, doc: tr.doc, group };
      dispatch(tr);
    }
    return true;
  };
}

/**
 * Notes the time of a save. It is no work of the writer's, so undo does not take it back; but it parts
 * what was typed before from what comes after, so one undo never goes back behind the saved story.
 */
export function stampModified(now: string): Command {
  return (state, dispatch) => {
    const tr = state.tr.setDocAttribute("modified", now).setMeta("addToHistory", false);
    dispatch?.(closeHistory(tr));
    return true;
  };
}
