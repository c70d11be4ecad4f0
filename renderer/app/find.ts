// Find and replace over the whole story: the document and the facts beside it.

import { closeHistory } from "prosemirror-history";
import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import {
  findNext,
  findPrev,
  lookFor,
  matchesIn,
  replacedEverywhere,
  replaceNext,
  showSelection,
} from "../editor/search";
import { replaceInFacts } from "./facts";
import type { Find } from "./state";
import type { Store } from "./store";

/** What it needs of the window. */
interface Desk {
  readonly store: Store;
  readonly view: EditorView | null;
}

/** A longer selection is more than anybody looks for. */
const maxTaken = 200;

/** Opens the bar, with what is selected. */
export function openFind(desk: Desk, isReplacing: boolean): void {
  const { find, editor } = desk.store.state();
  const search = selectedWords(editor) ?? find.search;
  changeFind(desk, { search, isOpen: true, isReplacing, asked: find.asked + 1 });
}

export function closeFind(desk: Desk): void {
  changeFind(desk, { isOpen: false });
  desk.view?.focus();
  desk.view?.dispatch(desk.view.state.tr.scrollIntoView());
}

export function changeFind({ store, view }: Desk, change: Partial<Find>): void {
  const find = { ...store.state().find, ...change };
  store.dispatch({ kind: "finding", find });
  if (view) view.dispatch(lookFor(view.state.tr, find.isOpen ? find : null));
}

export function findAgain(desk: Desk, direction: 1 | -1): void {
  const { view, store } = desk;
  if (!view) return;
  if (!store.state().find.isOpen) changeFind(desk, { isOpen: true });
  const isFound = (direction === 1 ? findNext : findPrev)(view.state, view.dispatch, view);
  if (isFound) showSelection(view);
}

export function replaceOne({ view }: Desk): void {
  if (view && replaceNext(view.state, view.dispatch, view)) showSelection(view);
}

/** One change, which one undo takes back; a note says how many it replaced. */
export function replaceEvery({ view, store }: Desk): void {
  if (!view) return;
  const { find } = store.state();
  const words = matchesIn(view.state).count;
  const tr = replacedEverywhere(view.state);
  const count = words + replaceInFacts(tr, find);
  if (count === 0) return;
  view.dispatch(closeHistory(tr));
  const text = `${count} replaced. Undo takes all of it back.`;
  store.dispatch({ kind: "toasted", toast: { text, offer: null } });
}

function selectedWords({ selection, doc }: EditorState): string | null {
  const { from, to, $from, $to } = selection;
  if (from === to || !$from.sameParent($to) || to - from > maxTaken) return null;
  return doc.textBetween(from, to) || null;
}
