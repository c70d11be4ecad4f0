// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import {
  by,
  byline,
  dateline,
  doc,
  figure,
  headline,
  hr,
  kicker,
  li,
  p,
  pullquote,
  quote,
  selectionOf,
  standfirst,
  subhead,
  ul,
  type Part,
  type Story,
} from "../build";
import { expectKeys, keyEvent, mount, openDoc, press } from "../keyboard";

describe("editorKeymap", () => {
  it("lets a whole story be written without the mouse", () => {
    const typed = [
      ["Ferries", "Ferry stays", "It does.", "By Jo", "OSLO -- The ferry stays.", "> It stays."],
      ["", "Ana Ruiz, mayor", "## Why", "- cheap", "fast", "", "End."],
    ].flat();
    expectKeys(
      doc(kicker("<a>")),
      typed.flatMap((line) => [`text:${line}`, "Enter"]).slice(0, -1),
      doc(
        kicker("Ferries"),
        headline("Ferry stays"),
        standfirst("It does."),
        byline("By Jo"),
        p(dateline("OSLO"), " — The ferry stays."),
        quote(p("It stays."), by("Ana Ruiz", "mayor")),
        subhead("Why"),
        ul(li(p("cheap")), li(p("fast"))),
        p("End.<a>"),
      ),
    );
  });

  const neighbours: Readonly<Record<string, (text: string) => Part>> = {
    paragraph: (text) => p(text),
    subhead: (text) => subhead(text),
    pullquote: (text) => pullquote(text),
    list: (text) => ul(li(p(text))),
    quote: (text) => quote(p(text), by()),
    attribution: (text) => quote(p("q"), by(text)),
    role: (text) => quote(p("q"), by("Jo", text)),
    caption: (text) => figure({ caption: text }),
    credit: (text) => figure({ caption: "c", credit: text }),
  };
  const pairs = Object.entries(neighbours).flatMap(([name, block]) =>
    Object.entries(neighbours).map(([next, other]) => ({ name, next, block, other })),
  );

  it.each(pairs)(
    "never leaves an edge between $name and $next to the browser",
    ({ block, other }) => {
      const behind = doc(block("x"), other("<a>y"));
      const before = doc(block("x<a>"), other("y"), hr());
      const view = mount(behind);
      const pressAt = (story: Story, key: string) => () => {
        openDoc(view, story.doc);
        view.dispatch(view.state.tr.setSelection(selectionOf(story)));
        press(view, key);
      };
      for (const key of ["Backspace", "Mod-Backspace", "Shift-Backspace", "Alt-Backspace"]) {
        expect(pressAt(behind, key)).not.toThrow();
      }
      for (const key of ["Delete", "Mod-Delete", "Alt-Delete"]) {
        expect(pressAt(before, key)).not.toThrow();
      }
    },
  );

  it("leaves deleting inside a text block to the browser, words too", () => {
    const view = mount(doc(p("one t<a>wo")));
    for (const key of ["Backspace", "Mod-Backspace", "Alt-Backspace", "Delete", "Mod-Delete"]) {
      const event = keyEvent(key);
      expect(view.someProp("handleKeyDown", (handle) => handle(view, event))).not.toBe(true);
    }
  });

  it("takes back what an input rule made of the text, before anything is deleted", () => {
    expectKeys(doc(p("x"), p("<a>")), ["text:---", "Backspace"], doc(p("x"), p("---<a>")));
  });

  it.each(["## ", "- ", "1. ", "> "])("gives back the characters of %j", (typed) => {
    const [before, after] = [doc(p("x"), p("<a>")), doc(p("x"), p(`${typed}<a>`))];
    expectKeys(before, [`text:${typed}`, "Backspace"], after);
    // What is typed next is text, and a second Backspace deletes as ever.
    expectKeys(before, [`text:${typed}`, "Backspace", "text:a", "Backspace"], after);
  });

  it("gives back the characters behind an item of a list that the rule has joined", () => {
    expectKeys(
      doc(ul(li(p("x"))), p("<a>")),
      ["text:- ", "Backspace"],
      doc(ul(li(p("x"))), p("- <a>")),
    );
  });

  it("gives back nothing once something else was typed or the caret has moved", () => {
    const before = doc(p("x"), p("<a>"));
    expectKeys(before, ["text:## a", "Backspace", "Backspace"], doc(p("x"), p("<a>")));
  });
});
