// The story's own markup, folded from the blocks' writers. It knows no block by name.

import type { Mark, Node } from "prosemirror-model";
import { blocks } from "../blocks";
import type { HtmlMarkWriter, HtmlPage, HtmlWriter } from "../blocks/block";
import { isHeader } from "../blocks/commands";
import { markHtml } from "../blocks/marks";
import type { HtmlSpec } from "../lib/html";

const nodeWriters = new Map<string, HtmlWriter>(
  blocks.flatMap((block) => Object.entries(block.html)),
);
const markWriters = new Map<string, HtmlMarkWriter>([
  ...Object.entries(markHtml),
  ...blocks.flatMap((block) => Object.entries(block.markHtml)),
]);

export interface StoryBody {
  readonly header: readonly HtmlSpec[];
  readonly body: readonly HtmlSpec[];
}

export function storyBody(doc: Node, page: HtmlPage): StoryBody {
  const header: HtmlSpec[] = [];
  const body: HtmlSpec[] = [];
  doc.forEach((block) => (isHeader(block) ? header : body).push(writeNode(block, page)));
  return { header, body };
}

function writeNode(node: Node, page: HtmlPage): HtmlSpec {
  const write = nodeWriters.get(node.type.name);
  if (!write) throw new Error(`no block writes ${node.type.name}`);
  const children = node.inlineContent
    ? writeInline(node.children, 0)
    : node.children.map((child) => writeNode(child, page));
  return write(node, children, page);
}

/** Neighbours that share a mark share one element, from the outermost mark (`depth` 0) inwards. */
function writeInline(nodes: readonly Node[], depth: number): readonly HtmlSpec[] {
  const specs: HtmlSpec[] = [];
  for (let start = 0; start < nodes.length;) {
    const first = nodes[start];
    const mark = first?.marks[depth];
    let end = start + 1;
    if (!mark) {
      specs.push(first?.text ?? null);
    } else {
      while (nodes[end]?.marks[depth]?.eq(mark)) end += 1;
      const [tag, attributes] = writeMark(mark);
      specs.push([tag, attributes, ...writeInline(nodes.slice(start, end), depth + 1)]);
    }
    start = end;
  }
  return specs;
}

function writeMark(mark: Mark): ReturnType<HtmlMarkWriter> {
  const write = markWriters.get(mark.type.name);
  if (!write) throw new Error(`no block writes the mark ${mark.type.name}`);
  return write(mark);
}
