/** `Headline — Edited — Stet` */
export function windowTitle(title: string, edited: boolean): string {
  return [title || "New story", ...(edited ? ["Edited"] : []), "Stet"].join(" — ");
}
