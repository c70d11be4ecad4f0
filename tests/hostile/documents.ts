// Stories that the editor's schema allows and that want to run, or to leave, where they are shown.

import type { Mark, Node } from "prosemirror-model";
import { emptyMetadata, type Metadata } from "../../article/metadata";
import { schema } from "../../renderer/blocks/schema";
import { randomStory } from "../reliability/random-story";
import type { Dice } from "../reliability/seeded";
import { hostileHtml, outside } from "./html";

const ends = [
  "</script><script>window.ran=1</script>",
  "</style><script>window.ran=1</script>",
  "</title><img src=x onerror=window.ran=1>",
  "<!--<script>",
  "--><script>window.ran=1</script>",
  "]]><script>window.ran=1</script>",
  '" onload="window.ran=1',
  "' onerror='window.ran=1",
  '"><svg onload=window.ran=1>',
  `"><img src=${outside}/x.png>`,
  "&lt;script&gt;window.ran=1&lt;/script&gt;",
  "\u2028</script\u2029>",
  "`${window.ran=1}`",
];

const addresses = [
  `https://x.org/"onclick="window.ran=1`,
  "https://x.org/'><script>window.ran=1</script>",
  "https://x.org/?q=</script>&x=&quot;",
  "mailto:a@x.org?subject=<script>window.ran=1</script>",
  "http://javascript:alert(1)@x.org/",
  `${outside}/#javascript:alert(1)`,
];

function words(dice: Dice): string {
  return dice.chance(0.5) ? dice.one(ends) : hostileHtml(dice);
}

/** A random story with hostile words in some of its texts, attributes and facts. */
export function hostileStory(dice: Dice): Node {
  const story = worse(randomStory(dice), dice);
  const doc = schema.topNodeType.createChecked(facts(dice), story.content);
  doc.check();
  return doc;
}

function worse(node: Node, dice: Dice): Node {
  if (node.isText) return schema.text(words(dice), marks(node.marks, dice));
  const attrs = node.type.name === "figure" ? { ...node.attrs, alt: words(dice) } : node.attrs;
  return node.type.create(
    attrs,
    node.children.map((child) => worse(child, dice)),
  );
}

function marks(given: readonly Mark[], dice: Dice): readonly Mark[] {
  return given.map((mark) =>
    mark.type.name === "link"
      ? mark.type.create({ href: new URL(dice.one(addresses)).href })
      : mark,
  );
}

function facts(dice: Dice): Metadata {
  const text = (): string => (dice.chance(0.5) ? words(dice).slice(0, 9000) : "");
  return {
    ...emptyMetadata,
    slug: text(),
    section: text(),
    keywords: Array.from({ length: dice.below(4) }, text),
    language: dice.one(["en", "ar", "zh-Hant-TW", "en-x-script", "en-u-ca-buddhist"]),
    source: text(),
    publisher: text(),
    published: dice.one(["", "2026-11-14T09:00:00Z"]),
    copyright: text(),
    usageTerms: text(),
    licence: dice.one(["", `https://x.org/"onload="window.ran=1`, "http://</script>"]),
    editorsNote: text(),
  };
}
