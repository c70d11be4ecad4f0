// Finding words in the document. prosemirror-search looks for them and marks them; this says what is
// wanted in the writer's terms, and shows a match that may never have been drawn.

import { Fragment, Slice } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import {
  findNext,
  findPrev,
  getMatchHighlights,
  getSearchState,
  replaceAll,
  replaceNext,
  search,
  SearchQuery,
  setSearchState,
  type SearchResult,
} from "prosemirror-search";

export interface Wanted {
  readonly search: string;
  readonly replace: string;
  readonly caseSensitive: boolean;
  readonly wholeWord: boolean;
  readonly regexp: boolean;
}

export { findNext, findPrev, replaceNext, search as searchPlugin };

/** Null takes the marks away. */
export function lookFor(tr: Transaction, wanted: Wanted | null): Transaction {
  return setSearchState(tr, wanted ? queryOf(wanted) : new SearchQuery({ search: "" }));
}

export function isLookingFor(state: EditorState, wanted: Wanted | null): boolean {
  const query = wanted ? queryOf(wanted) : new SearchQuery({ search: "" });
  return getSearchState(state)?.query.eq(query) === true;
}

export interface Matches {
  readonly count: number;
  /** Which of them is selected, from 1; 0 if none is. */
  readonly current: number;
}

export function matchesIn(state: EditorState): Matches {
  if (getSearchState(state)?.query.valid !== true) return { count: 0, current: 0 };
  const found = getMatchHighlights(state).find();
  const { from, to } = state.selection;
  const current = found.findIndex((match) => match.from === from && match.to === to) + 1;
  return { count: found.length, current };
}

/** Every match replaced, not yet dispatched. */
export function replacedEverywhere(state: EditorState): Transaction {
  let all = state.tr;
  replaceAll(state, (tr) => (all = tr));
  return all;
}

/** Brings the selection into view, though the keys are in a field and it may never have been drawn. */
export function showSelection(view: EditorView, frames = framesToSettle): void {
  if (view.isDestroyed || frames === 0) return;
  const { node } = view.domAtPos(view.state.selection.from);
  const place = node instanceof Element ? node : node.parentElement;
  const box = place?.getBoundingClientRect();
  const isSeen = box !== undefined && box.top > keptClear && box.bottom < innerHeight - keptClear;
  if (!isSeen) place?.scrollIntoView({ block: "center" });
  requestAnimationFrame(() => showSelection(view, frames - 1));
}

/** Blocks on the way take their true height only once they come into view: each frame draws some. */
const framesToSettle = 4;
/** The toolbar and the find bar, in pixels. */
const keptClear = 120;

/** Without `regexp` every character of search and replacement means itself. */
function queryOf(wanted: Wanted): SearchQuery {
  const Query = wanted.regexp ? SearchQuery : PlainQuery;
  const filter = (_: EditorState, match: SearchResult): boolean => match.to > match.from;
  return new Query({ ...wanted, literal: !wanted.regexp, filter });
}

/** prosemirror-search looks for groups ("$1") in every replacement, and none can begin with a "$" itself. */
class PlainQuery extends SearchQuery {
  override getReplacements(state: EditorState, { from, to }: SearchResult) {
    const marks = state.doc.resolve(from).marksAcross(state.doc.resolve(to));
    const text = this.replace === "" ? null : state.schema.text(this.replace, marks);
    return [{ from, to, insert: new Slice(Fragment.from(text), 0, 0) }];
  }
}
