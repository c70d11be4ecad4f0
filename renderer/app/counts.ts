import type { Node } from "prosemirror-model";
import { countWords } from "../../article/text";

const counts = new WeakMap<Node, number>();

/** Words a reader sees, headline and captions included. Only blocks that changed are counted anew. */
export function wordCountOf(node: Node): number {
  const known = counts.get(node);
  if (known !== undefined) return known;
  let words = 0;
  if (node.isTextblock) words = countWords(node.textContent);
  else node.forEach((child) => (words += wordCountOf(child)));
  counts.set(node, words);
  return words;
}
