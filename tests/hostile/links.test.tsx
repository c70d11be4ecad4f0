// @vitest-environment happy-dom

import { describe, expect, it, vi } from "vitest";
import { nothingCarried } from "../../article/article";
import { emptyMetadata } from "../../article/metadata";
import { docOf } from "../../renderer/blocks/document";
import { linkHref } from "../../renderer/blocks/marks";
import { setLink } from "../../renderer/editor/links";
import { LinkDialog } from "../../renderer/ui/link-dialog";
import { figure } from "../reliability/figures";
import { doc, p } from "../renderer/build";
import { mount } from "../renderer/keyboard";
import { show } from "../renderer/ui/page";
import { badAddresses } from "./html";

const story = doc(p("<a>words<b>"));
const cases = badAddresses.length;

describe("S3 an address that a story may not link to", () => {
  it("S3 is refused as a link", () => {
    expect(badAddresses.filter((address) => linkHref(address) !== null)).toEqual([]);
    figure("S3", { tier: "U", cases, lost: 0, worstMs: null, note: "as a link" });
  });

  it("S3 is refused at paste, as markup and over selected words", () => {
    for (const address of badAddresses) {
      const view = mount(story);
      const link = document.createElement("a");
      link.setAttribute("href", address);
      link.textContent = "a link";
      view.pasteHTML(link.outerHTML, new ClipboardEvent("paste"));
      view.pasteText(address, new ClipboardEvent("paste"));
      expect(JSON.stringify(view.state.doc)).not.toContain('"link"');
    }
    figure("S3", { tier: "U", cases, lost: 0, worstMs: null, note: "at paste" });
  });

  it("S3 is refused by the command, and what is typed into the dialog is never more than a web address", () => {
    for (const address of badAddresses) {
      const { state } = mount(story);
      expect(setLink(address)(state)).toBe(false);
      const [onLink, onOpen] = [vi.fn(), vi.fn()];
      const page = show(<LinkDialog href="" onCancel={vi.fn()} onLink={onLink} onOpen={onOpen} />);
      page.fill(page.oneOf(HTMLInputElement, "input"), address);
      page.send(page.one("form"), "submit");
      for (const [given] of onLink.mock.calls) expect(given).toMatch(/^(?:https?:|mailto:)/);
    }
    figure("S3", { tier: "U", cases, lost: 0, worstMs: null, note: "at typing" });
  });

  it("S3 is refused at opening", () => {
    for (const href of badAddresses) {
      const marks = [{ type: "link", attrs: { href } }];
      const { doc: plain } = doc(p("words"));
      const text = JSON.stringify(plain).replace(
        '"text":"words"',
        `"text":"words","marks":${JSON.stringify(marks)}`,
      );
      const content = JSON.parse(text) as Parameters<typeof docOf>[0]["content"];
      const article = { id: "", metadata: emptyMetadata, content, carried: nothingCarried };
      expect(docOf(article, "a.stet")).toMatchObject({ ok: false, failure: { kind: "damaged" } });
    }
    figure("S3", { tier: "U", cases, lost: 0, worstMs: null, note: "at opening" });
  });
});
