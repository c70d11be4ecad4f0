// @vitest-environment happy-dom
import * as fc from "fast-check";
import { DOMSerializer } from "prosemirror-model";
import { describe, expect, it } from "vitest";
import { hrefOf, linkHref } from "../../../renderer/blocks/marks";
import { schema } from "../../../renderer/blocks/schema";
import { doc, em, link, p, strong } from "../build";
import { expectHtml, expectPasted, expectRoundTrip } from "../html";

describe("linkHref", () => {
  it.each([
    ["https://x.org", "https://x.org/"],
    ["  HTTP://X.org/a b?q=ä  ", "http://x.org/a%20b?q=%C3%A4"],
    ["mailto:jo@x.org", "mailto:jo@x.org"],
  ])("cleans %j", (text, href) => {
    expect(linkHref(text)).toBe(href);
  });

  it.each([
    "",
    "x.org",
    "/a",
    "#a",
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "stet-media://1/a.jpg",
    "https://",
    `https://x.org/${"a".repeat(4000)}`,
  ])("refuses %j", (text) => {
    expect(linkHref(text)).toBeNull();
  });

  it("gives only addresses that it takes again unchanged, so that a saved link is always read", () => {
    const text = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string({ unit: "binary", maxLength: 60 }).map((path) => `https://x.org/${path}`),
      fc.string({ unit: "binary" }).map((path) => `mailto:${path}`),
      fc.integer({ min: 600, max: 720 }).map((length) => `https://x.org/${"ж".repeat(length)}`),
    );
    fc.assert(
      fc.property(text, (address) => {
        const href = linkHref(address);
        if (href !== null) expect(linkHref(href)).toBe(href);
      }),
    );
  }, 30_000);
});

describe("link", () => {
  const check = (href: unknown) => () =>
    schema.node("paragraph", null, [schema.text("x", [schema.mark("link", { href })])]).check();

  it("takes the addresses that a story may link to", () => {
    expect(check("https://x.org/")).not.toThrow();
    expect(check("mailto:jo@x.org")).not.toThrow();
  });

  it.each(["javascript:alert(1)", "", "x.org", null, 1, { href: "https://x.org/" }])(
    "refuses %j in a file",
    (href) => {
      expect(check(href)).toThrow(RangeError);
    },
  );

  it("opens nothing that could reach back to the editor's page", () => {
    const element = document.createElement("div");
    element.append(
      DOMSerializer.fromSchema(schema).serializeFragment(
        doc(p(link("https://x.org/", "x"))).doc.content,
      ),
    );
    expect(element.querySelector("a")?.rel).toBe("noopener noreferrer");
  });

  it("is dropped from pasted text when its address is not allowed; its words stay", () => {
    expectPasted(
      '<p>a <a href="javascript:alert(1)">b</a> <a href="https://x.org">c</a> <a name="d">d</a></p>',
      doc(p("a b ", link("https://x.org/", "c"), " d")),
    );
  });
});

describe("hrefOf", () => {
  it("is the mark's address", () => {
    expect(hrefOf(schema.mark("link", { href: "https://x.org/" }))).toBe("https://x.org/");
  });
});

describe("strong and em", () => {
  it("are read from what other programs write", () => {
    expectPasted(
      '<p>a <b>b</b> <i>c</i> <span style="font-weight: 700">d</span> <span style="font-weight: bold">e</span> <span style="font-style: italic">f</span> <span style="font-weight: 400">g</span></p>',
      doc(
        p("a ", strong("b"), " ", em("c"), " ", strong("d"), " ", strong("e"), " ", em("f"), " g"),
      ),
    );
  });

  it("are not made of the b that Google Docs wraps a paste in", () => {
    expectPasted('<b style="font-weight:normal"><p>a</p><p>b</p></b>', doc(p("a"), p("b")));
  });

  it("come back as they were", () => {
    expectRoundTrip(doc(p(strong("a", em("b")), em("c"), link("https://x.org/", strong(em("d"))))));
  });

  it("nest on the page from link over em to strong, and neighbours share an element", () => {
    expectHtml(
      doc(p(em("a", strong("b")), link("https://x.org/", em("c"), "d"))),
      '<p><em>a<strong>b</strong></em><a href="https://x.org/"><em>c</em>d</a></p>',
    );
  });
});
