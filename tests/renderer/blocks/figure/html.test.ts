// @vitest-environment happy-dom
import { describe, it } from "vitest";
import { doc, em, figure, p, picture } from "../../build";
import { expectHtml } from "../../html";

const img = `<img src="media/${picture(1)}" alt="">`;
const written = (...parts: readonly string[]) =>
  `<figure class="figure">${parts.join("")}</figure>`;

describe("a figure on the page", () => {
  it("has caption and credit in elements of their own", () => {
    expectHtml(
      doc(figure({ caption: em("c"), credit: "AP", alt: 'a "b"', width: 30, height: 20 })),
      written(
        `<img src="media/${picture(1)}" alt="a &quot;b&quot;" width="30" height="20">`,
        '<figcaption><div class="figure-caption"><em>c</em></div>',
        '<div class="figure-credit">AP</div></figcaption>',
      ),
    );
  });

  it("always has an alt, and a size only if both sides are known", () => {
    expectHtml(doc(figure({ width: 30 })), written(img));
  });

  it("leaves out empty lines", () => {
    expectHtml(
      doc(figure({ credit: "AP" })),
      written(img, '<figcaption><div class="figure-credit">AP</div></figcaption>'),
    );
  });

  it("keeps the lines of a figure without a picture, and is nothing without either", () => {
    expectHtml(
      doc(figure({ media: null, caption: "c" })),
      written('<figcaption><div class="figure-caption">c</div></figcaption>'),
    );
    expectHtml(doc(figure({ media: null }), p()), "");
  });
});
