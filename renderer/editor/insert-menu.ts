// `/` on an empty paragraph opens the insert menu. What is typed behind the slash is ordinary text of
// the story, and the menu is only a reading of it: Escape closes the menu and leaves the text.

import { Plugin, PluginKey, type EditorState, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { blocks } from "../blocks";
import type { BlockCommand } from "../blocks/block";
import { caret } from "../blocks/commands";
import { schema } from "../blocks/schema";

/** Every block command there is, in menu order. */
export const blockCommands: readonly BlockCommand[] = blocks.flatMap((block) =>
  block.menu(schema.nodes),
);

export interface InsertMenu {
  /** Where the slash stands. */
  readonly from: number;
  readonly items: readonly BlockCommand[];
  readonly chosen: number;
}

export const insertMenuKey = new PluginKey<InsertMenu | null>("insertMenu");

type Change =
  | { readonly kind: "open"; readonly from: number }
  | { readonly kind: "close" }
  | { readonly kind: "choose"; readonly index: number };

export function insertMenu(run: (id: string) => void): Plugin<InsertMenu | null> {
  return new Plugin<InsertMenu | null>({
    key: insertMenuKey,
    state: { init: () => null, apply: next },
    props: {
      handleTextInput: openOnSlash,
      handleKeyDown: (view, event) => handleKey(view, event, run),
      handleDOMEvents: { blur: (view) => close(view) && false },
    },
  });
}

/** Takes the slash and what follows it out of the story, then runs the command. */
export function takeInsertItem(
  view: EditorView,
  item: BlockCommand,
  run: (id: string) => void,
): void {
  const menu = insertMenuKey.getState(view.state);
  if (!menu) return;
  const tr = view.state.tr.delete(menu.from, view.state.selection.from);
  view.dispatch(tr.setMeta(insertMenuKey, { kind: "close" } satisfies Change));
  run(item.id);
}

function next(tr: Transaction, menu: InsertMenu | null, _: EditorState, state: EditorState) {
  const change = tr.getMeta(insertMenuKey) as Change | undefined;
  if (change?.kind === "close") return null;
  if (change?.kind === "choose" && menu) return { ...menu, chosen: change.index };
  const from = change?.kind === "open" ? change.from : menu && tr.mapping.map(menu.from, -1);
  if (from === null) return null;
  if (menu && !tr.docChanged && !tr.selectionSet) return menu;
  const query = queryAt(state, from);
  if (query === null) return null;
  const items = matching(query);
  return items.length === 0 ? null : { from, items, chosen: 0 };
}

/** What stands between slash and caret, or null when they are no longer on one line together. */
function queryAt(state: EditorState, from: number): string | null {
  const $cursor = caret(state);
  if (!$cursor || $cursor.pos <= from || from < $cursor.start()) return null;
  const text = state.doc.textBetween(from, $cursor.pos);
  return text.startsWith("/") ? text.slice(1).toLowerCase() : null;
}

function matching(query: string): readonly BlockCommand[] {
  const words = (item: BlockCommand): string => ` ${item.label} ${item.hint}`.toLowerCase();
  const byName = blockCommands.filter((item) => words(item).includes(` ${query}`));
  return query === "" ? blockCommands : byName;
}

function openOnSlash(view: EditorView, from: number, to: number, text: string): boolean {
  const $cursor = caret(view.state);
  if (text !== "/" || !$cursor || $cursor.parent.content.size > 0) return false;
  if ($cursor.parent.type !== schema.nodes["paragraph"]) return false;
  const tr = view.state.tr.insertText(text, from, to);
  view.dispatch(tr.setMeta(insertMenuKey, { kind: "open", from } satisfies Change));
  return true;
}

function handleKey(view: EditorView, event: KeyboardEvent, run: (id: string) => void): boolean {
  const menu = insertMenuKey.getState(view.state);
  if (!menu) return false;
  const count = menu.items.length;
  const choose = (index: number): boolean => {
    const change: Change = { kind: "choose", index: (index + count) % count };
    view.dispatch(view.state.tr.setMeta(insertMenuKey, change));
    return true;
  };
  switch (event.key) {
    case "ArrowDown":
      return choose(menu.chosen + 1);
    case "ArrowUp":
      return choose(menu.chosen - 1);
    case "Enter":
    case "Tab": {
      const item = menu.items[menu.chosen];
      if (item) takeInsertItem(view, item, run);
      return true;
    }
    case "Escape":
      return close(view);
    default:
      return false;
  }
}

function close(view: EditorView): boolean {
  if (!insertMenuKey.getState(view.state)) return false;
  view.dispatch(view.state.tr.setMeta(insertMenuKey, { kind: "close" } satisfies Change));
  return true;
}
