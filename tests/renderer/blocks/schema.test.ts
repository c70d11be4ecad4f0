import { describe, expect, it } from "vitest";
import { emptyMetadata, type MetadataField } from "../../../article/metadata";
import { blocks } from "../../../renderer/blocks";
import { schema } from "../../../renderer/blocks/schema";
import { doc, nodeType, p } from "../build";

describe("schema", () => {
  it("has every node and mark of every block", () => {
    for (const block of blocks) {
      for (const name of Object.keys(block.nodes)) expect(schema.nodes).toHaveProperty(name);
      for (const name of Object.keys(block.marks)) expect(schema.marks).toHaveProperty(name);
    }
  });

  it("wants the header in the order of the page, then at least one block", () => {
    expect(schema.topNodeType.spec.content).toBe("kicker headline standfirst byline block+");
  });

  it("makes paragraphs by default", () => {
    expect(doc(p()).doc.contentMatchAt(4).defaultType?.name).toBe("paragraph");
    expect(nodeType("quote").contentMatch.defaultType?.name).toBe("paragraph");
  });

  it("holds every fact about the story, empty at first", () => {
    expect(schema.topNodeType.createAndFill()?.attrs).toEqual(emptyMetadata);
  });

  it("has a check for every attribute of every node and mark", () => {
    const all = [...Object.values(schema.nodes), ...Object.values(schema.marks)];
    const unchecked = all.flatMap(({ name, spec }) =>
      Object.entries(spec.attrs ?? {})
        .filter(([, attr]) => attr.validate === undefined)
        .map(([attr]) => `${name}.${attr}`),
    );
    expect(unchecked).toEqual([]);
  });
});

describe("the story's facts as attributes", () => {
  const check = (field: string, value: unknown) => () =>
    schema.topNodeType.create({ [field]: value }, doc().doc.content).check();

  const good: Readonly<Record<MetadataField, unknown>> = {
    ...emptyMetadata,
    keywords: ["a", "b"],
    language: "pt-BR",
    created: "2024-11-14T09:00:00Z",
    embargo: "2024-11-14T09:00:00+01:00",
    urgency: 9,
    licence: "https://creativecommons.org/licenses/by/4.0/",
  };

  it.each(Object.entries(good))("take a %s of %j", (field, value) => {
    expect(check(field, value)).not.toThrow();
  });

  it.each(Object.keys(emptyMetadata))("refuse a %s that is rubbish", (field) => {
    for (const value of [null, undefined, {}, [1], -1, Symbol("x")]) {
      if (value !== undefined) expect(check(field, value)).toThrow();
    }
  });

  it.each<[MetadataField, unknown]>([
    ["language", "not a tag"],
    ["created", "14 November"],
    ["published", "2024-13-41T00:00:00Z"],
    ["urgency", 1.5],
    ["urgency", 10],
    ["licence", "javascript:1"],
    ["keywords", "a"],
    ["slug", "x".repeat(10_001)],
  ])("refuse a %s of %j", (field, value) => {
    expect(check(field, value)).toThrow(RangeError);
  });
});
