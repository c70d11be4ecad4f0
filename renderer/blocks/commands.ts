// Moves and changes that several blocks share. All are ProseMirror commands: without `dispatch`
// they only tell whether they would do something.

import { setBlockType } from "prosemirror-commands";
import { Fragment, type Node, type NodeType, type ResolvedPos } from "prosemirror-model";
import {
  NodeSelection,
  Selection,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from "prosemirror-state";

/** The caret, when nothing is selected and it stands in a text block; else null. */
export function caret(state: EditorState): ResolvedPos | null {
  return state.selection instanceof TextSelection ? state.selection.$cursor : null;
}

/** The depth of the innermost node of that type around a position, or null. */
export function depthOf($pos: ResolvedPos, type: NodeType): number | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ($pos.node(depth).type === type) return depth;
  }
  return null;
}

export function isEmpty(node: Node): boolean {
  return node.content.size === 0;
}

/** Runs a command only while the caret stands in a text block of that type. */
export function within(type: NodeType, command: Command): Command {
  return (state, dispatch, view) =>
    state.selection.$from.parent.type === type &&
    state.selection.$from.sameParent(state.selection.$to)
      ? command(state, dispatch, view)
      : false;
}

/** Only at the very start of the text block. */
export function atStart(command: Command): Command {
  return (state, dispatch, view) =>
    caret(state)?.parentOffset === 0 ? command(state, dispatch, view) : false;
}

/** Only at the very end of the text block. */
export function atEnd(command: Command): Command {
  return (state, dispatch, view) => {
    const $cursor = caret(state);
    if ($cursor?.parentOffset !== $cursor?.parent.content.size) return false;
    return $cursor ? command(state, dispatch, view) : false;
  };
}

/** Only in a text block without text. */
export function whenEmpty(command: Command): Command {
  return (state, dispatch, view) => {
    const $cursor = caret(state);
    return $cursor && isEmpty($cursor.parent) ? command(state, dispatch, view) : false;
  };
}

/** Turns the selected text blocks into what their surroundings hold by default: plain paragraphs. */
export const becomeParagraph: Command = (state, dispatch, view) => {
  const { $from } = state.selection;
  if ($from.depth === 0 || isHeader($from.parent)) return false;
  const paragraph = $from.node(-1).contentMatchAt($from.index(-1)).defaultType;
  return paragraph ? setBlockType(paragraph)(state, dispatch, view) : false;
};

/** Puts the caret at the start of the next text block. */
export const toNextTextblock: Command = (state, dispatch) => {
  const { $to } = state.selection;
  const found = Selection.findFrom(state.doc.resolve($to.after()), 1, true);
  if (found === null) return false;
  dispatch?.(state.tr.setSelection(found).scrollIntoView());
  return true;
};

/** Puts the caret at the end of the text block before. */
export const toPreviousTextblock: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const found = Selection.findFrom(state.doc.resolve($from.before()), -1, true);
  if (found === null) return false;
  dispatch?.(state.tr.setSelection(found).scrollIntoView());
  return true;
};

/** Leaves the block of that type: the caret goes to an empty paragraph behind it, new if need be. */
export function leaveBlock(type: NodeType): Command {
  return (state, dispatch) => {
    const { $to } = state.selection;
    const depth = depthOf($to, type);
    if (depth === null) return false;
    if (dispatch) dispatch(toParagraphAt(state.tr, $to.after(depth)).scrollIntoView());
    return true;
  };
}

/** Puts the caret into the empty text block at `pos`, or into a new paragraph there. */
export function toParagraphAt(tr: Transaction, pos: number): Transaction {
  const $pos = tr.doc.resolve(pos);
  const next = $pos.nodeAfter;
  const paragraph = $pos.parent.contentMatchAt($pos.index()).defaultType;
  if (paragraph && !(next?.type === paragraph && isEmpty(next))) tr.insert(pos, paragraph.create());
  return tr.setSelection(TextSelection.create(tr.doc, pos + 1));
}

/**
 * Inserts blocks where the caret is: in place of an empty paragraph, else behind the top-level block.
 * The caret goes to the first text block inside, or behind what has none.
 */
export function insertBlocks(nodes: readonly Node[]): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    const first = nodes[0];
    if (first === undefined) return false;
    const place = placeFor($from, $to, state);
    if (place === null) return false;
    if (dispatch) {
      const tr = state.tr.replaceWith(place.from, place.to, Fragment.from([...nodes]));
      dispatch(enterBlock(tr, place.from, first).scrollIntoView());
    }
    return true;
  };
}

/** Where a new top-level block goes: over an empty paragraph, or after the block that has the caret. */
function placeFor($from: ResolvedPos, $to: ResolvedPos, state: EditorState) {
  const { doc, selection } = state;
  // A selected block, or the caret between two blocks.
  const isBesideBlocks = selection instanceof NodeSelection || $from.pos === $to.pos;
  if ($to.depth === 0 && isBesideBlocks) return { from: $to.pos, to: $to.pos };
  const index = $to.index(0);
  const block = doc.maybeChild(index);
  if (!block) return null;
  if (isHeader(block)) {
    const body = startOfBody(doc);
    return { from: body, to: body };
  }
  const paragraph = block.isTextblock && isEmpty(block) && $from.sameParent($to);
  const after = $to.after(1);
  return { from: paragraph ? $to.before(1) : after, to: after };
}

function enterBlock(tr: Transaction, pos: number, first: Node): Transaction {
  if (first.isAtom || first.isLeaf) return toParagraphAt(tr, pos + first.nodeSize);
  return tr.setSelection(Selection.near(tr.doc.resolve(pos + 1)));
}

/** Whether a top-level text block holds just the text from `$start` to `end`, and that type may take its place. */
export function canTakePlace($start: ResolvedPos, end: number, type: NodeType): boolean {
  const { depth, parent, pos } = $start;
  const index = $start.index(0);
  return (
    depth === 1 &&
    parent.content.size === end - pos &&
    $start.doc.canReplaceWith(index, index + 1, type)
  );
}

/** Header fields belong to every story and stand before its body. */
export function isHeader(node: Node): boolean {
  return node.type.isInGroup("header");
}

/** The position before the first body block. */
export function startOfBody(doc: Node): number {
  let pos = 0;
  for (let index = 0; index < doc.childCount && isHeader(doc.child(index)); index++) {
    pos += doc.child(index).nodeSize;
  }
  return pos;
}
