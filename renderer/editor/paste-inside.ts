// What is pasted into a part of a block stays inside that part: header fields, speaker, role, caption
// and credit are one line each, a quote's words are paragraphs. ProseMirror would take the block
// around it apart, picture and all, or refuse the paste.

import { Fragment, Slice, type Node, type NodeType, type ResolvedPos } from "prosemirror-model";
import { Plugin, type Command } from "prosemirror-state";
import { insertBlocks, isHeader } from "../blocks/commands";
import { schema } from "../blocks/schema";

export function pasteInside(tell: (text: string) => void): Plugin {
  return new Plugin({
    props: {
      handlePaste: (view, _, slice) => pasteIntoPart(slice, tell)(view.state, view.dispatch),
    },
  });
}

function pasteIntoPart(slice: Slice, tell: (text: string) => void): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    const inside = isLine($from, $to)
      ? new Slice(Fragment.from(lineOf(slice.content)), 0, 0)
      : isWords($from, $to)
        ? Slice.maxOpen(Fragment.from(paragraphsOf(slice.content, $from.parent.type)))
        : null;
    if (inside === null) return false;
    // A block that was picked up whole goes where it can stand.
    if (isWhole(slice)) return insertBlocks(slice.content.content)(state, dispatch);
    const tr = state.tr.replaceSelection(inside).setMeta("paste", true);
    dispatch?.(tr.setMeta("uiEvent", "paste").scrollIntoView());
    if (hasPicture(slice)) tell("The picture was not pasted: here stand only words.");
    return true;
  };
}

function isLine($from: ResolvedPos, $to: ResolvedPos): boolean {
  const { parent } = $from;
  if (isHeader(parent)) return isHeader($to.parent);
  return $from.sameParent($to) && parent.isTextblock && parent.type.spec.isolating === true;
}

function isWords($from: ResolvedPos, $to: ResolvedPos): boolean {
  if ($from.depth < 2 || $to.depth < 2) return false;
  return $from.node(-1) === $to.node(-1) && $from.node(-1).type.spec.isolating === true;
}

function isWhole({ content, openStart, openEnd }: Slice): boolean {
  return openStart + openEnd === 0 && content.firstChild?.isBlock === true;
}

function hasPicture({ content }: Slice): boolean {
  let isFound = false;
  content.descendants((node) => {
    isFound ||= typeof node.attrs["media"] === "string";
    return !isFound;
  });
  return isFound;
}

/** All text of all blocks, with a space where one ended. */
function lineOf(content: Fragment): readonly Node[] {
  const line: Node[] = [];
  for (const text of textsIn(content)) {
    if (line.length > 0) line.push(schema.text(" "));
    line.push(...text);
  }
  return line;
}

function paragraphsOf(content: Fragment, paragraph: NodeType): readonly Node[] {
  return textsIn(content).map((text) => paragraph.create(null, text));
}

/** The text of each text block that has any, and of what stands between them. */
function textsIn(content: Fragment): readonly (readonly Node[])[] {
  const texts: Node[][] = [];
  let isOpen = false;
  content.descendants((node) => {
    if (node.isTextblock) texts.push([...node.children]);
    else if (node.isInline && isOpen) texts.at(-1)?.push(node);
    else if (node.isInline) texts.push([node]);
    isOpen = node.isInline;
    return !node.isTextblock;
  });
  return texts.filter((text) => text.length > 0);
}
