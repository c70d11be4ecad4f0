// @vitest-environment happy-dom
import { describe, it } from "vitest";
import { unwrapQuote } from "../../../../renderer/blocks/quote/commands";
import {
  apply,
  by,
  doc,
  figure,
  headline,
  li,
  nodeType,
  p,
  quote,
  strong,
  subhead,
  ul,
} from "../../build";
import { commandOf } from "../../commands";
import { expectKeys } from "../../keyboard";

const insert = commandOf("insert.quote");

describe("insertQuote", () => {
  it("makes a quote of an empty paragraph, with the caret in its words", () => {
    apply(doc(p("<a>")), insert, doc(quote(p("<a>"), by())));
  });

  it("makes a quote of the paragraph's words and asks who said them", () => {
    apply(doc(p("a<a>", strong("b"))), insert, doc(quote(p("a", strong("b")), by("<a>"))));
  });

  it("takes all selected paragraphs whole", () => {
    apply(
      doc(p("x"), p("a<a>b"), p("c<b>d"), p("y")),
      insert,
      doc(p("x"), quote(p("ab"), p("cd"), by("<a>")), p("y")),
    );
  });

  it("begins an empty one behind what cannot be quoted", () => {
    apply(doc(subhead("a<a>")), insert, doc(subhead("a"), quote(p("<a>"), by())));
    const item = (text: string) => ul(li(p(text)));
    apply(doc(p("a<a>"), item("b<b>")), insert, doc(p("a"), item("b"), quote(p("<a>"), by())));
    apply(doc(headline("H<a>"), p("x")), insert, doc(headline("H"), quote(p("<a>"), by()), p("x")));
  });

  it("takes the quote around the caret apart again", () => {
    apply(doc(quote(p("a<a>b"), by())), insert, doc(p("a<a>b")));
  });

  it("refuses inside a list and a figure", () => {
    apply(doc(ul(li(p("a<a>")))), insert, null);
    apply(doc(figure({ caption: "a<a>" })), insert, null);
  });
});

describe("unwrapQuote", () => {
  const unwrap = unwrapQuote(nodeType("quote"));

  it("keeps every word, speaker and role as a paragraph of their own", () => {
    apply(
      doc(p("x"), quote(p("a<a>"), p("b"), by("Jo", "mayor")), p("y")),
      unwrap,
      doc(p("x"), p("a<a>"), p("b"), p("— Jo, mayor"), p("y")),
    );
    apply(doc(quote(p("a<a>"), by("", "mayor"))), unwrap, doc(p("a<a>"), p("— mayor")));
  });

  it("leaves the caret near where it was in the speaker", () => {
    apply(doc(quote(p("a"), by("J<a>o"))), unwrap, doc(p("a"), p("— <a>Jo")));
  });

  it("refuses outside a quote", () => {
    apply(doc(p("a<a>")), unwrap, null);
  });
});

describe("Enter in a quote", () => {
  it("begins another paragraph of its words", () => {
    expectKeys(doc(quote(p("a<a>b"), by())), ["Enter"], doc(quote(p("a"), p("<a>b"), by())));
  });

  it("on an empty last paragraph goes to the speaker, and the paragraph goes", () => {
    expectKeys(doc(quote(p("a"), p("<a>"), by("Jo"))), ["Enter"], doc(quote(p("a"), by("<a>Jo"))));
  });

  it("on an empty paragraph among the words adds one there", () => {
    expectKeys(
      doc(quote(p("a"), p("<a>"), p("b"), by())),
      ["Enter"],
      doc(quote(p("a"), p(), p("<a>"), p("b"), by())),
    );
  });

  it("gives up a quote without words, and keeps who would have spoken", () => {
    expectKeys(doc(quote(p("<a>"), by())), ["Enter"], doc(p("<a>")));
    expectKeys(doc(quote(p("<a>"), by("Jo"))), ["Enter"], doc(p("<a>"), p("— Jo")));
  });

  it("goes from the speaker to the role and from there out", () => {
    expectKeys(
      doc(quote(p("a"), by("J<a>o")), p("x")),
      ["Enter", "text:mayor", "Enter"],
      doc(quote(p("a"), by("Jo", "mayor")), p("<a>"), p("x")),
    );
  });

  it("leaves at once from an empty speaker without a role", () => {
    expectKeys(doc(quote(p("a"), by("<a>"))), ["Enter"], doc(quote(p("a"), by()), p("<a>")));
    expectKeys(doc(quote(p("a"), by("<a>", "r"))), ["Enter"], doc(quote(p("a"), by("", "<a>r"))));
  });

  it("splits neither name nor role", () => {
    expectKeys(
      doc(quote(p("a"), by("Jo", "ma<a>yor"))),
      ["Enter"],
      doc(quote(p("a"), by("Jo", "mayor")), p("<a>")),
    );
  });

  it("with Mod leaves from anywhere in it", () => {
    for (const inside of [quote(p("a<a>"), by("Jo")), quote(p("a"), by("Jo<a>"))]) {
      expectKeys(doc(inside), ["Mod-Enter"], doc(quote(p("a"), by("Jo")), p("<a>")));
    }
  });
});

