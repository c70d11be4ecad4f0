import * as fc from "fast-check";
import { Fragment, Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { describe, expect, it, vi } from "vitest";
import { parseArticle } from "../../../article/format";
import type { State } from "../../../renderer/app/state";
import { articleText, storyText, suggestedName } from "../../../renderer/app/story";
import { docOf } from "../../../renderer/blocks/document";
import { schema } from "../../../renderer/blocks/schema";
import { anyDoc, anyPlace, placeIn } from "../arbitrary";
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
      const [from, to] = [placeIn(node, a).pos, placeIn(node, b).pos];
      const edited = new Transform(node)
        .deleteRange(Math.min(from, to), Math.max(from, to))
        .setDocAttribute("slug", slug).doc;
      const text = articleText(ofDoc(edited));
      expect(text).toBe(articleText(ofDoc(copied(edited))));
      expect(readBack(text).eq(edited)).toBe(true);
    });
    fc.assert(property, { numRuns: 200 });
  });

  it("writes a block once, however often it is asked while the block stays", () => {
    const block = doc(p("Fog")).doc.child(4);
    const written = vi.spyOn(block, "toJSON");
    const { doc: story } = doc(p("x"));
    for (const first of ["a", "b"]) {
      const body = [doc(p(first)).doc.child(4), block];
      articleText(ofDoc(story.copy(Fragment.from([...story.children.slice(0, 4), ...body]))));
    }
    expect(written).toHaveBeenCalledOnce();
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
