const quote = 0x22;
const backslash = 0x5c;
const brace = 0x7b;
const bracket = 0x5b;

/** How many objects and lists a JSON text opens, which is what reading it costs. Strings do not count. */
export function bracketsIn(text: string): number {
  let brackets = 0;
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) isString = !isString;
    else if (isString) at += code === backslash ? 1 : 0;
    else if (code === brace || code === bracket) brackets += 1;
  }
  return brackets;
}
