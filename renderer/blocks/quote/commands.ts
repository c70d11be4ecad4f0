import { chainCommands } from "prosemirror-commands";
import { Fragment, type Node, type NodeType, type ResolvedPos } from "prosemirror-model";
import {
  Selection,
  TextSelection,
  type Command,
  type EditorState,
  type Transaction,
} from "prosemirror-state";
import type { Types } from "../block";
import {
  atStart,
  caret,
  depthOf,
  insertBlocks,
  isEmpty,
  leaveBlock,
  toNextTextblock,
  toPreviousTextblock,
  within,
} from "../commands";

type QuoteTypes = Types<"quote" | "attribution" | "speaker" | "role">;

/** Sets the selected paragraphs as a quote; without a selection, or from an empty one, starts a new one. */
export function insertQuote(quote: NodeType): Command {
  return (state, dispatch, view) => {
    const { $from, $to } = state.selection;
    const range = $from.blockRange($to);
    const paragraph = quote.contentMatch.defaultType;
    if (depthOf($from, quote) !== null) return unwrapQuote(quote)(state, dispatch);
    if (!range || range.depth > 0 || !paragraph) return false;
    const chosen = state.doc.slice(range.start, range.end).content;
    const isText = chosen.content.every((node) => node.type === paragraph);
    if (!isText || chosen.textBetween(0, chosen.size) === "") {
      const empty = quote.createAndFill();
      return empty ? insertBlocks([empty])(state, dispatch, view) : false;
    }
    const filled = quote.createAndFill(null, chosen);
    if (!filled) return false;
    if (dispatch) {
      const tr = state.tr.replaceWith(range.start, range.end, filled);
      const speaker = range.start + 1 + chosen.size + 2;
      dispatch(tr.setSelection(TextSelection.create(tr.doc, speaker)).scrollIntoView());
    }
    return true;
  };
}

/** Takes the quote around the caret apart; a speaker that was filled in stays as a paragraph. */
export function unwrapQuote(quote: NodeType): Command {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const depth = depthOf($from, quote);
    if (depth === null) return false;
    if (dispatch) {
      const start = $from.before(depth);
      const blocks = partsOf($from.node(depth));
      const tr = state.tr.replaceWith(start, $from.after(depth), Fragment.from(blocks));
      const caretPos = Math.min($from.pos - 1, start + Fragment.from(blocks).size);
      dispatch(tr.setSelection(Selection.near(tr.doc.resolve(caretPos), -1)).scrollIntoView());
    }
    return true;
  };
}

/** Enter and Backspace as a writer expects them, from the quote's words down to the role. */
export function quoteKeys(types: QuoteTypes): Record<string, Command> {
  const { quote, attribution, speaker, role } = types;
  const leave = leaveBlock(quote);
  const leaveIfEmpty: Command = (state, dispatch, view) => {
    const $cursor = caret(state);
    const depth = $cursor ? depthOf($cursor, attribution) : null;
    if (!$cursor || depth === null || $cursor.node(depth).textContent !== "") return false;
    return leave(state, dispatch, view);
  };
  return {
    Enter: chainCommands(
      endWords(quote),
      within(speaker, chainCommands(leaveIfEmpty, toNextTextblock)),
      within(role, leave),
    ),
    "Mod-Enter": leave,
    Tab: within(speaker, toNextTextblock),
    "Shift-Tab": chainCommands(
      within(role, toPreviousTextblock),
      within(speaker, toPreviousTextblock),
    ),
    Backspace: atStart(
      chainCommands(
        within(role, toPreviousTextblock),
        within(speaker, toPreviousTextblock),
        inFirstParagraph(quote, unwrapQuote(quote)),
      ),
    ),
  };
}

/**
 * A comma typed behind the speaker's name goes on to the role, as the line reads: `Ana Ruiz, mayor`.
 * Backspace there goes back to the name, and a second comma is then a comma (`King, Jr.`).
 */
export function commaToRole(types: QuoteTypes, state: EditorState): Transaction | null {
  const $cursor = caret(state);
  if ($cursor?.parent.type !== types.speaker) return null;
  const atEnd = $cursor.parentOffset === $cursor.parent.content.size;
  const role = state.doc.resolve($cursor.after()).nodeAfter;
  if (!atEnd || isEmpty($cursor.parent) || !role || !isEmpty(role)) return null;
  return state.tr.setSelection(TextSelection.create(state.doc, $cursor.after() + 1));
}

/** Enter in an empty last paragraph of the words goes to the speaker; an empty quote is given up. */
function endWords(quote: NodeType): Command {
  return (state, dispatch, view) => {
    const $cursor = caret(state);
    if (!$cursor || !isEmpty($cursor.parent) || !isInWords($cursor, quote)) return false;
    const words = $cursor.node(-1);
    if (words.childCount === 2) return unwrapQuote(quote)(state, dispatch, view);
    if ($cursor.index(-1) !== words.childCount - 2) return false;
    if (dispatch) {
      const tr = state.tr.delete($cursor.before(), $cursor.after());
      const speaker = tr.doc.resolve($cursor.before() + 2);
      dispatch(tr.setSelection(Selection.near(speaker)).scrollIntoView());
    }
    return true;
  };
}

function inFirstParagraph(quote: NodeType, command: Command): Command {
  return (state, dispatch, view) => {
    const $cursor = caret(state);
    if (!$cursor || !isInWords($cursor, quote) || $cursor.index(-1) > 0) return false;
    return command(state, dispatch, view);
  };
}

function isInWords($cursor: ResolvedPos, quote: NodeType): boolean {
  return $cursor.depth > 1 && $cursor.node(-1).type === quote && $cursor.parent.isTextblock;
}

/** The words' paragraphs, and one with speaker and role if there are any. */
function partsOf(node: Node): readonly Node[] {
  const parts: Node[] = [];
  node.forEach((child) => {
    if (child.isTextblock) parts.push(child);
    const names: string[] = [];
    if (!child.isTextblock)
      child.forEach((part) => part.textContent && names.push(part.textContent));
    const paragraph = node.firstChild?.type;
    if (names.length > 0 && paragraph) {
      parts.push(paragraph.create(null, node.type.schema.text(`— ${names.join(", ")}`)));
    }
  });
  return parts;
}
