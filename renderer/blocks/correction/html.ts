import type { HtmlSpec } from "../../lib/html";
import type { HtmlWriter } from "../block";
import { correctionAttrs, correctionLabel } from "./spec";

const correction: HtmlWriter = (node, children, { language }) => {
  if (children.length === 0) return null;
  const { kind, date } = correctionAttrs(node);
  const label = correctionLabel(kind, language);
  const day: HtmlSpec = date === "" ? null : ["time", { datetime: date }, date];
  const [open, close] = day === null ? [label, ": "] : [`${label} (`, "): "];
  return [
    "aside",
    { class: "correction", "data-kind": kind, "data-date": date },
    ["p", {}, ["strong", { class: "correction-label" }, open, day, close], ...children],
  ];
};

export const html = { correction };
