// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import {
  byline,
  dateline,
  doc,
  expectState,
  figure,
  headline,
  p,
  apply,
  stateOf,
  strong,
} from "../../build";
import { commandOf } from "../../commands";
import { expectHtml, expectPageRoundTrip, expectPasted, expectRoundTrip } from "../../html";
import { expectKeys, mount, press } from "../../keyboard";

const insert = commandOf("insert.dateline");

describe("insert.dateline", () => {
  it("marks the selection in the first paragraph, and takes the mark away again", () => {
    const plain = doc(p("<a>OSLO<b> said"));
    const marked = doc(p(dateline("<a>OSLO<b>"), " said"));
    apply(plain, insert, marked);
    apply(marked, insert, plain);
  });

  it("goes to the story's start from elsewhere and marks what is typed there", () => {
    const view = mount(doc(headline("H"), p("said"), p("x<a>")));
    insert(view.state, view.dispatch);
    press(view, "text:OSLO");
    expectState(view.state, doc(headline("H"), p(dateline("OSLO<a>"), "said"), p("x")));
  });

  it("never marks a selection outside the first paragraph", () => {
    const state = stateOf(doc(p("a"), p("<a>b<b>")));
    expect(insert(state, (tr) => expect(tr.docChanged).toBe(false))).toBe(true);
  });

  it("refuses where the body does not begin with a paragraph", () => {
    apply(doc(figure({ caption: "c<a>" }), p("x")), insert, null);
  });
});

describe("a dateline that is typed", () => {
  it.each([
    ["PORT ARLEN, 14 November -- ", "PORT ARLEN, 14 November"],
    ["PORT ARLEN -- ", "PORT ARLEN"],
    ["OSLO - ", "OSLO"],
    ["OSLO – ", "OSLO"],
    ["OSLO — ", "OSLO"],
    ["OSLO— ", "OSLO"],
    ["NEW YORK (AP) -- ", "NEW YORK (AP)"],
    ["WASHINGTON, D.C. (AP) — ", "WASHINGTON, D.C. (AP)"],
    ["ST. JOHN’S, 3 May - ", "ST. JOHN’S, 3 May"],
    ["STRATFORD-UPON-AVON -- ", "STRATFORD-UPON-AVON"],
    ["MÁLAGA, 2 de mayo -- ", "MÁLAGA, 2 de mayo"],
  ])("is marked and gets its dash: %j", (text, marked) => {
    expectKeys(doc(p("<a>")), [`text:${text}It`], doc(p(dateline(marked), " — It<a>")));
  });

  it("is marked also in front of words that stand there", () => {
    expectKeys(
      doc(p("<a>It rained")),
      ["text:OSLO -- "],
      doc(p(dateline("OSLO"), " — <a>It rained")),
    );
  });

  it("is plain again with Backspace", () => {
    expectKeys(doc(p("<a>")), ["text:OSLO -- ", "Backspace"], doc(p("OSLO -- <a>")));
  });

  it.each(["It rained - ", "Oslo -- ", "OSLO and -- ", "AB - ", "1996 - "])(
    "is not seen in %j",
    (text) => {
      expectKeys(doc(p("<a>")), [`text:${text}`], doc(p(`${text}<a>`)));
    },
  );

  it("is only seen at the start of the story's first paragraph", () => {
    expectKeys(doc(p("x"), p("<a>")), ["text:OSLO -- "], doc(p("x"), p("OSLO -- <a>")));
    expectKeys(doc(byline("<a>")), ["text:OSLO -- "], doc(byline("OSLO -- <a>")));
    expectKeys(doc(p("x <a>")), ["text:OSLO -- "], doc(p("x OSLO -- <a>")));
  });
});

describe("a dateline's markup", () => {
  it("comes back as it was", () => {
    expectRoundTrip(doc(p(dateline("OSLO"), " — It ", strong("rained"))));
    expectPageRoundTrip(p(dateline("OSLO"), " — It"));
  });

  it("is a span on the page", () => {
    expectHtml(doc(p(dateline("OSLO"), " — It")), '<p><span class="dateline">OSLO</span> — It</p>');
  });

  it("is read from our own page only", () => {
    expectPasted("<p>x</p><p><span>OSLO</span> — It</p>", doc(p("x"), p("OSLO — It")));
  });
});
