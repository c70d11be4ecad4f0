// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { correctionLabel } from "../../../../renderer/blocks/correction/spec";
import { schema } from "../../../../renderer/blocks/schema";
import { apply, block, doc, em, p } from "../../build";
import { commandOf } from "../../commands";
import { expectHtml, expectPageRoundTrip, expectRoundTrip } from "../../html";
import { expectKeys, mount } from "../../keyboard";

const date = "2026-03-01";
const correction = block("correction", { kind: "correction", date });
const retraction = block("correction", { kind: "retraction", date: "" });

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(`${date}T08:30:00Z`) });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("insert.correction", () => {
  const insert = commandOf("insert.correction");

  it("puts one behind the block, dated today", () => {
    apply(doc(p("a<a>b")), insert, doc(p("ab"), correction("<a>")));
  });

  it("takes the place of an empty paragraph", () => {
    apply(doc(p("<a>")), insert, doc(correction("<a>")));
  });
});

describe("keys in a correction", () => {
  it("Enter gives up an empty one, Backspace at the start makes a paragraph of it", () => {
    expectKeys(doc(correction("<a>")), ["Enter"], doc(p("<a>")));
    expectKeys(doc(p("x"), correction("<a>y")), ["Backspace"], doc(p("x"), p("<a>y")));
  });

  it("Mod-Enter goes on behind it", () => {
    expectKeys(doc(correction("a<a>b")), ["Mod-Enter"], doc(correction("ab"), p("<a>")));
  });
});

describe("a correction's markup", () => {
  it("comes back as it was", () => {
    expectRoundTrip(doc(correction("a ", em("b")), retraction()));
    expectPageRoundTrip(correction("a ", em("b")), retraction("c"));
  });

  it("names its kind and day to the reader, and is nothing when it is empty", () => {
    expectHtml(
      doc(correction("It was Tuesday."), retraction()),
      `<aside class="correction" data-kind="correction" data-date="${date}"><p><strong class="correction-label">Correction (<time datetime="${date}">${date}</time>): </strong>It was Tuesday.</p></aside>`,
    );
  });

  it("speaks the story's language where it can", () => {
    expect(correctionLabel("correction", "es-ES")).toBe("Corrección");
    expect(correctionLabel("update", "en")).toBe("Update");
    expect(correctionLabel("retraction", "qu")).toBe("Retraction");
  });

  it("takes no other kind and no other date", () => {
    for (const attrs of [{ kind: "rumour" }, { date: "yesterday" }, { date: 3 }]) {
      expect(() => schema.node("correction", attrs).check()).toThrow();
    }
  });
});

describe("a correction in the editor", () => {
  it("changes its kind in place, as one step that undo takes back", () => {
    const view = mount(doc(correction("a<a>")));
    const select = view.dom.querySelector("select");
    if (!select) throw new Error("no kind to choose");
    select.value = "update";
    select.dispatchEvent(new Event("change"));
    expect(view.state.doc.lastChild?.attrs).toEqual({ kind: "update", date });
  });
});
