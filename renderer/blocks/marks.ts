import type { Mark, MarkSpec } from "prosemirror-model";
import { isLinkable } from "../../article/link";
import type { HtmlMarkWriter } from "./block";

/** The address, cleaned, if it is one that a story may link to (http, https, mailto); else null. */
export function linkHref(text: string): string | null {
  const address = text.trim();
  try {
    const url = new URL(address);
    // Cleaning makes an address longer, and what is kept has to pass here again when it is read.
    return isLinkable(url) ? url.href : null;
  } catch {
    return null;
  }
}

export const markSpecs = {
  link: {
    attrs: { href: { validate: validateHref } },
    inclusive: false,
    parseDOM: [
      {
        tag: "a[href]",
        getAttrs: (dom: HTMLElement) => {
          const href = linkHref(dom.getAttribute("href") ?? "");
          return href === null ? false : { href };
        },
      },
    ],
    toDOM: (mark: Mark) => ["a", { href: hrefOf(mark), rel: "noopener noreferrer" }, 0],
  },
  em: {
    parseDOM: [{ tag: "em" }, { tag: "i" }, { style: "font-style=italic" }],
    toDOM: () => ["em", 0],
  },
  strong: {
    parseDOM: [
      { tag: "strong" },
      // Google Docs wraps a whole paste in a <b> that is not bold.
      { tag: "b", getAttrs: (dom: HTMLElement) => dom.style.fontWeight !== "normal" && null },
      {
        style: "font-weight",
        getAttrs: (value: string) => /^(?:bold|[6-9]\d\d)$/.test(value) && null,
      },
    ],
    toDOM: () => ["strong", 0],
  },
} satisfies Record<string, MarkSpec>;

export const markHtml: Readonly<Record<keyof typeof markSpecs, HtmlMarkWriter>> = {
  link: (mark) => ["a", { href: hrefOf(mark) }],
  em: () => ["em", {}],
  strong: () => ["strong", {}],
};

export function hrefOf(mark: Mark): string {
  return String(mark.attrs["href"]);
}

function validateHref(value: unknown): void {
  if (typeof value !== "string" || linkHref(value) === null) {
    throw new RangeError("a link’s address is not http, https or mailto");
  }
}
