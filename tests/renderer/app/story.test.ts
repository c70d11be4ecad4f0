import * as fc from "fast-check";
import { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { describe, expect, it } from "vitest";
import { parseArticle } from "../../../article/format";
import type { State } from "../../../renderer/app/state";
import { articleText, storyText, suggestedName } from "../../../renderer/app/story";
import { docOf } from "../../../renderer/blocks/document";
import { schema } from "../../../renderer/blocks/schema";
import { anyDoc, anyPlace } from "../arbitrary";
import { doc, figure, headline, p, picture, withMetadata, type Story } from "../build";
import { aState, articleId } from "./desk";

/** The same document without one node that was ever written. */
function copied(node: Node): Node {
  return Node.fromJSON(schema, { ...(node.toJSON() as object), attrs: node.attrs });
}

function ofDoc(node: Node): State {
  return aState({ doc: node, tags: {} });
}

function readBack(text: string): Node {
  const article = parseArticle(text, "a.stet");
  if (!article.ok) throw new Error(article.failure.reason);
  const read = docOf(article.value, "a.stet");
  if (!read.ok) throw new Error(read.failure.reason);
  return read.value;
}

describe("articleText", () => {
  it("is the same from its cache as written anew, after any edit, and reads as the same story", () => {
    const property = fc.property(anyDoc, anyPlace, anyPlace, fc.string(), (node, a, b, slug) => {
      articleText(ofDoc(node));
      const [from, to] = [a, b]
        .map((place) => Math.round(place * node.content.size))
        .sort((x, y) => x - y) as [number, number];
      const edited = new Transform(node).deleteRange(from, to).setDocAttribute("slug", slug).doc;
      const text = articleText(ofDoc(edited));
      expect(text).toBe(articleText(ofDoc(copied(edited))));
      expect(readBack(text).eq(edited)).toBe(true);
    });
    fc.assert(property, { numRuns: 200 });
  });

  it("gives back what a later version wrote and this one does not know", () => {
    const carried = { article: { threads: [1, { a: 2 }] }, metadata: { mood: "grave" } };
    const read = parseArticle(articleText(aState(undefined, { carried })), "a.stet");
    expect(read).toMatchObject({ ok: true, value: { id: articleId, carried } });
  });
});

describe("storyText", () => {
  it("has text, page and name of the present state, and its revision", () => {
    const story = withMetadata(doc(headline("Ferry late"), figure({ caption: "The quay" })), {
      slug: "ferry",
    });
    const state = aState(story, { revision: 7 });
    const sent = storyText(state);
    expect(sent).toMatchObject({ revision: 7, text: articleText(state), suggestedName: "ferry" });
    expect(sent.html).toContain("Ferry late");
    expect(sent.html).toContain(`src="media/${picture(1)}"`);
  });
});

describe("suggestedName", () => {
  const titled: Story = doc(headline("Ferry late"), p("x"));

  it.each([
    ["the slug", withMetadata(titled, { slug: "ferry" }), "ferry"],
    ["the headline without a slug", titled, "Ferry late"],
    ["nothing without either", doc(), ""],
  ])("is %s", (_, story, expected) => {
    expect(suggestedName(story.doc)).toBe(expected);
  });
});
