// Two ways in which pasted markup gets more out of prosemirror-view than a story may have. A copy from
// another ProseMirror editor says what stood around it (`data-pm-slice`) and is believed: nodes with
// attributes or content that would be saved and never opened again. Of such a paste only the words are
// taken. And a form's fields stand for its properties by their names (`<input name="nodeName">`), which
// makes the parser throw and leaves the paste to the browser.

import { Fragment, Node, Slice } from "prosemirror-model";
import { Plugin, type Transaction } from "prosemirror-state";
import { schema } from "../blocks/schema";

/** Anything but a list there makes prosemirror-view throw. */
const strangeNote = /data-pm-slice(?=\s*=)(?!="\d+ \d+(?: -\d+)? \[)/gi;

/** Elements with properties that the markup names. A story has no use for any. */
const namers = /<(\/?)(?:form|iframe|embed|object)(?=[\s/>])/gi;

const misfit =
  "Nothing was pasted: what was copied cannot stand here. “Paste and Match Style” takes its words.";

export function pasteSound(tell: (text: string) => void): Plugin {
  return new Plugin({
    filterTransaction: (tr) => {
      const isTaken = !isPasted(tr) || isStory(tr.doc);
      if (!isTaken) tell(misfit);
      return isTaken;
    },
    props: {
      transformPastedHTML: (html) =>
        html.replaceAll(strangeNote, asText).replaceAll(namers, "<$1div"),
      transformPasted: (slice) => {
        if (isSound(slice.content)) return slice;
        tell(
          "Only the words were pasted: no story can have them in the form in which they were copied.",
        );
        return wordsOf(slice);
      },
    },
  });
}

/** The same words wherever they are text; an attribute's name is another one with `&#101;` in it. */
function asText(words: string): string {
  return `${words.slice(0, -1)}&#${words.charCodeAt(words.length - 1)};`;
}

function isPasted(tr: Transaction): boolean {
  const from: unknown = tr.getMeta("uiEvent");
  return tr.docChanged && (from === "paste" || from === "drop");
}

/** What prosemirror-transform made of slice and story together has to be one still. */
function isStory(doc: Node): boolean {
  try {
    doc.check();
    return true;
  } catch {
    return false;
  }
}

function isSound(content: Fragment): boolean {
  return content.content.every(
    (node) =>
      hasSoundAttrs(node) &&
      node.type.contentMatch.fillBefore(node.content) !== null &&
      isSound(node.content),
  );
}

function hasSoundAttrs(node: Node): boolean {
  try {
    if (!node.isText) Node.fromJSON(schema, { type: node.type.name, attrs: node.attrs });
    return true;
  } catch {
    return false;
  }
}

function wordsOf({ content }: Slice): Slice {
  const lines = content.textBetween(0, content.size, "\n").split("\n");
  const words = lines.filter((line) => line.trim() !== "").map((line) => schema.text(line));
  return Slice.maxOpen(Fragment.from(words.map((text) => schema.node("paragraph", null, text))));
}
