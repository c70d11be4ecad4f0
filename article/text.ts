import type { StoryNode } from "./article";

/** A word holds letters or digits, and single marks between them: don’t, 1,200, half-mast, 9.30. */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.,:-][\p{L}\p{N}\p{M}]+)*/gu;

/** Scripts that put no space between words: there only a dictionary can tell where one ends. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let segmenter: Intl.Segmenter | null = null;

/**
 * Counts words as an editor counts them. Intl.Segmenter gives the same number for spaced scripts at
 * twenty times the cost, so it is asked only where it alone can answer.
 */
export function countWords(text: string): number {
  if (!unspaced.test(text)) return text.match(word)?.length ?? 0;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  let count = 0;
  for (const segment of segmenter.segment(text)) if (segment.isWordLike) count += 1;
  return count;
}

/** The words of a whole story as its reader sees them, headline and captions included. */
export function wordsIn(node: StoryNode): number {
  const children = node.content ?? [];
  // Block by block, since no word runs on from one to the next; within one, marks part the text.
  if (children.some(({ type }) => type === "text")) {
    return countWords(children.map(({ text }) => text ?? "").join(""));
  }
  return children.reduce((sum, child) => sum + wordsIn(child), 0);
}

/** Whole minutes at 230 words a minute, at least one for a story that has words. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / 230));
}
