interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * The line of an open menu that a key leads to from the one with the focus, or null for other keys:
 * arrows go round, Home and End to the ends, a letter to the next line that begins with it.
 */
export function lineToGoTo<Line extends { readonly textContent: string | null }>(
  lines: readonly Line[],
  focused: unknown,
  { key, ctrlKey, metaKey, altKey }: Key,
): Line | null {
  if (ctrlKey || metaKey || altKey) return null;
  const at = lines.findIndex((line) => line === focused);
  switch (key) {
    case "ArrowDown":
      return lines[(at + 1) % lines.length] ?? null;
    case "ArrowUp":
      return lines.at(at < 1 ? -1 : at - 1) ?? null;
    case "Home":
      return lines[0] ?? null;
    case "End":
      return lines.at(-1) ?? null;
  }
  if (key.length !== 1 || key === " ") return null;
  const begins = (line: Line): boolean =>
    line.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()) ?? false;
  return [...lines.slice(at + 1), ...lines.slice(0, at + 1)].find(begins) ?? null;
}
