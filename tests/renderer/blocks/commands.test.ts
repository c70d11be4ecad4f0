import { GapCursor } from "prosemirror-gapcursor";
import { AllSelection, EditorState, type Command } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import {
  atEnd,
  atStart,
  becomeParagraph,
  canTakePlace,
  caret,
  depthOf,
  insertBlocks,
  isHeader,
  leaveBlock,
  startOfBody,
  toNextTextblock,
  toPreviousTextblock,
  whenEmpty,
  within,
} from "../../../renderer/blocks/commands";
import { schema } from "../../../renderer/blocks/schema";
import {
  apply,
  by,
  byline,
  doc,
  expectState,
  figure,
  headline,
  hr,
  kicker,
  li,
  nodeType,
  p,
  quote,
  selectionOf,
  standfirst,
  stateOf,
  subhead,
  ul,
} from "../build";

const deleteAll: Command = (state, dispatch) => {
  dispatch?.(state.tr.delete(1, 2));
  return true;
};

describe("caret", () => {
  it("is where nothing is selected in a text block", () => {
    expect(caret(stateOf(doc(p("a<a>b"))))?.parentOffset).toBe(1);
  });

  it("is null for selected text and for a selected block", () => {
    expect(caret(stateOf(doc(p("<a>a<b>b"))))).toBeNull();
    expect(caret(stateOf(doc("<n>", hr())))).toBeNull();
  });
});

describe("depthOf", () => {
  const $pos = selectionOf(doc(ul(li(p("a"), ul(li(p("b<a>"))))))).$from;

  it("finds the innermost block of a type", () => {
    expect([depthOf($pos, nodeType("listitem")), depthOf($pos, nodeType("paragraph"))]).toEqual([
      4, 5,
    ]);
  });

  it("is null where no block of that type is around", () => {
    expect(depthOf($pos, nodeType("divider"))).toBeNull();
  });
});

describe("within", () => {
  const command = within(nodeType("headline"), toNextTextblock);

  it("runs in that text block, also on a selection inside it", () => {
    apply(doc(headline("a<a>b<b>")), command, doc(headline("ab"), standfirst("<a>")));
  });

  it("refuses elsewhere, and where the selection leaves the text block", () => {
    apply(doc(p("a<a>b")), command, null);
    apply(doc(headline("a<a>"), p("b<b>")), command, null);
  });
});

describe.each([
  { name: "atStart", guard: atStart, allowed: "<a>ab", refused: ["a<a>b", "ab<a>", "<a>a<b>b"] },
  { name: "atEnd", guard: atEnd, allowed: "ab<a>", refused: ["<a>ab", "a<a>b", "a<a>b<b>"] },
  { name: "whenEmpty", guard: whenEmpty, allowed: "<a>", refused: ["<a>ab", "ab<a>"] },
])("$name", ({ guard, allowed, refused }) => {
  it("runs there", () => {
    expect(guard(deleteAll)(stateOf(doc(p(allowed))))).toBe(true);
  });

  it("refuses elsewhere and on a selected block", () => {
    for (const text of refused) apply(doc(p(text)), guard(deleteAll), null);
    apply(doc("<n>", hr()), guard(deleteAll), null);
  });
});

describe("becomeParagraph", () => {
  it("makes paragraphs of the selected text blocks and keeps their words", () => {
    apply(doc(subhead("a<a>b"), subhead("c<b>d")), becomeParagraph, doc(p("a<a>b"), p("c<b>d")));
  });

  it("refuses in the header, in what is a paragraph, and on a selected block", () => {
    apply(doc(headline("a<a>")), becomeParagraph, null);
    apply(doc(p("a<a>")), becomeParagraph, null);
    apply(doc(figure({ caption: "a<a>" })), becomeParagraph, null);
    apply(doc("<n>", hr()), becomeParagraph, null);
  });
});

