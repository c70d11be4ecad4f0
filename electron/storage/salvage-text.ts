// Reads an article.json that may be cut or altered. Its lines are blocks, so one that is broken does
// not take the others along, and of the broken one the words can still be told.

import { emptyMetadata, metadataFault, type Metadata } from "../../article/metadata";
import { bracketsIn } from "../../article/brackets";
import { maxBrackets, maxNodes } from "../../article/format";
import { isRecord } from "./salvage-blocks";

export interface FoundText {
  /** Null if it cannot be read any more. */
  readonly id: string | null;
  /** What cannot be read is empty. */
  readonly metadata: Metadata;
  readonly isMetadataWhole: boolean;
  /** As they were read, or as paragraphs with their words. */
  readonly blocks: readonly unknown[];
  /** How many blocks could not be read as such. */
  readonly broken: number;
  /** Whether the end is missing. */
  readonly isCut: boolean;
}

// What an honest text stays below, so that a hostile one costs no more than a second.
const maxBroken = 10_000;
const maxHead = 4 * 1024 * 1024;
const maxBlock = 4 * 1024 * 1024;

const quote = 0x22;
const backslash = 0x5c;

export function readLoosely(text: string): FoundText {
  const whole = bracketsIn(text) > maxBrackets ? undefined : parsed(text);
  const top = isRecord(whole) ? whole : {};
  const content = isRecord(top["content"]) ? top["content"]["content"] : null;
  const { blocks, broken } = Array.isArray(content)
    ? { blocks: content as unknown[], broken: 0 }
    : blocksIn(text);
  const isCut = whole === undefined && !text.includes("\n]}}");
  return { ...factsIn(top, text.slice(0, maxHead)), blocks, broken, isCut };
}

/** A line that does not begin with a brace is what is left of the one before. */
function blocksIn(text: string): Pick<FoundText, "blocks" | "broken"> {
  const blocks: unknown[] = [];
  let broken = 0;
  let brackets = 0;
  const lastEnd = text.indexOf("\n]}}");
  const last = lastEnd < 0 ? text.length : lastEnd;
  for (let start = 0; start < last && blocks.length < maxNodes && broken < maxBroken;) {
    const next = text.indexOf("\n{", start);
    const end = next < 0 ? last : Math.min(next, last);
    const line = text.slice(start, end);
    start = end + 1;
    brackets += bracketsIn(line);
    const isMuch = line.length > maxBlock || brackets > maxBrackets;
    const block = isMuch ? undefined : parsed(line.replace(/,\s?$/, ""));
    if (isRecord(block) && typeof block["type"] === "string") {
      blocks.push(block);
    } else if (line.includes('"text":"') || line.startsWith('{"type"')) {
      broken += 1;
      const words = wordsIn(line);
      if (words.length > 0) blocks.push({ type: "paragraph", content: words });
    }
  }
  return { blocks, broken };
}

/** The texts of a broken line, also one that ends in the middle. */
function wordsIn(line: string): readonly { readonly type: "text"; readonly text: string }[] {
  const key = '"text":"';
  const words: { type: "text"; text: string }[] = [];
  let at = line.indexOf(key);
  for (let tries = 0; at >= 0 && tries < maxNodes; tries += 1) {
    const start = at + key.length;
    const end = stringEnd(line, start);
    const text = unescaped(line.slice(start, Math.min(end, start + maxBlock)));
    if (text !== "") words.push({ type: "text", text });
    at = line.indexOf(key, end);
  }
  return words;
}

/** An escape that was cut off, or that the damage made, is left out. */
function unescaped(text: string): string {
  if (!text.includes("\\")) return text.replaceAll("\n", " ");
  const value = parsed(`"${text}"`);
  if (typeof value === "string") return value;
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\\(?:u[0-9a-f]{0,3}|n|t|r|b|f)?/gi, "");
}

function factsIn(
  top: Readonly<Record<string, unknown>>,
  head: string,
): Pick<FoundText, "id" | "metadata" | "isMetadataWhole"> {
  const known = isRecord(top["metadata"]) ? top["metadata"] : {};
  let isMetadataWhole = true;
  const fields = Object.entries(emptyMetadata).map(([name, empty]) => {
    const value = known[name] ?? memberIn(head, name);
    const isGood = metadataFault(name as keyof Metadata, value) === null;
    if (!isGood) isMetadataWhole = false;
    return [name, isGood ? value : empty];
  });
  const id = top["id"] ?? memberIn(head, "id");
  const isId = typeof id === "string" && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
  return {
    id: isId ? id : null,
    metadata: Object.fromEntries(fields) as Metadata,
    isMetadataWhole,
  };
}

/** A member's value where the whole is no JSON any more; undefined if it has none. */
function memberIn(head: string, name: string): unknown {
  const key = `"${name}":`;
  const at = head.indexOf(key);
  if (at < 0) return undefined;
  const start = at + key.length;
  if (head[start] === '"') return parsed(head.slice(start, stringEnd(head, start + 1) + 1));
  if (head[start] === "[") return parsed(head.slice(start, head.indexOf("]", start) + 1));
  return parsed(/^\d{1,3}/.exec(head.slice(start, start + 3))?.[0] ?? "");
}

/** Where the string that begins at `start` ends: its closing quote, or the end of the text. */
function stringEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at += 1;
  }
  return text.length;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
