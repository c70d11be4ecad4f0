// Any story that the schema allows, for property tests.

import * as fc from "fast-check";
import type { Node, ResolvedPos } from "prosemirror-model";
import { schema } from "../../renderer/blocks/schema";
import { nodeType, picture } from "./build";

const words = fc
  .array(fc.constantFrom("a", "b", "é", "Z", "7", "😀", " ", " ", ",", "-", ".", "–"), {
    minLength: 1,
    maxLength: 8,
  })
  .map((characters) => characters.join(""));

/** Text with marks that may stand in that text block, perhaps none. */
function textblock(name: string): fc.Arbitrary<Node> {
  const allowed = Object.values(schema.marks).filter((mark) => nodeType(name).allowsMarkType(mark));
  const marks = fc
    .subarray(allowed)
    .map((types) => types.map((type) => type.create({ href: "https://x.org/" })));
  const text = fc.tuple(words, marks).map(([characters, set]) => {
    const plain = schema.text(characters);
    return plain.mark(set.reduce((all, mark) => mark.addToSet(all), plain.marks));
  });
  return fc.array(text, { maxLength: 3 }).map((nodes) => schema.node(name, null, nodes));
}

const paragraph = textblock("paragraph");

const quote = fc
  .tuple(
    fc.array(paragraph, { minLength: 1, maxLength: 3 }),
    textblock("speaker"),
    textblock("role"),
  )
  .map(([said, speaker, role]) =>
    schema.node("quote", null, [...said, schema.node("attribution", null, [speaker, role])]),
  );

const figure = fc
  .tuple(textblock("caption"), textblock("credit"), fc.integer({ min: 1, max: 9 }), words)
  .map(([caption, credit, digit, alt]) =>
    schema.node("figure", { media: picture(digit), width: digit, height: 9, alt }, [
      caption,
      credit,
    ]),
  );

const { list } = fc.letrec<{ list: Node; item: Node }>((tie) => ({
  list: fc
    .tuple(
      fc.constantFrom("bulletlist", "numberedlist"),
      fc.array(tie("item"), { minLength: 1, maxLength: 3 }),
    )
    .map(([name, items]) => schema.node(name, null, items)),
  item: fc
    .tuple(
      paragraph,
      fc.array(fc.oneof({ depthSize: "small", withCrossShrink: true }, paragraph, tie("list")), {
        maxLength: 2,
      }),
    )
    .map(([first, rest]) => schema.node("listitem", null, [first, ...rest])),
}));

const block = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  { weight: 2, arbitrary: quote },
  { weight: 2, arbitrary: figure },
  { weight: 2, arbitrary: list },
  textblock("subhead"),
  textblock("pullquote"),
  fc.constant(schema.node("divider")),
);

export const anyDoc: fc.Arbitrary<Node> = fc
  .tuple(
    textblock("kicker"),
    textblock("headline"),
    textblock("standfirst"),
    textblock("byline"),
    fc.array(block, { minLength: 1, maxLength: 6 }),
  )
  .map(([kicker, headline, standfirst, byline, body]) =>
    schema.topNodeType.createChecked(null, [kicker, headline, standfirst, byline, ...body]),
  );

/** A place is told by a fraction of the story's length, so that it shrinks with the story. */
export interface Place {
  readonly fraction: number;
  /** Most that goes wrong goes wrong at the edges of a text block. */
  readonly edge: "start" | "end" | null;
}

export const anyPlace: fc.Arbitrary<Place> = fc.record({
  // Without bias, and no double: most doubles between 0 and 1 are as good as 0.
  fraction: fc.noBias(fc.nat(9999)).map((part) => part / 9999),
  edge: fc.constantFrom("start", "end", null),
});

/** No caret stands inside a character of two code units. */
export function placeIn(doc: Node, { fraction, edge }: Place): ResolvedPos {
  const $pos = doc.resolve(Math.round(fraction * doc.content.size));
  if ($pos.parent.isTextblock && edge !== null) return doc.resolve($pos[edge]());
  const isInside = /^[\uDC00-\uDFFF]/.test($pos.nodeAfter?.text ?? "");
  return isInside ? doc.resolve($pos.pos + 1) : $pos;
}
