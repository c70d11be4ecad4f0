// @vitest-environment happy-dom
// What a writer has typed is never taken away by accident, and always comes back with undo.

import * as fc from "fast-check";
import { redo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { NodeSelection, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { describe, expect, it, vi } from "vitest";
import { newDoc } from "../../../renderer/blocks/document";
import { blockCommands } from "../../../renderer/editor/insert-menu";
import { anyDoc, anyPlace, placeIn, type Place } from "../arbitrary";
import { mountDoc, openDoc, press, undoAll } from "../keyboard";
import { picture } from "../build";
import { repeatable } from "../repeatable";

const runs = 100;
/** Several hundred stories are laid out in each test, perhaps beside other work. */
vi.setConfig({ testTimeout: 60_000 });

type Act =
  | { readonly kind: "press"; readonly key: string }
  | { readonly kind: "select"; readonly anchor: Place; readonly head: Place }
  | { readonly kind: "pick"; readonly place: Place }
  | { readonly kind: "paste"; readonly from: Place; readonly size: number }
  | { readonly kind: "run"; readonly id: string };

const deletions = ["Backspace", "Delete", "Mod-Backspace", "Mod-Delete", "Shift-Backspace"];
const otherKeys = [
  "Enter",
  "Mod-Enter",
  "Tab",
  "Shift-Tab",
  "Mod-Alt-0",
  "Alt-ArrowUp",
  "Alt-ArrowDown",
];
const typed = ["text:x", "text:, ", "text:- ", "text:> ", "text:## ", "text:---", "text:OSLO -- "];

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("press" as const),
      key: fc.constantFrom(...deletions, ...otherKeys, ...typed),
    }),
  },
  fc.record({ kind: fc.constant("select" as const), anchor: anyPlace, head: anyPlace }),
  fc.record({ kind: fc.constant("pick" as const), place: anyPlace }),
  fc.record({ kind: fc.constant("paste" as const), from: anyPlace, size: fc.nat(30) }),
  fc.record({
    kind: fc.constant("run" as const),
    id: fc.constantFrom(...blockCommands.map(({ id }) => id)),
  }),
);

function perform(view: EditorView, act: Act): void {
  switch (act.kind) {
    case "press":
      return press(view, act.key);
    case "select":
      return select(view, act.anchor, act.head);
    case "pick":
      return pick(view, act.place);
    case "paste":
      return paste(view, act.from, act.size);
    case "run":
      return run(view, act.id);
  }
}

function select(view: EditorView, anchor: Place, head: Place): void {
  const { doc, tr } = view.state;
  const between = TextSelection.between(placeIn(doc, anchor), placeIn(doc, head));
  view.dispatch(tr.setSelection(between));
}

/** Selects the innermost block around a place that can be selected whole. */
function pick(view: EditorView, place: Place): void {
  const { doc, tr } = view.state;
  const $pos = placeIn(doc, place);
  for (let depth = $pos.depth; depth > 0; depth--) {
    if (!NodeSelection.isSelectable($pos.node(depth))) continue;
    view.dispatch(tr.setSelection(NodeSelection.create(doc, $pos.before(depth))));
    return;
  }
}

function paste(view: EditorView, from: Place, size: number): void {
  const { doc, tr } = view.state;
  const $from = placeIn(doc, from);
  const $to = doc.resolve(Math.min($from.pos + size, doc.content.size));
  const copied = TextSelection.between($from, $to).content();
  view.dispatch(tr.replaceSelection(copied).setMeta("paste", true));
}

function run(view: EditorView, id: string): void {
  const act = blockCommands.find((command) => command.id === id)?.act;
  const taken = [{ media: picture(5), widthPx: 3, heightPx: 2 }];
  const command = act?.kind === "pictures" ? act.run(taken) : act?.run;
  command?.(view.state, view.dispatch, view);
}

/** Letters and digits in the order of the story; white space and punctuation may be made or taken. */
function letters(doc: Node): readonly string[] {
  return Array.from(doc.textContent.replace(/[^\p{L}\p{N}\p{So}]/gu, ""));
}

function pictures(doc: Node): readonly unknown[] {
  const found: unknown[] = [];
  doc.descendants((node) => {
    if (node.type.name === "figure") found.push(node.attrs["media"]);
  });
  return found;
}

