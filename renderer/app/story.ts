// What a save and a recovery copy need of the present state.

import type { Node } from "prosemirror-model";
import { contentText, serialiseArticle } from "../../article/format";
import type { StoryText } from "../../electron/contract";
import { metadataOf, titleOf } from "../blocks/document";
import { storyPage } from "../export/page";
import type { State } from "./state";

const blockTexts = new WeakMap<Node, string>();

/** article.json of the present state. Only blocks that changed are written anew. */
export function articleText({ editor, articleId, carried }: State): string {
  const texts = editor.doc.children.map((block) => {
    const text = blockTexts.get(block) ?? JSON.stringify(block.toJSON());
    blockTexts.set(block, text);
    return text;
  });
  const article = { id: articleId, metadata: metadataOf(editor.doc), carried };
  return serialiseArticle(article, contentText(editor.doc.type.name, texts));
}

/** Everything a save needs; the pictures are only named, main copies them. */
export function storyText(state: State): StoryText {
  const pictureUrl = (media: string): string => `media/${media}`;
  const { doc } = state.editor;
  return {
    revision: state.revision,
    text: articleText(state),
    html: storyPage(doc, { pictureUrl, picturesBeside: true }),
    suggestedName: suggestedName(doc),
  };
}

/** What to offer as a file name: the slug, which newsrooms name files by, else the headline. */
export function suggestedName(doc: Node): string {
  return metadataOf(doc).slug || titleOf(doc);
}