describe("toNextTextblock and toPreviousTextblock", () => {
  it("go into and out of blocks", () => {
    const before = quote(p("a"), by("Jo"));
    apply(doc(p("x<a>"), before), toNextTextblock, doc(p("x"), quote(p("<a>a"), by("Jo"))));
    apply(doc(before, p("<a>x")), toPreviousTextblock, doc(quote(p("a"), by("Jo", "<a>")), p("x")));
  });

  it("refuse at the ends of the story", () => {
    apply(doc(p("x<a>")), toNextTextblock, null);
    apply(doc(kicker("x<a>")), toPreviousTextblock, null);
  });
});

describe("leaveBlock", () => {
  const leave = leaveBlock(nodeType("quote"));

  it("makes a paragraph behind the block", () => {
    const words = quote(p("a"), by("J<a>o"));
    apply(doc(words, p("x")), leave, doc(quote(p("a"), by("Jo")), p("<a>"), p("x")));
  });

  it("takes the empty paragraph that is there", () => {
    apply(doc(quote(p("a<a>"), by()), p()), leave, doc(quote(p("a"), by()), p("<a>")));
  });

  it("refuses outside such a block", () => {
    apply(doc(p("a<a>")), leave, null);
  });
});

describe("insertBlocks", () => {
  const rule = insertBlocks([schema.node("divider")]);
  const sub = insertBlocks([schema.node("subhead")]);

  it("takes the place of an empty paragraph", () => {
    apply(doc(p("a"), p("<a>"), p("b")), sub, doc(p("a"), subhead("<a>"), p("b")));
  });

  it("goes behind a block that has words, whole and unsplit", () => {
    apply(doc(p("a<a>b"), p("c")), sub, doc(p("ab"), subhead("<a>"), p("c")));
    const item = (text: string) => ul(li(p(text)));
    apply(doc(item("<a>"), p("c")), sub, doc(item(""), subhead("<a>"), p("c")));
  });

  it("goes to the top of the body from the header", () => {
    apply(doc(headline("H<a>"), p("a")), sub, doc(headline("H"), subhead("<a>"), p("a")));
  });

  it("goes behind a selected block", () => {
    apply(doc("<n>", hr(), p("a")), sub, doc(hr(), subhead("<a>"), p("a")));
  });

  it("puts the caret behind blocks that hold no text", () => {
    apply(doc(p("a<a>"), p()), rule, doc(p("a"), hr(), p("<a>")));
    apply(doc(p("a<a>"), p("b")), rule, doc(p("a"), hr(), p("<a>"), p("b")));
  });

  it("goes to the end from a caret behind the last block", () => {
    const story = doc(figure({ caption: "c" }));
    const $end = story.doc.resolve(story.doc.content.size);
    let state = EditorState.create({ doc: story.doc, selection: new GapCursor($end) });
    expect(sub(state, (tr) => (state = state.apply(tr)))).toBe(true);
    expectState(state, doc(figure({ caption: "c" }), subhead("<a>")));
  });

  it("refuses when there is nothing to insert or the whole story is selected", () => {
    apply(doc(p("a<a>")), insertBlocks([]), null);
    const { doc: node } = doc(p("a"));
    expect(sub(EditorState.create({ doc: node, selection: new AllSelection(node) }))).toBe(false);
  });
});

describe("canTakePlace", () => {
  const ask = (story: ReturnType<typeof doc>, end?: number): boolean => {
    const { $from } = selectionOf(story);
    const start = story.doc.resolve($from.start());
    return canTakePlace(start, start.pos + (end ?? $from.parent.content.size), nodeType("divider"));
  };

  it("is true for a body text block with just that text", () => {
    expect(ask(doc(p("--<a>")))).toBe(true);
  });

  it("is false with other words in it, in the header, and inside another block", () => {
    expect(ask(doc(p("--<a> and")), 2)).toBe(false);
    expect(ask(doc(byline("--<a>")))).toBe(false);
    expect(ask(doc(quote(p("--<a>"), by())))).toBe(false);
  });
});

describe("isHeader and startOfBody", () => {
  it("tell header from body", () => {
    const { doc: node } = doc(headline("ab"), p("c"));
    expect(node.children.map(isHeader)).toEqual([true, true, true, true, false]);
    expect(startOfBody(node)).toBe(10);
  });
});
