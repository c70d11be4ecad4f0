// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { schema } from "../../../../renderer/blocks/schema";
import { doc, em, figure, link, p, picture, strong } from "../../build";
import { expectPasted, expectRoundTrip, pasted } from "../../html";

describe("a figure's markup", () => {
  it("comes back as it was", () => {
    const caption = strong("c", em("d"));
    expectRoundTrip(
      doc(
        figure({ caption, credit: "AP", alt: '<b> "q" & é', width: 3000, height: 2 }),
        figure({ caption: link("https://x.org/", "y"), media: picture(2, "avif") }),
        figure({ media: null, caption: "c" }),
      ),
    );
  });

  it("is never made of a picture that is not ours, but its words are kept", () => {
    for (const media of ["https://x.org/a.jpg", "../a.jpg", "a.svg", `${picture(1)}.exe`]) {
      expectPasted(
        `<p>x</p><figure data-media="${media}"><div class="figure-caption">c</div></figure><p>y</p>`,
        doc(p("x"), p("c"), p("y")),
      );
    }
  });

  it.each(["-1", "1.5", "1e9", "NaN", "", "1px"])("reads no size from %j", (size) => {
    const { doc: story } = pasted(
      `<p>x</p><figure data-media="${picture(1)}" data-width="${size}" data-height="20"></figure><p>y</p>`,
    );
    expect(story.child(5).attrs).toEqual({ media: picture(1), width: 0, height: 20, alt: "" });
  });
});

describe("a figure's attributes", () => {
  const check = (attrs: Readonly<Record<string, unknown>>) => () => {
    schema.nodes["figure"]?.createAndFill(attrs)?.check();
  };

  it("take what main gives", () => {
    expect(check({ media: picture(1, "webp"), width: 1, height: 99_999, alt: "x" })).not.toThrow();
    expect(check({ media: null, width: 0, height: 0, alt: "" })).not.toThrow();
  });

  it.each([
    { media: "" },
    { media: "../x.jpg" },
    { media: `${"A".repeat(64)}.jpg` },
    { media: 1 },
    { width: -1 },
    { width: 1.5 },
    { width: "30" },
    { height: 100_000 },
    { height: NaN },
    { height: null },
    { alt: null },
    { alt: 1 },
  ])("refuse %j", (attrs) => {
    expect(check(attrs)).toThrow(RangeError);
  });
});
