// Header fields, speaker, role, caption and credit are one line each, and so is what is pasted there.
// ProseMirror would take the block around it apart, picture and all, or refuse the paste.

import { Fragment, Slice, type Node, type ResolvedPos } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { insertBlocks, isHeader } from "../blocks/commands";
import { schema } from "../blocks/schema";

export function pasteLine(): Plugin {
  return new Plugin({
    props: {
      handlePaste: (view, _event, slice) => {
        const { $from, $to } = view.state.selection;
        if (!$from.sameParent($to) || !isLine($from)) return false;
        // A block that was picked up whole goes where it can stand.
        if (isWhole(slice)) return insertBlocks(slice.content.content)(view.state, view.dispatch);
        const line = new Slice(Fragment.from(lineOf(slice.content)), 0, 0);
        const tr = view.state.tr.replaceSelection(line).setMeta("paste", true);
        view.dispatch(tr.setMeta("uiEvent", "paste").scrollIntoView());
        return true;
      },
    },
  });
}

function isLine({ parent }: ResolvedPos): boolean {
  return isHeader(parent) || (parent.isTextblock && parent.type.spec.isolating === true);
}

function isWhole({ content, openStart, openEnd }: Slice): boolean {
  return openStart + openEnd === 0 && content.firstChild?.isBlock === true;
}

/** All text of all blocks, with a space where one ended. */
function lineOf(content: Fragment): readonly Node[] {
  const line: Node[] = [];
  content.descendants((node) => {
    if (node.isInline) line.push(node);
    if (!node.isTextblock) return;
    if (line.length > 0 && node.content.size > 0) line.push(schema.text(" "));
  });
  return line;
}
