import type { HtmlWriter } from "../block";
import { figureAttrs } from "./spec";

/** Caption and credit stand in elements of their own, so that neither is lost when a page is reused. */
const figure: HtmlWriter = (node, children, page) => {
  const { media, width, height, alt } = figureAttrs(node);
  if (media === null && node.textContent === "") return null;
  const size = width > 0 && height > 0 ? { width, height } : {};
  const picture =
    media === null ? null : (["img", { src: page.pictureUrl(media), alt, ...size }] as const);
  const lines = children.filter((child) => child !== null);
  const figcaption = lines.length === 0 ? null : (["figcaption", {}, ...lines] as const);
  return ["figure", { class: "figure" }, picture, figcaption];
};

const caption: HtmlWriter = (_, children) =>
  children.length === 0 ? null : ["div", { class: "figure-caption" }, ...children];

const credit: HtmlWriter = (_, children) =>
  children.length === 0 ? null : ["div", { class: "figure-credit" }, ...children];

export const html = { figure, caption, credit };
