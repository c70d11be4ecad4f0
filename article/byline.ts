export interface Author {
  readonly name: string;
  readonly role: string;
}

/**
 * The people of a byline as it is printed: `By Mara Ellison and Tom Reyes, Northlight News` gives two
 * names. What follows a comma is the last one's role or agency, unless more names follow it.
 */
export function authorsOf(byline: string): readonly Author[] {
  const [people = "", ...rest] = byline
    .trim()
    .replace(/^(?:by|por|von|par|di)\s+/i, "")
    .split(/\s*[,;|/]\s*/);
  const names = people.split(/\s+(?:and|y|e|et|und|&)\s+/i).filter((name) => name !== "");
  const role = rest.filter((part) => part !== "").join(", ");
  return names.map((name, index) => ({ name, role: index === names.length - 1 ? role : "" }));
}
