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

/** Tries each bad address; `taken` says where one has come through. */
function refuseAll(note: string, taken: (address: string) => boolean): void {
  const lost = badAddresses.filter(taken);
  const cases = badAddresses.length;
  figure("S3", { tier: "U", cases, lost: lost.length, worstMs: null, note });
  expect(lost).toEqual([]);
}

describe("S3 an address that a story may not link to", () => {
  it("S3 is refused as a link", () => {
    refuseAll("as a link", (address) => linkHref(address) !== null);
  });

  it("S3 is refused at paste, as markup and over selected words", () => {
    refuseAll("at paste", (address) => {
      const view = mount(story);
      const link = document.createElement("a");
      link.setAttribute("href", address);
      link.textContent = "a link";
      view.pasteHTML(link.outerHTML, new ClipboardEvent("paste"));
      view.pasteText(address, new ClipboardEvent("paste"));
      return JSON.stringify(view.state.doc).includes('"link"');
    });
  });

  it("S3 is refused by the command, and what is typed into the dialog is never more than a web address", () => {
    refuseAll("at typing", (address) => {
      const { state } = mount(story);
      if (setLink(address)(state)) return true;
      const [onLink, onOpen] = [vi.fn(), vi.fn()];
      const page = show(<LinkDialog href="" onCancel={vi.fn()} onLink={onLink} onOpen={onOpen} />);
      page.fill(page.oneOf(HTMLInputElement, "input"), address);
      page.send(page.one("form"), "submit");
      return onLink.mock.calls.some(([given]) => !/^(?:https?:|mailto:)/.test(String(given)));
    });
  });

  it("S3 is refused at opening", () => {
    refuseAll("at opening", (href) => {
      const marks = [{ type: "link", attrs: { href } }];
      const { doc: plain } = doc(p("words"));
      const text = JSON.stringify(plain).replace(
        '"text":"words"',
        `"text":"words","marks":${JSON.stringify(marks)}`,
      );
      const content = JSON.parse(text) as Parameters<typeof docOf>[0]["content"];
      const article = { id: "", metadata: emptyMetadata, content, carried: nothingCarried };
      const opened = docOf(article, "a.stet");
      return opened.ok || opened.failure.kind !== "damaged";
    });
  });
});
