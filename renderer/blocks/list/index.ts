import { chainCommands, joinTextblockBackward, joinTextblockForward } from "prosemirror-commands";
import { wrappingInputRule } from "prosemirror-inputrules";
import type { Node, NodeType } from "prosemirror-model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import type { Command } from "prosemirror-state";
import { defineBlock, type BlockCommand, type HtmlWriter } from "../block";
import { atEnd, atStart, caret, depthOf } from "../commands";

/** Makes a list of the selected paragraphs; in a list of that kind, lifts the items out again. */
function toggleList(list: NodeType, item: NodeType): Command {
  return (state, dispatch, view) => {
    const { $from } = state.selection;
    const depth = depthOf($from, item);
    return depth !== null && $from.node(depth - 1).type === list
      ? liftListItem(item)(state, dispatch, view)
      : wrapInList(list)(state, dispatch, view);
  };
}

/** Only in the first paragraph of an item, so that Backspace in a later one joins as usual. */
function inItemStart(item: NodeType, command: Command): Command {
  return (state, dispatch, view) => {
    const $cursor = caret(state);
    const depth = $cursor ? depthOf($cursor, item) : null;
    if (!$cursor || depth === null || $cursor.index(depth) > 0) return false;
    return command(state, dispatch, view);
  };
}

/** ProseMirror's own join would make an item of the paragraph, which the next Backspace lifts out again. */
function behindList(item: NodeType, command: Command): Command {
  return (state, dispatch, view) => {
    const $cursor = caret(state);
    const before = $cursor && state.doc.resolve($cursor.before()).nodeBefore;
    return before?.lastChild?.type === item ? command(state, dispatch, view) : false;
  };
}

function inItem(item: NodeType, command: Command): Command {
  return (state, dispatch, view) =>
    depthOf(state.selection.$from, item) === null ? false : command(state, dispatch, view);
}

function listCommand(
  id: string,
  label: string,
  hint: string,
  icon: string,
  key: string,
  run: Command,
): BlockCommand {
  return { id, label, hint, icon, key, act: { kind: "command", run } };
}

const writeList =
  (tag: string, name: string): HtmlWriter =>
  (node: Node, children) =>
    node.textContent === "" ? null : [tag, { class: name }, ...children];

export const list = defineBlock({
  nodes: {
    bulletlist: {
      group: "block",
      content: "listitem+",
      parseDOM: [{ tag: "ul" }],
      toDOM: () => ["ul", { class: "bulletlist" }, 0],
    },
    numberedlist: {
      group: "block",
      content: "listitem+",
      parseDOM: [{ tag: "ol" }],
      toDOM: () => ["ol", { class: "numberedlist" }, 0],
    },
    listitem: {
      content: "paragraph (paragraph | bulletlist | numberedlist)*",
      defining: true,
      parseDOM: [{ tag: "li" }],
      toDOM: () => ["li", 0],
    },
  },
  html: {
    bulletlist: writeList("ul", "bulletlist"),
    numberedlist: writeList("ol", "numberedlist"),
    listitem: (node, children) => (node.textContent === "" ? null : ["li", {}, ...children]),
  },
  menu: ({ bulletlist, numberedlist, listitem }) => [
    listCommand(
      "insert.bulletlist",
      "Bullet list",
      "Points in no order",
      "list",
      "Mod-Alt-8",
      toggleList(bulletlist, listitem),
    ),
    listCommand(
      "insert.numberedlist",
      "Numbered list",
      "Steps or a ranking",
      "list-ordered",
      "Mod-Alt-7",
      toggleList(numberedlist, listitem),
    ),
  ],
  keys: ({ listitem }) => ({
    Enter: chainCommands(splitListItem(listitem), liftListItem(listitem)),
    Tab: sinkListItem(listitem),
    "Shift-Tab": liftListItem(listitem),
    Backspace: atStart(
      chainCommands(
        inItemStart(listitem, liftListItem(listitem)),
        behindList(listitem, joinTextblockBackward),
      ),
    ),
    Delete: atEnd(inItem(listitem, joinTextblockForward)),
  }),
  inputRules: ({ bulletlist, numberedlist }) => [
    wrappingInputRule(/^\s*[-*•]\s$/, bulletlist),
    wrappingInputRule(/^\s*1[.)]\s$/, numberedlist),
  ],
});
