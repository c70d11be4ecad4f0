import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlText } from "../../../renderer/lib/html";

describe("htmlText", () => {
  it("writes elements, attributes and text", () => {
    expect(htmlText([["p", { class: "a", lang: "es" }, "x", ["em", {}, "y"]], "z"])).toBe(
      '<p class="a" lang="es">x<em>y</em></p>z',
    );
  });

  it("leaves out what is null, and writes a bare attribute for true", () => {
    expect(
      htmlText([null, ["input", { id: null, width: 0, disabled: true }], ["p", {}, null]]),
    ).toBe('<input width="0" disabled=""><p></p>');
  });

  it("closes no void element", () => {
    expect(
      htmlText([
        ["hr", {}],
        ["img", { src: "a" }],
      ]),
    ).toBe('<hr><img src="a">');
  });

  it("escapes text and attributes so that any text comes back as it was", () => {
    const text = fc.string({ unit: "grapheme" }).filter((words) => !/[\r\0]/.test(words));
    fc.assert(
      fc.property(text, text, (words, title) => {
        const { childNodes } = parseFragment(htmlText([["p", { title }, `.${words}`]]));
        const element = childNodes[0] as DefaultTreeAdapterTypes.Element;
        expect(element.attrs).toEqual([{ name: "title", value: title }]);
        expect(element.childNodes).toMatchObject([{ value: `.${words}` }]);
      }),
    );
  });

  it.each([
    ["script", "</script>"],
    ["script", "<!--"],
    ["style", "</style"],
  ])("refuses in %s what would end it: %j", (tag, text) => {
    expect(() => htmlText([[tag, {}, `a${text}b`]])).toThrow(tag);
  });

  it("writes style and script as they are", () => {
    expect(htmlText([["style", {}, "a > b { }"]])).toBe("<style>a > b { }</style>");
  });
});
