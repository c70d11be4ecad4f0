// Find and replace over the whole story: the document and the facts beside it.

import { closeHistory } from "prosemirror-history";
import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import {
  findNext,
  findPrev,
  isLookingFor,
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

export function changeFind(desk: Desk, change: Partial<Find>): void {
  const { store } = desk;
  store.dispatch({ kind: "finding", find: { ...store.state().find, ...change } });
  look(desk);
}

/** What is typed is looked for once the hands rest: of one letter a long story has tens of thousands. */
export function typeFind(desk: Desk, search: string): void {
  const { store } = desk;
  store.dispatch({ kind: "finding", find: { ...store.state().find, search } });
  clearTimeout(rest);
  rest = setTimeout(() => look(desk), restMs);
}

const restMs = 150;
let rest: ReturnType<typeof setTimeout>;

function look({ store, view }: Desk): void {
  const { find } = store.state();
  const wanted = find.isOpen ? find : null;
  if (view && !isLookingFor(view.state, wanted)) view.dispatch(lookFor(view.state.tr, wanted));
}

export function findAgain(desk: Desk, direction: 1 | -1): void {
  const { view, store } = desk;
  if (!view) return;
  if (!store.state().find.isOpen) changeFind(desk, { isOpen: true });
  look(desk);
  const isFound = (direction === 1 ? findNext : findPrev)(view.state, view.dispatch, view);
  if (isFound) showSelection(view);
}

export function replaceOne(desk: Desk): void {
  const { view } = desk;
  look(desk);
  if (view && replaceNext(view.state, view.dispatch, view)) showSelection(view);
}

/** One change, which one undo takes back; a note says how many it replaced. */
export function replaceEvery(desk: Desk): void {
  const { view, store } = desk;
  if (!view) return;
  look(desk);
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
