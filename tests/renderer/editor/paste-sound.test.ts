// @vitest-environment happy-dom

import { describe, expect, it } from "vitest";
import { doc, li, nodeType, p, ul } from "../build";
import { mount } from "../keyboard";

function textPasted(note: string, html: string): string {
  const escaped = note.replaceAll('"', "&quot;");
  return pasted(`<div data-pm-slice="${escaped}">${html}</div>`);
}

function pasted(html: string, told: string[] = []): string {
  const view = mount(doc(p("<a>")), { tell: (text) => told.push(text) });
  view.pasteHTML(html, new ClipboardEvent("paste"));
  view.state.doc.check();
  return view.state.doc.lastChild?.toString() ?? "";
}

describe("a paste that says where it was copied from", () => {
  it.each([
    ["a picture that is no picture", '0 0 ["figure",{"media":"../x.png"}]'],
    ["a size that is no size", '0 0 ["figure",{"width":1e99}]'],
    ["a whole story in a block", '0 0 ["doc",{"language":"<b>"}]'],
    ["blocks where only words can stand", '1 1 ["quote",null,"attribution",null]'],
  ])("S2 is only its words where that is %s", (_, note) => {
    expect(textPasted(note, "<p>One</p><p>Two</p>")).toBe('paragraph("Two")');
  });

  it.each(["0 0 null", "0 0 7", "0 0 [", "x", "0 0 {}"])("S2 is as any other with %s", (note) => {
    expect(textPasted(note, "<p>One</p><p>Two</p>")).toBe('paragraph("Two")');
  });

  it("keeps what it was copied from where that can be", () => {
    const list = doc(ul(li(p("One")))).doc.lastChild;
    expect(textPasted('2 2 ["bulletlist",null]', "<li><p>One</p></li>")).toBe(String(list));
  });
});

describe("words that read like a note of where they were copied from", () => {
  it.each(["data-pm-slice=x", "DATA-PM-SLICE = 7", 'a data-pm-slice="0 0 null"'])(
    "stay as they are: %s",
    (words) => {
      expect(pasted(`<p>${words}</p>`)).toBe(`paragraph("${words.replaceAll('"', '\\"')}")`);
      expect(pasted(`<a href="https://x.org/?${words.replaceAll(/[" ]/g, "")}">x</a>`)).toBe(
        'paragraph(link("x"))',
      );
    },
  );
});

describe("a paste that is not what was copied", () => {
  it("is told where only its words came", () => {
    const told: string[] = [];
    const note = "0 0 [&quot;bulletlist&quot;,null]";
    pasted(`<div data-pm-slice="${note}"><p>One</p><p>Two</p></div>`, told);
    expect(told).toEqual([expect.stringContaining("Only the words were pasted")]);
    told.length = 0;
    pasted("<p>One</p>", told);
    expect(told).toEqual([]);
  });

  it("is told where it would leave no story", () => {
    const told: string[] = [];
    const view = mount(doc(p("<a>")), { tell: (text) => told.push(text) });
    const before = view.state.doc;
    const torn = nodeType("quote").create(null, nodeType("paragraph").create());
    view.dispatch(view.state.tr.insert(before.content.size, torn).setMeta("uiEvent", "paste"));
    expect(view.state.doc).toBe(before);
    expect(told).toEqual([expect.stringContaining("Nothing was pasted")]);
  });
});

describe("a paste with a form", () => {
  it("S2 is its words, whatever its fields are called", () => {
    expect(pasted('<form id=x><input name="nodeName">Two</form>')).toBe('paragraph("Two")');
  });
});
