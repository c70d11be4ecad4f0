// What a newsroom says about a story that was wrong, unclear or overtaken: the four kinds that the
// trade tells apart.

export const correctionKinds = ["correction", "clarification", "update", "retraction"] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

export function isCorrectionKind(value: unknown): value is CorrectionKind {
  return correctionKinds.some((kind) => kind === value);
}

/** `YYYY-MM-DD`, or "" where nobody said when it was made. */
export function isCorrectionDate(value: unknown): value is string {
  return typeof value === "string" && /^(\d{4}-\d{2}-\d{2})?$/.test(value);
}
