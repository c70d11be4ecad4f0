import type { Node, NodeSpec } from "prosemirror-model";
import {
  isCorrectionDate,
  isCorrectionKind,
  type CorrectionKind,
} from "../../../article/correction";

export interface CorrectionAttrs {
  readonly kind: CorrectionKind;
  /** When it was made, `YYYY-MM-DD`; "" if nobody said. */
  readonly date: string;
}

/** The typed view of a correction's attributes. */
export function correctionAttrs(node: Node): CorrectionAttrs {
  return node.attrs as CorrectionAttrs;
}

const labels: Readonly<Record<string, Readonly<Record<CorrectionKind, string>>>> = {
  en: {
    correction: "Correction",
    clarification: "Clarification",
    update: "Update",
    retraction: "Retraction",
  },
  es: {
    correction: "Corrección",
    clarification: "Aclaración",
    update: "Actualización",
    retraction: "Retractación",
  },
};

/** What the reader sees before it, in the story's language where we have it, else in English. */
export function correctionLabel(kind: CorrectionKind, language: string): string {
  const known = labels[language.split("-")[0]?.toLowerCase() ?? ""] ?? labels["en"];
  return known?.[kind] ?? kind;
}

export const nodes = {
  correction: {
    group: "block",
    content: "text*",
    marks: "strong em link",
    defining: true,
    attrs: {
      kind: { default: "correction", validate: validateKind },
      date: { default: "", validate: validateDate },
    },
    parseDOM: [
      // Our own page puts label and text into a paragraph, for which the paragraph's rule must wait.
      { tag: "aside.correction > p", skip: true, priority: 60 },
      { tag: "aside.correction .correction-label", ignore: true, priority: 60 },
      { tag: "aside.correction", getAttrs: readCorrection },
    ],
    toDOM: (node) => {
      const { kind, date } = correctionAttrs(node);
      const data = { "data-kind": kind, "data-date": date };
      return ["aside", { class: "correction", ...data }, 0];
    },
  },
} as const satisfies Record<string, NodeSpec>;

function readCorrection(dom: HTMLElement): CorrectionAttrs {
  const { kind, date = "" } = dom.dataset;
  return {
    kind: isCorrectionKind(kind) ? kind : "correction",
    date: isCorrectionDate(date) ? date : "",
  };
}

function validateKind(value: unknown): void {
  if (!isCorrectionKind(value)) throw new RangeError("not a kind of correction");
}

function validateDate(value: unknown): void {
  if (!isCorrectionDate(value)) throw new RangeError("not a date like 2026-03-01");
}
