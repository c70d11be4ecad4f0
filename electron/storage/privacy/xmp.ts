// XMP (ISO 16684-1) says everything about a picture, from its credit to each step of its making. A
// fresh packet is written from the few properties that a reader of the page is owed.

import { parseXml, type XmlElement } from "./xml";

const dc = "http://purl.org/dc/elements/1.1/";
const photoshop = "http://ns.adobe.com/photoshop/1.0/";
const rights = "http://ns.adobe.com/xap/1.0/rights/";
const plus = "http://ns.useplus.org/ldf/xmp/1.0/";
const iptcExt = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const x = "adobe:ns:meta/";

const prefixes: Readonly<Record<string, string>> = {
  [dc]: "dc",
  [photoshop]: "photoshop",
  [rights]: "xmpRights",
  [plus]: "plus",
  [iptcExt]: "Iptc4xmpExt",
};

interface Property {
  readonly space: string;
  readonly name: string;
  /** RDF's containers, one text, or PLUS's list of licensors. */
  readonly kind: "text" | "Seq" | "Bag" | "Alt" | "licensors";
}

/** The dearest first. */
const properties: readonly Property[] = [
  { space: dc, name: "creator", kind: "Seq" },
  { space: photoshop, name: "Credit", kind: "text" },
  { space: dc, name: "rights", kind: "Alt" },
  { space: rights, name: "UsageTerms", kind: "Alt" },
  { space: rights, name: "WebStatement", kind: "text" },
  { space: rights, name: "Marked", kind: "text" },
  { space: rights, name: "Owner", kind: "Bag" },
  { space: photoshop, name: "Source", kind: "text" },
  { space: plus, name: "Licensor", kind: "licensors" },
  // Whether a machine made it.
  { space: iptcExt, name: "DigitalSourceType", kind: "text" },
  { space: dc, name: "description", kind: "Alt" },
];

interface Item {
  readonly text: string;
  readonly language: string;
}

interface Found {
  readonly property: Property;
  /** Of a licensor: name and address, each empty if it has none. */
  readonly items: readonly Item[];
}

/**
 * Author, rights and terms alone. `fits` may refuse a packet, as the one that was read may be shorter;
 * then the properties at the end are left out. Null if nothing is left or nothing was understood.
 */
export function reducedXmp(packet: Buffer, fits: (packet: Buffer) => boolean): Buffer | null {
  const found = propertiesIn(packet);
  for (; found.length > 0; found.pop()) {
    const out = Buffer.from(written(found));
    if (fits(out)) return out;
  }
  return null;
}

function propertiesIn(packet: Buffer): Found[] {
  const root = parseXml(textOf(packet));
  const top = root?.name === `${x} xmpmeta` ? root.children : root ? [root] : [];
  const descriptions = top
    .filter(({ name }) => name === `${rdf} RDF`)
    .flatMap(({ children }) => children)
    .filter(({ name }) => name === `${rdf} Description`);
  return properties.flatMap((property) => {
    for (const description of descriptions) {
      const items = itemsIn(description, property);
      if (items.length > 0) return { property, items };
    }
    return [];
  });
}

/** Empty if it is not UTF-8. Programs pad a packet with spaces or NULs. */
function textOf(packet: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(packet).replace(/\0+$/, "");
  } catch {
    return "";
  }
}

function itemsIn(description: XmlElement, { space, name, kind }: Property): readonly Item[] {
  const key = `${space} ${name}`;
  const attribute = description.attributes.get(key);
  const element = description.children.find((child) => child.name === key);
  if (!element) return kind === "licensors" ? [] : itemOf(attribute ?? "", kind);
  const listed = element.children.find(({ name: list }) => containers.includes(list))?.children;
  if (kind === "licensors") return (listed ?? []).flatMap(licensorIn);
  if (!listed) return itemOf(simple(element), kind);
  const items = listed.flatMap((li) => itemOf(simple(li), kind, li.attributes.get("xml lang")));
  return kind === "text" ? items.slice(0, 1) : items;
}

const containers = ["Seq", "Bag", "Alt"].map((name) => `${rdf} ${name}`);

function simple({ text, attributes }: XmlElement): string {
  return attributes.get(`${rdf} resource`) ?? text;
}

function itemOf(text: string, kind: Property["kind"], language = "x-default"): readonly Item[] {
  const plain = kind === "text" ? text.replace(/\s+/g, " ").trim() : text.trim();
  if (plain === "") return [];
  const isLanguage = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,6}$/.test(language);
  return [{ text: plain, language: isLanguage ? language : "x-default" }];
}

/** Two items for each: name and address. The struct stands in the item itself or in a Description. */
function licensorIn(li: XmlElement): readonly Item[] {
  const struct = li.children.find(({ name }) => name === `${rdf} Description`) ?? li;
  const [name, url] = ["LicensorName", "LicensorURL"].map((field) =>
    itemsIn(struct, { space: plus, name: field, kind: "text" }).at(0),
  );
  const none = { text: "", language: "" };
  return name || url ? [name ?? none, url ?? none] : [];
}

function written(found: readonly Found[]): string {
  const spaces = [...new Set(found.map(({ property }) => property.space))];
  const names = spaces.map((space) => ` xmlns:${prefixOf(space)}="${space}"`);
  const simple = found.filter(({ property }) => property.kind === "text");
  const attributes = simple.map(
    ({ property, items }) => ` ${tagOf(property)}="${escaped(items[0]?.text ?? "")}"`,
  );
  const elements = found.filter(({ property }) => property.kind !== "text").map(elementOf);
  const description = `<rdf:Description rdf:about=""${[...names, ...attributes].join("")}>${elements.join("")}</rdf:Description>`;
  return `<x:xmpmeta xmlns:x="${x}"><rdf:RDF xmlns:rdf="${rdf}">${description}</rdf:RDF></x:xmpmeta>`;
}

function elementOf({ property, items }: Found): string {
  const tag = tagOf(property);
  if (property.kind === "licensors") {
    const lis = items.flatMap((name, n) => {
      if (n % 2 === 1) return [];
      const attributes = [attributeOf("Name", name), attributeOf("URL", items[n + 1])].join("");
      return `<rdf:li><rdf:Description${attributes}/></rdf:li>`;
    });
    return `<${tag}><rdf:Seq>${lis.join("")}</rdf:Seq></${tag}>`;
  }
  const lis = items.map(({ text, language }) => {
    const lang = property.kind === "Alt" ? ` xml:lang="${language}"` : "";
    return `<rdf:li${lang}>${escaped(text)}</rdf:li>`;
  });
  return `<${tag}><rdf:${property.kind}>${lis.join("")}</rdf:${property.kind}></${tag}>`;
}

function attributeOf(field: string, item: Item | undefined): string {
  return item && item.text !== "" ? ` plus:Licensor${field}="${escaped(item.text)}"` : "";
}

function tagOf({ space, name }: Property): string {
  return `${prefixOf(space)}:${name}`;
}

function prefixOf(space: string): string {
  return prefixes[space] ?? "";
}

/** XML and not HTML, for text and for attributes in double quotes; a return would become a line feed. */
function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
