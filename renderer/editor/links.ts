import { Plugin, type Command, type EditorState } from "prosemirror-state";
import type { Mark } from "prosemirror-model";
import { linkHref } from "../blocks/marks";
import { schema } from "../blocks/schema";

const linkType = schema.marks["link"];

/** The stretch of text with one link around the caret, or the selection; null where no link may stand. */
export function linkRange(state: EditorState): { from: number; to: number; href: string } | null {
  const { from, to, $from, empty } = state.selection;
  if (
    !linkType ||
    !$from.parent.type.allowsMarkType(linkType) ||
    !$from.sameParent(state.selection.$to)
  )
    return null;
  const linkOf = (marks: readonly Mark[]) => linkType.isInSet(marks);
  const here = linkOf($from.marks()) ?? ($from.nodeAfter && linkOf($from.nodeAfter.marks));
  if (!here) return empty ? null : { from, to, href: "" };
  let start = from;
  let end = to;
  $from.parent.forEach((node, offset) => {
    const pos = $from.start() + offset;
    const touches = pos <= to && pos + node.nodeSize >= from;
    if (touches && here.isInSet(node.marks)) {
      start = Math.min(start, pos);
      end = Math.max(end, pos + node.nodeSize);
    }
  });
  return { from: start, to: end, href: String(here.attrs["href"]) };
}

/** Links what `linkRange` finds; an empty address takes the link away, a bad one is refused. */
export function setLink(address: string): Command {
  return (state, dispatch) => {
    const range = linkRange(state);
    const href = linkHref(address);
    if (!range || (address !== "" && href === null)) return false;
    if (dispatch) {
      const tr = state.tr.removeMark(range.from, range.to, linkType);
      if (href !== null) tr.addMark(range.from, range.to, linkType.create({ href }));
      dispatch(tr);
    }
    return true;
  };
}

/** An address pasted over selected words links them. */
export function pasteLink(): Plugin {
  return new Plugin({
    props: {
      handlePaste: (view, event) => {
        const address = event.clipboardData?.getData("text/plain").trim() ?? "";
        if (view.state.selection.empty || /\s/.test(address) || linkHref(address) === null)
          return false;
        return setLink(address)(view.state, view.dispatch);
      },
    },
  });
}
