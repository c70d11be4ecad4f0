// A picture with the two lines that belong to it. Caption and credit are text of the story; the
// picture itself, its size in pixels and its alternative text are facts about the figure.

import type { Attrs, Node, NodeSpec } from "prosemirror-model";
import { isMediaName, type MediaName, type Picture } from "../../../article/media";

export interface FigureAttrs {
  /** Null while no picture is chosen. */
  readonly media: MediaName | null;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** The typed view of a figure's attributes. */
export function figureAttrs(node: Node): FigureAttrs {
  return node.attrs as FigureAttrs;
}

export function pictureAttrs(picture: Picture): Pick<FigureAttrs, "media" | "width" | "height"> {
  return { media: picture.media, width: picture.widthPx, height: picture.heightPx };
}

export const nodes = {
  figure: {
    group: "block",
    content: "caption credit",
    draggable: true,
    isolating: true,
    defining: true,
    // Its parts touch: there is no place for a caret between them.
    allowGapCursor: false,
    attrs: {
      media: { default: null, validate: validateMedia },
      width: { default: 0, validate: validatePixels },
      height: { default: 0, validate: validatePixels },
      alt: { default: "", validate: "string" },
    },
    parseDOM: [{ tag: "figure[data-media]", getAttrs: readFigure }],
    toDOM: (node) => {
      const { media, width, height, alt } = figureAttrs(node);
      const data = { "data-media": media ?? "", "data-width": width, "data-height": height };
      return ["figure", { class: "figure", ...data, "data-alt": alt }, 0];
    },
  },
  caption: {
    content: "text*",
    marks: "strong em link",
    isolating: true,
    parseDOM: [{ tag: ".figure-caption", context: "figure/" }],
    toDOM: () => ["div", { class: "figure-caption", "data-placeholder": "Caption" }, 0],
  },
  credit: {
    content: "text*",
    marks: "",
    isolating: true,
    parseDOM: [{ tag: ".figure-credit", context: "figure/" }],
    toDOM: () => [
      "div",
      { class: "figure-credit", "data-placeholder": "Credit: name / agency" },
      0,
    ],
  },
} satisfies Record<string, NodeSpec>;

function readFigure(dom: HTMLElement): Attrs | false {
  const { media, width, height, alt } = dom.dataset;
  if (media !== "" && !isMediaName(media)) return false;
  return { media: media || null, width: pixels(width), height: pixels(height), alt: alt ?? "" };
}

function pixels(text: string | undefined): number {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 && value < 100_000 ? value : 0;
}

function validateMedia(value: unknown): void {
  if (value !== null && !isMediaName(value)) throw new RangeError("media is not a picture’s name");
}

function validatePixels(value: unknown): void {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value >= 100_000) {
    throw new RangeError("a picture’s size is not a number of pixels");
  }
}
