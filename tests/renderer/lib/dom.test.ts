// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { el } from "../../../renderer/lib/dom";

describe("el", () => {
  it("makes an element with attributes and children", () => {
    const made = el("p", { class: "a", title: '"<b>' }, "x<y>", el("em", {}, "z"));
    expect(made.outerHTML).toBe('<p class="a" title="&quot;<b>">x&lt;y&gt;<em>z</em></p>');
  });

  it("leaves out attributes that are null", () => {
    expect(el("img", { alt: "", width: null }).getAttributeNames()).toEqual(["alt"]);
  });
});
