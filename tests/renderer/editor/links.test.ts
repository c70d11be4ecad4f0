// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { linkRange, setLink } from "../../../renderer/editor/links";
import {
  apply,
  by,
  doc,
  em,
  expectState,
  figure,
  headline,
  kicker,
  link,
  p,
  quote,
  standfirst,
  stateOf,
  type Story,
} from "../build";
import { mount } from "../keyboard";

const url = "https://x.org/";
const other = "https://y.org/";

describe("linkRange", () => {
  const range = (story: Story) => {
    const found = linkRange(stateOf(story));
    return found && { text: story.doc.textBetween(found.from, found.to), href: found.href };
  };

  it("is the selection, or the word around the caret", () => {
    expect(range(doc(p("a <a>bc<b> d")))).toEqual({ text: "bc", href: "" });
    expect(range(doc(p("the ma<a>yor’s desk")))).toEqual({ text: "mayor’s", href: "" });
    expect(range(doc(p("a <a> b")))).toEqual({ text: "", href: "" });
  });

  it("is the whole link around the caret, over all its marks", () => {
    const linked = link(url, "b", em("c<a>"), "d");
    expect(range(doc(p("a", linked, "e")))).toEqual({ text: "bcd", href: url });
  });

  it("is the link at its first letter, and not the neighbour's", () => {
    expect(range(doc(p(link(other, "a"), link(url, "<a>b"))))).toEqual({ text: "b", href: url });
  });

  it("grows from a selection that begins in a link", () => {
    expect(range(doc(p("a", link(url, "b<a>c"), "d<b>e")))).toEqual({ text: "bcd", href: url });
  });

  it("is null where no link may stand and over several text blocks", () => {
    expect(range(doc(kicker("a<a>")))).toBeNull();
    expect(range(doc(headline("<a>a<b>")))).toBeNull();
    expect(range(doc(quote(p("a"), by("J<a>o"))))).toBeNull();
    expect(range(doc(figure({ credit: "<a>AP<b>" })))).toBeNull();
    expect(range(doc(p("a<a>"), p("b<b>")))).toBeNull();
    expect(range(doc("<n>", figure()))).toBeNull();
  });
});

describe("setLink", () => {
  it("links the selection, and the word at the caret, keeping other marks", () => {
    apply(
      doc(p("a <a>b", em("c"), "<b> d")),
      setLink("https://x.org"),
      doc(p("a ", link(url, "<a>b", em("c<b>")), " d")),
    );
    apply(doc(standfirst("a b<a>c")), setLink(url), doc(standfirst("a ", link(url, "b<a>c"))));
  });

  it("puts the address where there is no word", () => {
    apply(doc(p("a <a>")), setLink(url), doc(p("a ", link(url, `${url}<a>`))));
  });

  it("gives a link another address, or takes it away", () => {
    const linked = doc(p("a", link(url, "b<a>c"), "d"));
    apply(linked, setLink(other), doc(p("a", link(other, "b<a>c"), "d")));
    apply(linked, setLink(""), doc(p("ab<a>cd")));
  });

  it("refuses a bad address, and places where no link may stand", () => {
    apply(doc(p("<a>a<b>")), setLink("javascript:alert(1)"), null);
    apply(doc(p("<a>a<b>")), setLink("not an address"), null);
    apply(doc(kicker("<a>a<b>")), setLink(url), null);
  });
});

describe("pasteLink", () => {
  const paste = (story: Story, text: string) => {
    const view = mount(story);
    view.pasteText(text, pasteEvent(text));
    return view.state;
  };

  it("links the selected words with a pasted address", () => {
    expectState(paste(doc(p("a <a>b<b>")), ` ${url} `), doc(p("a ", link(url, "<a>b<b>"))));
  });

  it("pastes anything else as text", () => {
    expectState(paste(doc(p("a <a>b<b>")), "x.org"), doc(p("a x.org<a>")));
    expectState(paste(doc(p("a <a>b<b>")), `${url} is`), doc(p(`a ${url} is<a>`)));
    expectState(paste(doc(p("a <a>")), url), doc(p(`a ${url}<a>`)));
  });

  it("pastes an address as text where no link may stand", () => {
    expectState(paste(doc(kicker("<a>a<b>")), url), doc(kicker(`${url}<a>`)));
  });
});

function pasteEvent(text: string): ClipboardEvent {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  return new ClipboardEvent("paste", { clipboardData });
}
