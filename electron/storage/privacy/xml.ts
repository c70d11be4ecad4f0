// Reads the XML of a picture's XMP and nothing that this does not need: no document type, so no
// entities but the five and numbers, and no names outside ASCII. What is not understood is null.

export interface XmlElement {
  /** `namespace name`, as in the attributes. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without its children's. */
  readonly text: string;
}

const most = { characters: 4 * 1024 * 1024, elements: 50_000, depth: 64, namespaces: 2000 };

const word = "[A-Za-z_][\\w.-]*";
const qualified = `${word}(?::${word})?`;
const value = `"[^"<]*"|'[^'<]*'`;
const skipped = /<!--[^]*?-->|<\?[^]*?\?>/y;
const literal = /<!\[CDATA\[([^]*?)\]\]>/y;
const closing = new RegExp(`</(${qualified})\\s*>`, "y");
const opening = new RegExp(
  `<(${qualified})((?:\\s+${qualified}\\s*=\\s*(?:${value}))*)\\s*(/?)>`,
  "y",
);
const words = /[^<]+/y;
const attribute = new RegExp(`(${qualified})\\s*=\\s*(${value})`, "g");

type Scope = ReadonlyMap<string, string>;

interface Open {
  readonly tag: string;
  readonly scope: Scope;
  readonly element: {
    name: string;
    attributes: ReadonlyMap<string, string>;
    children: XmlElement[];
    text: string;
  };
}

class Misread extends Error {}

export function parseXml(text: string): XmlElement | null {
  try {
    return parsed(text.replace(/\r\n?/g, "\n"));
  } catch (error) {
    if (error instanceof Misread) return null;
    throw error;
  }
}

function parsed(text: string): XmlElement | null {
  if (text.length > most.characters || !isPlain(text)) return null;
  const open: Open[] = [];
  let root: XmlElement | null = null;
  let [elements, namespaces] = [0, 0];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < text.length) {
    const parent = open.at(-1);
    if (take(skipped)) continue;
    const run = take(words) ?? take(literal);
    if (run) {
      const plain = run[1] ?? decoded(run[0]);
      if (parent) parent.element.text += plain;
      else if (plain.trim() !== "" && plain.trim() !== "\ufeff") return null;
      continue;
    }
    const end = take(closing);
    if (end) {
      if (open.pop()?.tag !== end[1]) return null;
      continue;
    }
    const [, tag = "", attributes = "", slash] = take(opening) ?? [];
    elements += 1;
    if (tag === "" || elements > most.elements || open.length >= most.depth) return null;
    if (!parent && root) return null;
    const pairs = pairsIn(attributes);
    namespaces += pairs.filter(([name]) => isDeclaration(name)).length;
    if (namespaces > most.namespaces) return null;
    const scope = scopeWith(pairs, parent?.scope ?? new Map([["xml", "xml"]]));
    const element = {
      name: full(tag, scope),
      attributes: named(pairs, scope),
      children: [],
      text: "",
    };
    root ??= element;
    parent?.element.children.push(element);
    if (slash === "") open.push({ tag, scope, element });
  }
  return open.length === 0 ? root : null;
}

function pairsIn(attributes: string): readonly (readonly [name: string, value: string])[] {
  return [...attributes.matchAll(attribute)].map(
    ([, name = "", quoted = ""]) =>
      [name, decoded(quoted.slice(1, -1).replace(/[\t\n]/g, " "))] as const,
  );
}

function isDeclaration(name: string): boolean {
  return name === "xmlns" || name.startsWith("xmlns:");
}

function scopeWith(pairs: ReturnType<typeof pairsIn>, outer: Scope): Scope {
  const declared = pairs.filter(([name]) => isDeclaration(name));
  if (declared.length === 0) return outer;
  return new Map([...outer, ...declared.map(([name, uri]) => [name.slice(6), uri] as const)]);
}

function named(pairs: ReturnType<typeof pairsIn>, scope: Scope): ReadonlyMap<string, string> {
  const plain = pairs.filter(([name]) => !isDeclaration(name));
  const attributes = new Map(
    plain.map(([name, text]) => [name.includes(":") ? full(name, scope) : ` ${name}`, text]),
  );
  if (attributes.size < plain.length) throw new Misread("an attribute twice");
  return attributes;
}

function full(name: string, scope: Scope): string {
  const [local = "", prefix = ""] = name.split(":").reverse();
  const uri = scope.get(prefix) ?? (prefix === "" ? "" : null);
  if (uri === null) throw new Misread("a prefix without its namespace");
  return `${uri} ${local}`;
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

function decoded(text: string): string {
  return text.replace(/&(?:([a-z]+|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)?/g, (_all, entity?: string) => {
    if (entity === undefined) throw new Misread("a bare ampersand");
    const hex = entity.startsWith("#x");
    const character = entity.startsWith("#")
      ? characterOf(Number.parseInt(entity.slice(hex ? 2 : 1), hex ? 16 : 10))
      : entities[entity];
    if (character === undefined || !isPlain(character)) throw new Misread("an unknown entity");
    return character;
  });
}

function characterOf(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** No character that XML 1.0 forbids. */
function isPlain(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return !/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u.test(text);
}
