// Between the file's article and ProseMirror's document.

import { Node } from "prosemirror-model";
import type { Article } from "../../article/article";
import { emptyMetadata, type Metadata } from "../../article/metadata";
import { fail, ok, type Result } from "../../article/result";
import { schema } from "./schema";

/** A new story in that language: all header fields and one empty paragraph. `now` is ISO 8601. */
export function newDoc(language: string, now: string): Node {
  const doc = schema.topNodeType.createAndFill({ ...emptyMetadata, language, created: now });
  if (!doc) throw new Error("the schema cannot make an empty story");
  return doc;
}

/** The document for an article; “damaged” when its nodes do not make a story. `file` is for the message. */
export function docOf(article: Article, file: string): Result<Node> {
  try {
    const doc = Node.fromJSON(schema, { ...article.content, attrs: article.metadata });
    if (doc.type !== schema.topNodeType) throw new RangeError("it is not a whole story");
    doc.check();
    return ok(doc);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const reason = `The story in “${file}” is damaged: ${why}. It was left as it is.`;
    return fail({ kind: "damaged", file, reason });
  }
}

export function metadataOf(doc: Node): Metadata {
  return doc.attrs as Metadata;
}

/** A whole article pasted into the headline is no name for a window or a file. */
const maxTitle = 200;

/** The headline, else the slug, else ""; at most 200 characters. */
export function titleOf(doc: Node): string {
  const headline = doc.children.find((child) => child.type.name === "headline");
  return (headline?.textContent.trim() || metadataOf(doc).slug).slice(0, maxTitle);
}
