import { nothingCarried, type Article } from "../../article/article";
import { contentText, serialiseArticle } from "../../article/format";
import { emptyMetadata } from "../../article/metadata";

export const articleId = "0b8a4f5e-6a53-4d61-9c1f-5d0a5f2f8a11";

/** article.json of a story that says which revision it is, of another length each time. */
export function textAt(revision: number): string {
  const filler = `${revision} `.repeat(((revision * 7919) % 5000) + 1);
  const blocks = ["headline", "paragraph"].map((type, n) =>
    JSON.stringify({ type, content: [{ type: "text", text: n === 0 ? `${revision}` : filler }] }),
  );
  const article = { id: articleId, metadata: emptyMetadata, carried: nothingCarried };
  return serialiseArticle(article, contentText("doc", blocks));
}

export function revisionOf({ content }: Article): number {
  return Number(content.content?.[0]?.content?.[0]?.text);
}
