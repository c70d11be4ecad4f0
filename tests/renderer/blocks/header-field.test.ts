// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { schema } from "../../../renderer/blocks/schema";
import {
  block,
  by,
  byline,
  doc,
  figure,
  headline,
  hr,
  kicker,
  li,
  p,
  pullquote,
  quote,
  standfirst,
  stateOf,
  subhead,
  ul,
} from "../build";
import { expectKeys, mount, press } from "../keyboard";
import { shown } from "../shown";

const fields = [
  { name: "kicker", field: kicker },
  { name: "headline", field: headline },
  { name: "standfirst", field: standfirst },
  { name: "byline", field: byline },
];

describe("Enter in the header", () => {
  it("walks from the kicker down to the body and types into each field", () => {
    expectKeys(
      doc(kicker("<a>")),
      ["text:K", "Enter", "text:H", "Enter", "text:S", "Enter", "text:B", "Enter", "text:T"],
      doc(kicker("K"), headline("H"), standfirst("S"), byline("B"), p("T<a>")),
    );
  });

  it("splits no field, whether the caret stands in it or a part is selected", () => {
    expectKeys(doc(headline("a<a>b")), ["Enter"], doc(headline("ab"), standfirst("<a>")));
    expectKeys(doc(headline("<a>a<b>b")), ["Enter"], doc(headline("ab"), standfirst("<a>")));
  });

  it("goes from the byline into the body's first paragraph, empty or not", () => {
    expectKeys(doc(byline("B<a>"), p("x")), ["Enter"], doc(byline("B"), p("<a>x")));
    expectKeys(doc(byline("B<a>"), p(), hr()), ["Enter"], doc(byline("B"), p("<a>"), hr()));
  });

  const leads = [
    ["a quote", quote(p("q"), by())],
    ["a picture", figure({ caption: "c" })],
    ["a subhead", subhead("s")],
    ["a list", ul(li(p("i")))],
    ["a pull quote", pullquote("l")],
    ["a divider", hr()],
  ] as const;

  it.each(leads)("begins a paragraph between the byline and %s", (_, lead) => {
    const before = doc(byline("B<a>"), lead);
    expectKeys(before, ["Enter"], doc(byline("B"), p("<a>"), lead));
    expectKeys(before, ["Enter", "text:T"], doc(byline("B"), p("T<a>"), lead));
    expectKeys(before, ["Enter", "Backspace"], before);
    expectKeys(doc(byline("B<a>"), p("x"), lead), ["Enter"], doc(byline("B"), p("<a>x"), lead));
  });

  it("takes out what is selected from one field to another", () => {
    expectKeys(
      doc(headline("he<a>ad"), byline("By"), p("te<b>xt")),
      ["Enter"],
      doc(headline("he<a>"), p("xt")),
    );
  });
});

describe("Tab and Shift-Tab in the header", () => {
  it("walk to and fro", () => {
    expectKeys(
      doc(headline("a<a>b"), byline("B")),
      ["Tab", "Tab"],
      doc(headline("ab"), byline("<a>B")),
    );
    expectKeys(
      doc(headline("ab"), byline("<a>B")),
      ["Shift-Tab", "Shift-Tab"],
      doc(headline("ab<a>"), byline("B")),
    );
  });

  it("walk on into the first block, whatever it is", () => {
    const pictured = (caption: string) => figure({ caption });
    expectKeys(doc(byline("B<a>"), pictured("c")), ["Tab"], doc(byline("B"), pictured("<a>c")));
  });

  it("stays in the first field", () => {
    expectKeys(doc(kicker("K<a>")), ["Shift-Tab"], doc(kicker("K<a>")));
  });
});

describe.each(["Backspace", "Mod-Backspace", "Shift-Backspace", "Alt-Backspace"])(
  "%s at the start of a header field",
  (key) => {
    it("goes to the end of the field before and joins nothing", () => {
      expectKeys(
        doc(headline("head"), standfirst("<a>s")),
        [key],
        doc(headline("head<a>"), standfirst("s")),
      );
    });

    it("does nothing in the first field", () => {
      expectKeys(doc(kicker("<a>K")), [key], doc(kicker("<a>K")));
    });
  },
);

describe.each(["Delete", "Mod-Delete", "Alt-Delete"])("%s at the end of a header field", (key) => {
  it.each(fields)("takes nothing in from behind the $name", ({ field, name }) => {
    const next = fields[fields.findIndex((one) => one.name === name) + 1]?.field ?? p;
    expectKeys(doc(field("x<a>"), next("y")), [key], doc(field("x<a>"), next("y")));
  });

  it("does nothing in front of a quote or a picture", () => {
    const quoted = quote(p("q"), by());
    expectKeys(doc(byline("x<a>"), quoted), [key], doc(byline("x<a>"), quoted));
    expectKeys(doc(byline("x<a>"), figure()), [key], doc(byline("x<a>"), figure()));
  });
});

describe("deleting inside a header field", () => {
  it("takes one character to the left or right", () => {
    expectKeys(doc(headline("ab<a>cd")), ["Backspace", "Delete"], doc(headline("a<a>d")));
  });

  it("takes what is selected", () => {
    expectKeys(doc(headline("a<a>bc<b>d")), ["Backspace"], doc(headline("a<a>d")));
  });
});

describe("a header field", () => {
  it.each(["headline", "standfirst", "byline"])("never makes a block of its %s", (name) => {
    for (const text of ["--- ", "> ", "## ", "- ", "1. ", "/"]) {
      expectKeys(doc(block(name)("<a>")), [`text:${text}`], doc(block(name)(`${text}<a>`)));
    }
  });

  it("is never picked up whole, so that no key can take it out of the story", () => {
    for (const { name } of fields) expect(schema.nodes[name]?.spec.selectable).toBe(false);
  });

  it("lets nothing but its own marks stand in it", () => {
    const allowed = fields.map(({ name }) =>
      Object.values(schema.marks)
        .filter((mark) => schema.nodes[name]?.allowsMarkType(mark))
        .map((mark) => mark.name),
    );
    const text = ["link", "em", "strong"];
    expect(allowed).toEqual([[], ["em"], text, text]);
  });
});

describe("Select all", () => {
  const full = doc(
    kicker("K"),
    headline("H"),
    byline("B"),
    p("x<a>"),
    quote(p("q"), by("Jo")),
    figure(),
  );

  it.each(["Backspace", "Delete"])("and %s leaves an empty story that can be typed into", (key) => {
    expectKeys(full, ["Mod-a", key], doc(kicker("<a>")));
  });

  it("and typing begins the story anew", () => {
    expectKeys(full, ["Mod-a", "text:ab"], doc(kicker("ab<a>")));
  });

  it("keeps the facts about the story", () => {
    const view = mount(full);
    press(view, "Mod-a", "Delete");
    expect(view.state.doc.attrs).toEqual(full.doc.attrs);
    expect(shown(view.state)).toBe(shown(stateOf(doc(kicker("<a>")))));
  });
});