describe("Tab and Shift-Tab in a quote", () => {
  it("go from speaker to role, and back up to the words", () => {
    const at = (words: string, speaker: string, role: string) =>
      doc(quote(p(words), by(speaker, role)));
    expectKeys(at("a", "J<a>o", "r"), ["Tab"], at("a", "Jo", "<a>r"));
    expectKeys(at("a", "Jo", "r<a>"), ["Shift-Tab"], at("a", "Jo<a>", "r"));
    expectKeys(at("a", "Jo", "r<a>"), ["Shift-Tab", "Shift-Tab"], at("a<a>", "Jo", "r"));
  });

  it("do nothing in the words", () => {
    expectKeys(doc(quote(p("a<a>"), by())), ["Tab", "Shift-Tab"], doc(quote(p("a<a>"), by())));
  });
});

describe.each(["Backspace", "Mod-Backspace"])("%s in a quote", (key) => {
  it("at the start of role and speaker goes back and joins nothing", () => {
    expectKeys(doc(quote(p("a"), by("Jo", "<a>r"))), [key], doc(quote(p("a"), by("Jo<a>", "r"))));
    expectKeys(doc(quote(p("a"), by("<a>Jo", "r"))), [key], doc(quote(p("a<a>"), by("Jo", "r"))));
  });

  it("at the start of the words takes the quote apart", () => {
    expectKeys(
      doc(p("x"), quote(p("<a>a"), p("b"), by("Jo", "r"))),
      [key],
      doc(p("x"), p("<a>a"), p("b"), p("— Jo, r")),
    );
  });

  it("at the start of a later paragraph joins it to the one before", () => {
    expectKeys(doc(quote(p("a"), p("<a>b"), by())), [key], doc(quote(p("a<a>b"), by())));
  });
});

describe("Delete in a quote", () => {
  it.each(["w<a>", "<a>"])("never reaches from the words to who said them (%s)", (words) => {
    const story = doc(quote(p(words), by("Jo", "mayor")));
    expectKeys(story, ["Delete", "Delete"], story);
  });

  it("does nothing at the end of speaker and role", () => {
    const speaker = doc(quote(p("w"), by("Jo<a>", "mayor")), p("x"));
    const role = doc(quote(p("w"), by("Jo", "mayor<a>")), p("x"));
    expectKeys(speaker, ["Delete"], speaker);
    expectKeys(role, ["Delete"], role);
  });

  it("takes the selected part of the words only", () => {
    expectKeys(
      doc(quote(p("a<a>b"), p("c<b>d"), by("Jo"))),
      ["Delete"],
      doc(quote(p("a<a>d"), by("Jo"))),
    );
  });
});

describe("a comma behind the speaker", () => {
  const typed = (text: string, ...keys: readonly string[]) => [`text:${text}`, ...keys];
  const speaker = (text: string) => doc(quote(p("a"), by(text)));

  it("goes on to the role, and the space behind it is swallowed", () => {
    expectKeys(
      speaker("<a>"),
      typed("Ana Ruiz, mayor"),
      doc(quote(p("a"), by("Ana Ruiz", "mayor<a>"))),
    );
  });

  it("is a comma after all with Backspace", () => {
    expectKeys(speaker("<a>"), typed("King,", "Backspace"), speaker("King,<a>"));
    expectKeys(
      speaker("<a>"),
      typed("King,", "Backspace", "text: Jr., mayor"),
      doc(quote(p("a"), by("King, Jr.", "mayor<a>"))),
    );
  });

  it("is taken back also when the space has been typed", () => {
    expectKeys(speaker("<a>"), typed("King, ", "Backspace"), speaker("King,<a>"));
  });

  it("stays a comma before other letters, before a role, and in no name", () => {
    expectKeys(speaker("Ru<a>iz"), typed(","), speaker("Ru,<a>iz"));
    expectKeys(speaker("<a>"), typed(","), speaker(",<a>"));
    const withRole = doc(quote(p("a"), by("Jo,<a>", "mayor")));
    expectKeys(doc(quote(p("a"), by("Jo<a>", "mayor"))), typed(","), withRole);
    expectKeys(doc(p("a<a>")), typed(", "), doc(p("a, <a>")));
  });

  it("stays a comma in the role, where a later space is one too", () => {
    expectKeys(
      doc(quote(p("a"), by("Jo", "<a>"))),
      typed("mayor, acting"),
      doc(quote(p("a"), by("Jo", "mayor, acting<a>"))),
    );
  });
});

describe("> and a space", () => {
  it("begin a quote in an empty paragraph, ready for its words", () => {
    expectKeys(doc(p("x"), p("<a>")), ["text:> Hello"], doc(p("x"), quote(p("Hello<a>"), by())));
  });

  it("stay text before words, in the header's neighbours and inside another block", () => {
    expectKeys(doc(p("<a>rest")), ["text:> "], doc(p("> <a>rest")));
    expectKeys(doc(quote(p("<a>"), by())), ["text:> "], doc(quote(p("> <a>"), by())));
    expectKeys(doc(ul(li(p("<a>")))), ["text:> "], doc(ul(li(p("> <a>")))));
  });
});
