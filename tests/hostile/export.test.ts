import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { describe, expect, it } from "vitest";
import { storyPage } from "../../renderer/export/page";
import { figure, inRun, untilDone, Worst } from "../reliability/figures";
import { Dice } from "../reliability/seeded";
import { hostileStory } from "./documents";
import { outside } from "./html";

type Element = DefaultTreeAdapterTypes.Element;

/** All that a page may be made of. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  html: ["lang"],
  head: [],
  meta: ["charset", "name", "property", "content"],
  title: [],
  script: ["type"],
  style: [],
  body: [],
  main: [],
  article: ["class"],
  header: [],
  footer: ["class"],
  time: ["datetime"],
  p: ["class"],
  h1: ["class"],
  h2: ["class"],
  aside: ["class"],
  figure: ["class"],
  figcaption: ["class"],
  blockquote: ["class"],
  div: ["class"],
  span: ["class"],
  img: ["src", "alt", "width", "height"],
  ul: ["class"],
  ol: ["class"],
  li: [],
  hr: ["class"],
  a: ["href"],
  em: [],
  strong: [],
};

describe("S11 a hostile story's page", () => {
  it("S11 has only what a page of ours may have", untilDone, async () => {
    const dice = new Dice(11);
    const cases = inRun({ short: 1000, long: 20_000 });
    const worst = new Worst();
    const broken: string[] = [];
    for (let n = 0; n < cases; n += 1) {
      const doc = hostileStory(dice);
      const page = await worst.of(() =>
        storyPage(doc, { pictureUrl: (media) => `media/${media}`, picturesBeside: n % 2 === 0 }),
      );
      broken.push(...faultsIn(page).map((fault) => `${n} ${fault}`));
    }
    figure("S11", { tier: "U", cases, lost: broken.length, worstMs: worst.ms });
    expect(broken).toEqual([]);
  });
});

function faultsIn(page: string): readonly string[] {
  const faults: string[] = [];
  const elements = elementsIn(parse(page));
  for (const element of elements) {
    const { tagName, attrs } = element;
    const names = allowed[tagName];
    if (!names) faults.push(`a ${tagName}`);
    for (const { name, value } of attrs) {
      if (names?.includes(name) !== true) faults.push(`${tagName} ${name}`);
      if (name === "href" && !/^(?:https?:\/\/|mailto:)/.test(value)) faults.push(`to ${value}`);
      if (name === "src" && !/^media\/[0-9a-f]{64}\.[a-z]+$/.test(value))
        faults.push(`of ${value}`);
      if (name === "class" && !/^[a-z-]+$/.test(value)) faults.push(`class ${value}`);
    }
  }
  const only = (tag: string): readonly Element[] =>
    elements.filter(({ tagName }) => tagName === tag);
  for (const tag of ["html", "head", "title", "script", "style", "body", "main", "article"]) {
    if (only(tag).length !== 1) faults.push(`${only(tag).length} ${tag}`);
  }
  const [script] = only("script");
  if (script?.attrs[0]?.value !== "application/ld+json") faults.push("a script that runs");
  const data = script?.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
  const facts = JSON.parse(data ?? "") as Record<string, unknown>;
  if (facts["@type"] !== "NewsArticle") faults.push("no facts");
  const style = only("style")[0]?.childNodes[0];
  if (style && "value" in style && style.value.includes(outside)) faults.push("words in the style");
  return faults;
}

function elementsIn(node: DefaultTreeAdapterTypes.Node): readonly Element[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(elementsIn) : [];
  return "tagName" in node ? [node, ...children] : children;
}
