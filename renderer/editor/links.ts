import { Plugin, type Command, type EditorState } from "prosemirror-state";
import type { Mark, ResolvedPos } from "prosemirror-model";
import { hrefOf, linkHref } from "../blocks/marks";
import { schema } from "../blocks/schema";

const linkType = schema.marks["link"];

interface LinkRange {
  readonly from: number;
  readonly to: number;
  /** "" where nothing is linked yet. */
  readonly href: string;
}

/** What a link command is about: the selection, the link or the word around the caret, or the caret. */
export function linkRange(state: EditorState): LinkRange | null {
  const { from, to, $from, $to, empty } = state.selection;
  if (!$from.parent.type.allowsMarkType(linkType) || !$from.sameParent($to)) return null;
  const here = linkOf($from.marks()) ?? linkOf($from.nodeAfter?.marks ?? []);
  if (!here) return empty ? wordAround($from) : { from, to, href: "" };
  const touching = stretchesOf(here, $from).filter((one) => one.from <= to && one.to >= from);
  return {
    from: Math.min(from, ...touching.map((one) => one.from)),
    to: Math.max(to, ...touching.map((one) => one.to)),
    href: hrefOf(here),
  };
}

/** Where a link stands in a text block; bold letters in it make several nodes of one stretch. */
function stretchesOf(link: Mark, $pos: ResolvedPos): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  $pos.parent.forEach((node, offset) => {
    if (!link.isInSet(node.marks)) return;
    const from = $pos.start() + offset;
    const to = from + node.nodeSize;
    const last = stretches.at(-1);
    if (last?.to === from) last.to = to;
    else stretches.push({ from, to });
  });
  return stretches;
}

/**
 * Links what `linkRange` finds, or puts the address itself where there is no word. An empty address
 * takes the link away, a bad one is refused.
 */
export function setLink(address: string): Command {
  return (state, dispatch) => {
    const range = linkRange(state);
    const href = linkHref(address);
    if (!range || (address !== "" && href === null)) return false;
    if (dispatch) {
      const tr = state.tr;
      if (range.from === range.to && href !== null) tr.insertText(address, range.from);
      const end = tr.mapping.map(range.to);
      tr.removeMark(range.from, end, linkType);
      if (href !== null) tr.addMark(range.from, end, linkType.create({ href }));
      dispatch(tr);
    }
    return true;
  };
}

function linkOf(marks: readonly Mark[]): Mark | undefined {
  return linkType.isInSet(marks);
}

function wordAround($pos: ResolvedPos): LinkRange {
  const before = $pos.parent.textBetween(0, $pos.parentOffset, null, "\ufffc");
  const after = $pos.parent.textBetween(
    $pos.parentOffset,
    $pos.parent.content.size,
    null,
    "\ufffc",
  );
  const left = /[\p{L}\p{N}\p{M}’'-]*$/u.exec(before)?.[0].length ?? 0;
  const right = /^[\p{L}\p{N}\p{M}’'-]*/u.exec(after)?.[0].length ?? 0;
  return { from: $pos.pos - left, to: $pos.pos + right, href: "" };
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
