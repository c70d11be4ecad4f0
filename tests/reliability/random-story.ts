// Stories that the editor's schema allows, with all that is hard about text: the same at every run.

import type { Mark, Node } from "prosemirror-model";
import { emptyMetadata, type Metadata } from "../../article/metadata";
import { schema } from "../../renderer/blocks/schema";
import { nodeType } from "../renderer/build";
import type { Dice } from "./seeded";

const pieces = [
  "\ud800",
  "\udc00",
  "\udfff\ud83d",
  "\u0000",
  "\ufeff",
  "\r\n",
  "\r",
  "\n",
  "\u2028",
  "\u2029",
  "\u202e",
  "\u2066abc\u2069",
  "\u200d",
  "👩\u200d👩\u200d👧",
  "🇳🇿",
  "e\u0301",
  "\u00a0",
  "\u00ad",
  "\t",
  "\u0001",
  "\u007f",
  "\u0085",
  "\ufffe",
  "\uffff",
  '"',
  "\\",
  "\\ud800",
  "</script>",
  "<!--",
  "]]>",
  "&amp;",
  "PK\u0003\u0004",
  '{"format":"stet"',
  "\n]}}\n",
  "__proto__",
  " ",
  "word",
  "Ünïcödé",
  "ﷺ",
  "日本語",
];

export function hostileText(dice: Dice): string {
  return Array.from({ length: 1 + dice.below(8) }, () => dice.one(pieces)).join("");
}

export function randomStory(dice: Dice): Node {
  const header = ["kicker", "headline", "standfirst", "byline"].map((name) =>
    textblock(name, dice),
  );
  const body = Array.from({ length: 1 + dice.below(8) }, () => block(dice, 0));
  const doc = schema.topNodeType.createChecked(metadata(dice), [...header, ...body]);
  doc.check();
  return doc;
}

function metadata(dice: Dice): Metadata {
  const slug = dice.chance(0.5) ? hostileText(dice) : "";
  const keywords = Array.from({ length: dice.below(4) }, () => hostileText(dice));
  const editorsNote = hostileText(dice);
  return { ...emptyMetadata, slug, keywords, editorsNote, urgency: dice.below(10) };
}

function block(dice: Dice, depth: number): Node {
  switch (dice.below(8)) {
    case 0:
      return list(dice, depth);
    case 1: {
      const words = Array.from({ length: 1 + dice.below(3) }, () => textblock("paragraph", dice));
      return schema.node("quote", null, [
        ...words,
        pair("attribution", "speaker", "role", null, dice),
      ]);
    }
    case 2: {
      const digit = dice.below(10);
      const attrs = { width: digit, height: 9, alt: hostileText(dice) };
      const media = dice.chance(0.8) ? `${`${digit}`.repeat(64)}.png` : null;
      return pair("figure", "caption", "credit", { ...attrs, media }, dice);
    }
    case 3:
      return schema.node("divider");
    case 4:
      return textblock(dice.one(["subhead", "pullquote"]), dice);
    default:
      return textblock("paragraph", dice);
  }
}

function list(dice: Dice, depth: number): Node {
  const items = Array.from({ length: 1 + dice.below(3) }, () => {
    const inner = depth < 5 && dice.chance(0.3) ? [list(dice, depth + 1)] : [];
    return schema.node("listitem", null, [textblock("paragraph", dice), ...inner]);
  });
  return schema.node(dice.one(["bulletlist", "numberedlist"]), null, items);
}

function pair(
  type: string,
  first: string,
  second: string,
  attrs: Readonly<Record<string, unknown>> | null,
  dice: Dice,
): Node {
  return schema.node(type, attrs, [textblock(first, dice), textblock(second, dice)]);
}

function textblock(name: string, dice: Dice): Node {
  const allowed = Object.values(schema.marks).filter((mark) => nodeType(name).allowsMarkType(mark));
  const runs = Array.from({ length: dice.below(4) }, () => {
    const chosen = allowed.filter(() => dice.chance(0.3));
    const marks = chosen.reduce<readonly Mark[]>(
      (set, type) => type.create({ href: "https://x.org/?q=%F0%9F" }).addToSet(set),
      [],
    );
    return schema.text(hostileText(dice), marks);
  });
  return schema.node(name, null, runs);
}
