/** `Headline — Read-only — Edited — Stet` */
export function windowTitle(title: string, edited: boolean, readOnly: boolean): string {
  const states = [...(readOnly ? ["Read-only"] : []), ...(edited ? ["Edited"] : [])];
  return [title || "New story", ...states, "Stet"].join(" — ");
}
