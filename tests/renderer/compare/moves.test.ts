import { describe, expect, it } from "vitest";
import { difference, differences } from "../../../renderer/compare/difference";
import { by, doc, figure, headline, hr, p, picture, quote, standfirst } from "../build";
import { shown, side } from "./rows";

const [ferry, council, weather, budget] = [
  p("The ferry left the harbour at nine"),
  p("Nobody in the council had been told"),
  p("Fog lay over the whole sound"),
  p("Money for a new pier is short"),
];

describe("a block that was moved", () => {
  it("is shown at both its places, with the way it went", () => {
    expect(
      shown(doc(ferry, council, weather, budget), doc(council, weather, budget, ferry)),
    ).toEqual([
      "↓ The ferry left the harbour at nine | -",
      "= Nobody in the council had been told",
      "= Fog lay over the whole sound",
      "= Money for a new pier is short",
      "- | ↓ The ferry left the harbour at nine",
    ]);
    expect(shown(doc(ferry, council, budget), doc(budget, ferry, council))).toEqual([
      "- | ↑ Money for a new pier is short",
      "= The ferry left the harbour at nine",
      "= Nobody in the council had been told",
      "↑ Money for a new pier is short | -",
    ]);
  });

  it("has the words marked that were changed in it", () => {
    const late = p("The ferry left the harbour at ten");
    expect(shown(doc(ferry, council, weather), doc(council, weather, late))).toEqual([
      "↓ The ferry left the harbour at [nine] | -",
      "= Nobody in the council had been told",
      "= Fog lay over the whole sound",
      "- | ↓ The ferry left the harbour at [ten]",
    ]);
  });

  it("is found in two that changed places, one of them edited", () => {
    const clear = p("Fog lay over half the sound");
    expect(shown(doc(ferry, council, weather), doc(clear, council, ferry))).toEqual([
      "↓ The ferry left the harbour at nine | -",
      "- | ↑ Fog lay over [half the] sound",
      "= Nobody in the council had been told",
      "↑ Fog lay over [the whole] sound | -",
      "- | ↓ The ferry left the harbour at nine",
    ]);
  });

  it("stands beside nothing, though what came at its place is alike", () => {
    const other = p("The ferry left the harbour at ten, empty");
    expect(shown(doc(ferry, council), doc(other, council, ferry))).toEqual([
      "↓ The ferry left the harbour at nine | -",
      "- | The ferry left the harbour at ten, empty",
      "= Nobody in the council had been told",
      "- | ↓ The ferry left the harbour at nine",
    ]);
  });

  it("is a picture by its bytes, whatever became of its caption", () => {
    const before = figure({ caption: "A pier in fog", media: picture(2) });
    const after = figure({ caption: "Port Arlen, Monday", media: picture(2) });
    expect(shown(doc(before, ferry, council), doc(ferry, council, after))).toEqual([
      "↓ [A pier in fog]/ | -",
      "= The ferry left the harbour at nine",
      "= Nobody in the council had been told",
      "- | ↓ [Port Arlen, Monday]/",
    ]);
    const another = figure({ caption: "A pier in fog", media: picture(3) });
    expect(moves(doc(before, ferry, council), doc(ferry, council, another))).toEqual([]);
  });

  it("is a whole quote with who said it", () => {
    const said = quote(p("Nobody likes it"), by("Jo Marsh"));
    expect(moves(doc(said, ferry, council), doc(ferry, council, said))).toEqual([
      "↓ Nobody likes it/Jo Marsh/",
      "↓ Nobody likes it/Jo Marsh/",
    ]);
  });
});

describe("blocks that were moved together", () => {
  const section = [ferry, council, weather];
  const rest = Array.from({ length: 5 }, (_, i) => p(`paragraph ${i} stays where it was`));

  it("are one change, and each goes along with the one above", () => {
    const [before, after] = [doc(...section, ...rest), doc(...rest, ...section)];
    expect(moves(before, after)).toEqual(
      Array.from({ length: 2 }, () => [
        "↓ The ferry left the harbour at nine",
        "↓+ Nobody in the council had been told",
        "↓+ Fog lay over the whole sound",
      ]).flat(),
    );
    expect(differences(difference(before.doc, after.doc))).toBe(1);
  });

  it("are each a change of their own if they went apart", () => {
    const after = doc(...rest.slice(0, 3), ferry, ...rest.slice(3), council);
    expect(moves(doc(ferry, council, ...rest), after)).toEqual([
      "↓ The ferry left the harbour at nine",
      "↓ Nobody in the council had been told",
      "↓ The ferry left the harbour at nine",
      "↓ Nobody in the council had been told",
    ]);
    expect(differences(difference(doc(ferry, council, ...rest).doc, after.doc))).toBe(2);
  });

  it("are found in a story that was turned round", () => {
    const lines = Array.from({ length: 60 }, (_, i) => p(`line ${i} of the story`));
    const rows = difference(doc(...lines).doc, doc(...lines.toReversed()).doc);
    expect(rows.filter(({ isSame, move }) => !isSame && move === null)).toEqual([]);
    expect(rows.filter(({ move }) => move !== null)).toHaveLength(2 * 59);
    expect(differences(rows)).toBe(59);
  });
});

describe("blocks of the same words", () => {
  const more = p("More to come");

  it("go each with one", () => {
    const [before, after] = [doc(more, more, ferry, council), doc(ferry, more, council, more)];
    expect(moves(before, after)).toEqual(Array.from({ length: 4 }, () => "↓ More to come"));
    const targets = difference(before.doc, after.doc).flatMap(({ move }) => move?.row ?? []);
    expect(new Set(targets).size).toBe(4);
  });

  it("are not moved where one only went or came", () => {
    expect(shown(doc(more, ferry, more), doc(ferry, more))).toEqual([
      "More to come | -",
      "= The ferry left the harbour at nine",
      "= More to come",
    ]);
    expect(moves(doc(more, ferry, council), doc(ferry, more, council, more))).toEqual([
      "↓ More to come",
      "↓ More to come",
    ]);
  });
});

describe("what is not called moved", () => {
  it("is a block without words, or with hardly any in common", () => {
    expect(moves(doc(hr(), ferry, council, p()), doc(p(), ferry, council, hr()))).toEqual([]);
    const alike = p("Snow in the north");
    expect(moves(doc(alike, ferry, council), doc(ferry, council, p("Snow in the south")))).toEqual(
      [],
    );
  });

  it("is a header field", () => {
    const before = doc(headline("The ferry is late again"), standfirst("Nobody knows why"), ferry);
    const after = doc(headline("Nobody knows why"), standfirst("The ferry is late again"), ferry);
    expect(moves(before, after)).toEqual([]);
  });
});

/** The moved blocks alone, in their rows' order. */
function moves(...[before, after]: Parameters<typeof shown>): readonly string[] {
  return difference(before.doc, after.doc)
    .filter(({ move }) => move !== null)
    .map((row) => side(row, row.before ? "before" : "after").replaceAll(/[[\]]/g, ""));
}
