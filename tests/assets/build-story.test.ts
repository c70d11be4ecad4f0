import { describe, expect, it } from "vitest";
import { divider, opening, paragraph, paragraphs, quote } from "../../scripts/samples/build-story";

const text = (words: string) => ({ type: "text", text: words });

describe("paragraph", () => {
  it("reads the three signs and leaves the rest alone", () => {
    const link = { type: "link", attrs: { href: "https://a.example.org/b_c" } };
    expect(paragraph("A **b** _c d_ [e](https://a.example.org/b_c).").content).toEqual([
      text("A "),
      { type: "text", marks: [{ type: "strong" }], text: "b" },
      text(" "),
      { type: "text", marks: [{ type: "em" }], text: "c d" },
      text(" "),
      { type: "text", marks: [link], text: "e" },
      text("."),
    ]);
  });

  it("takes no underscore inside a word for a sign", () => {
    expect(paragraph("snake_case_name").content).toEqual([text("snake_case_name")]);
  });

  it("makes a space of a line break and keeps one that does not break", () => {
    expect(paragraph("15\u00a0%\n      del total").content).toEqual([text("15\u00a0% del total")]);
  });

  it("has no content where there is no text", () => {
    expect(paragraph("")).toEqual({ type: "paragraph" });
    expect(divider()).toEqual({ type: "divider" });
  });
});

describe("paragraphs", () => {
  it("divides at empty lines", () => {
    expect(paragraphs("\n  One\n  line.\n\n  Two.\n")).toEqual([
      paragraph("One line."),
      paragraph("Two."),
    ]);
  });
});

describe("opening", () => {
  it("marks the dateline and not the dash", () => {
    expect(opening("OSTREY, 1 May", "It rained.").content).toEqual([
      { type: "text", marks: [{ type: "dateline" }], text: "OSTREY, 1 May" },
      text(" — It rained."),
    ]);
  });
});

describe("quote", () => {
  it("puts speaker and role under the words", () => {
    expect(quote(["One.", "Two."], { speaker: "Ada", role: "clerk" }).content).toEqual([
      paragraph("One."),
      paragraph("Two."),
      {
        type: "attribution",
        content: [
          { type: "speaker", content: [text("Ada")] },
          { type: "role", content: [text("clerk")] },
        ],
      },
    ]);
  });
});
