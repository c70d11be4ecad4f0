import { EditorState } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { factMatches, replaceInFacts, searchFault } from "../../../renderer/app/facts";
import { noFind } from "../../../renderer/app/state";
import { metadataOf } from "../../../renderer/blocks/document";
import { doc, figure, p, withMetadata } from "../build";

const story = withMetadata(doc(p("Ferry"), figure({ alt: "A ferry and another ferry" })), {
  slug: "ferry-late",
  keywords: ["Ferry", "ferrying", "port"],
  editorsNote: "Call the ferry office.",
  licence: "https://example.org/ferry",
});

describe("factMatches", () => {
  it("counts in every detail that holds words, and in alternative texts", () => {
    const found = factMatches(story.doc, { ...noFind, search: "ferry" });
    expect(
      found.map(({ place, count }) => [place.kind === "alt" ? "alt" : place.field, count]),
    ).toEqual([
      ["slug", 1],
      ["keywords", 2],
      ["licence", 1],
      ["editorsNote", 1],
      ["alt", 2],
    ]);
  });

  it.each([
    [{ search: "ferry", wholeWord: true }, "keywords", 1],
    [{ search: "Ferry", caseSensitive: true }, "keywords", 1],
    [{ search: "ferr(y|ies)", regexp: true }, "slug", 1],
    [{ search: "e.r" }, "slug", 0],
    [{ search: "(", regexp: true }, "slug", 0],
    [{ search: "x*", regexp: true }, "slug", 0],
    [{ search: "" }, "slug", 0],
  ])("reads %o as the text is searched", (wanted, field, count) => {
    const found = factMatches(story.doc, { ...noFind, ...wanted });
    const here = found.find(({ place }) => place.kind === "field" && place.field === field);
    expect(here?.count ?? 0).toBe(count);
  });
});

describe("replaceInFacts", () => {
  const replaced = (change: Partial<typeof noFind>) => {
    const { tr } = EditorState.create({ doc: story.doc });
    const count = replaceInFacts(tr, { ...noFind, ...change });
    return { count, metadata: metadataOf(tr.doc), alt: tr.doc.lastChild?.attrs["alt"] as unknown };
  };

  it("replaces everywhere and says how often", () => {
    const { count, metadata, alt } = replaced({ search: "ferry", replace: "boat" });
    expect(metadata).toMatchObject({
      slug: "boat-late",
      keywords: ["boat", "boating", "port"],
      editorsNote: "Call the boat office.",
    });
    expect(alt).toBe("A boat and another boat");
    expect(count).toBe(7);
  });

  it("leaves a field as it is that could not stand in the story then", () => {
    const { count, metadata } = replaced({ search: "https://example.org/ferry", replace: "none" });
    expect(metadata.licence).toBe("https://example.org/ferry");
    expect(count).toBe(0);
  });

  it("takes $ for itself, and for a group only in a regular expression", () => {
    expect(replaced({ search: "ferry-late", replace: "$1 $&" }).metadata.slug).toBe("$1 $&");
    const pattern = { search: "(ferry)-(late)", replace: "$2-$1", regexp: true };
    expect(replaced(pattern).metadata.slug).toBe("late-ferry");
  });
});

describe("searchFault", () => {
  it("says in words what is wrong with a pattern", () => {
    expect(searchFault({ ...noFind, search: "(a", regexp: true })).toBe(
      "This pattern cannot be read: unterminated group.",
    );
    expect(searchFault({ ...noFind, search: "(a" })).toBeNull();
    expect(searchFault({ ...noFind, search: "", regexp: true })).toBeNull();
  });
});
