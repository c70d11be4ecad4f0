// A story of any length, the same at every run: paragraphs with some emphasis and links, and between
// them what a long story has, subheads, quotes and figures.

import type { StoryMark, StoryNode } from "../../article/article";
import type { Picture } from "../../article/media";
import { countWords } from "../../article/text";

const words = `the council said on tuesday that work at the harbour would begin before winter and
that the old bridge will stay open to walkers while engineers look for cracks in its northern pier a
report by three inspectors found rust in more than forty of its rivets people who live along the quay
asked for a ferry but its price was too high for a town whose budget had already been cut twice this
year no decision is expected until march when members vote on both plans`.split(/\s+/);

/** `pictures` are shown in turn; without any, figures have their lines only. */
export function storyOf(wordCount: number, pictures: readonly Picture[] = []): StoryNode {
  const random = randomFrom(wordCount);
  const text = (count: number): string => sentence(random, count);
  const blocks: StoryNode[] = [
    node("kicker", plain("Harbour")),
    node("headline", plain(text(9))),
    node("standfirst", plain(text(24))),
    node("byline", plain("By Mara Ellison and Tom Reyes, Northlight News")),
  ];
  let done = blocks.reduce((sum, block) => sum + wordsIn(block), 0);
  let figures = 0;
  for (let turn = 1; done < wordCount; turn++) {
    const block = blockAt(turn, text, () => pictures[figures++ % pictures.length]);
    blocks.push(block);
    done += wordsIn(block);
  }
  while (figures < pictures.length) blocks.push(figure(pictures[figures++], text));
  return node("doc", blocks);
}

export function wordsIn({ text = "", content = [] }: StoryNode): number {
  return content.reduce((sum, child) => sum + wordsIn(child), countWords(text));
}

function blockAt(
  turn: number,
  text: (count: number) => string,
  picture: () => Picture | undefined,
): StoryNode {
  if (turn % 17 === 0) return figure(picture(), text);
  if (turn % 11 === 0) return quote(text);
  if (turn % 7 === 0) return node("subhead", plain(text(5)));
  return node("paragraph", turn % 3 === 0 ? marked(text) : plain(text(40)));
}

function marked(text: (count: number) => string): readonly StoryNode[] {
  const link = { type: "link", attrs: { href: "https://example.org/harbour/report" } };
  return [
    ...plain(`${text(12)} `),
    ...plain(text(3), [{ type: "strong" }]),
    ...plain(` ${text(8)} `),
    ...plain(text(4), [link]),
    ...plain(` ${text(15)}`),
  ];
}

function quote(text: (count: number) => string): StoryNode {
  const attribution = [node("speaker", plain("Ana Ruiz")), node("role", plain("harbour master"))];
  return node("quote", [node("paragraph", plain(text(22))), node("attribution", attribution)]);
}

function figure(picture: Picture | undefined, text: (count: number) => string): StoryNode {
  const lines = [node("caption", plain(text(14))), node("credit", plain("Ida Thornwick / Stet"))];
  if (!picture) return node("figure", lines);
  const { media, widthPx, heightPx } = picture;
  const attrs = { media, width: widthPx, height: heightPx, alt: text(8) };
  return { type: "figure", attrs, content: lines };
}

function node(type: string, content: readonly StoryNode[]): StoryNode {
  return { type, content };
}

function plain(text: string, marks: readonly StoryMark[] = []): readonly StoryNode[] {
  return [marks.length === 0 ? { type: "text", text } : { type: "text", marks, text }];
}

function sentence(random: () => number, count: number): string {
  const chosen = Array.from({ length: count }, () => words[Math.floor(random() * words.length)]);
  const text = chosen.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