/** Whether `part` is what is left of `whole` when some are left out. */
function isLeftOf(part: readonly string[], whole: readonly string[]): boolean {
  let found = 0;
  for (const letter of whole) if (letter === part[found]) found += 1;
  return found === part.length;
}

describe("whatever is done to a story", () => {
  it("it stays a story, undo brings it back to the letter, and redo the change", () => {
    const view = mountDoc(newDoc("en", ""));
    fc.assert(
      fc.property(anyDoc, fc.array(anyAct, { minLength: 1, maxLength: 8 }), (doc, acts) => {
        openDoc(view, doc);
        for (const act of acts) {
          perform(view, act);
          view.state.doc.check();
        }
        const after = view.state.doc;
        undoAll(view);
        expect(view.state.doc.toJSON()).toEqual(doc.toJSON());
        while (redo(view.state, view.dispatch));
        expect(view.state.doc.toJSON()).toEqual(after.toJSON());
      }),
      repeatable(runs),
    );
  });
});

describe("with nothing selected", () => {
  it("a deletion takes one character at most, and never a picture", () => {
    const view = mountDoc(newDoc("en", ""));
    fc.assert(
      fc.property(anyDoc, anyPlace, fc.constantFrom(...deletions), (doc, place, key) => {
        openDoc(view, doc);
        select(view, place, place);
        fc.pre(view.state.selection.empty);
        press(view, key);
        const [before, after] = [letters(doc), letters(view.state.doc)];
        expect(before.length - after.length).toBeLessThanOrEqual(1);
        expect(isLeftOf(after, before)).toBe(true);
        expect(pictures(view.state.doc)).toEqual(pictures(doc));
      }),
      repeatable(runs),
    );
  });

  it("typing takes nothing away", () => {
    const view = mountDoc(newDoc("en", ""));
    fc.assert(
      fc.property(
        anyDoc,
        anyPlace,
        fc.constantFrom(...typed, "Enter", "Tab", "Mod-Enter"),
        (doc, place, key) => {
          openDoc(view, doc);
          select(view, place, place);
          press(view, key);
          expect(isLeftOf(letters(doc), letters(view.state.doc))).toBe(true);
          expect(pictures(view.state.doc)).toEqual(pictures(doc));
        },
      ),
      repeatable(runs),
    );
  });
});

describe("what is copied and pasted", () => {
  it("is added whole, and takes nothing from the story", () => {
    const [from, view] = [mountDoc(newDoc("en", "")), mountDoc(newDoc("en", ""))];
    fc.assert(
      fc.property(
        anyDoc,
        anyPlace,
        anyPlace,
        anyDoc,
        anyPlace,
        (source, start, end, doc, place) => {
          openDoc(from, source);
          select(from, start, end);
          const copied = from.state.selection.content();
          openDoc(view, doc);
          select(view, place, place);
          view.pasteHTML(
            from.serializeForClipboard(copied).dom.innerHTML,
            new ClipboardEvent("paste"),
          );
          view.state.doc.check();
          const pasted = from.state.doc.cut(from.state.selection.from, from.state.selection.to);
          expect([...letters(view.state.doc)].sort()).toEqual(
            [...letters(doc), ...letters(pasted)].sort(),
          );
          expect(isLeftOf(letters(doc), letters(view.state.doc))).toBe(true);
        },
      ),
      repeatable(runs),
    );
  });
});

describe("a block's command", () => {
  it("changes what words are, never which there are, whatever is selected", () => {
    const anyCommand = fc.constantFrom(...blockCommands.map(({ id }) => id));
    const view = mountDoc(newDoc("en", ""));
    fc.assert(
      fc.property(anyDoc, anyPlace, anyPlace, anyCommand, (doc, anchor, head, id) => {
        openDoc(view, doc);
        select(view, anchor, head);
        run(view, id);
        view.state.doc.check();
        expect(letters(view.state.doc)).toEqual(letters(doc));
        expect(isLeftOf(pictures(doc).map(String), pictures(view.state.doc).map(String))).toBe(
          true,
        );
      }),
      repeatable(runs),
    );
  });
});
