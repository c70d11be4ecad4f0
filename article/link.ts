/** What a story may link to, as `URL.protocol` gives it. */
const schemes: readonly string[] = ["http:", "https:", "mailto:"];

const maxLength = 4000;

/** Whether a story may link to that address, given as a parsed URL. */
export function isLinkable({ protocol, href }: { protocol: string; href: string }): boolean {
  return schemes.includes(protocol) && href.length <= maxLength;
}
