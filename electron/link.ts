import { isLinkable } from "../article/link";

/** How much of an address a dialog can show. */
const maxShown = 300;

/** Null for what may not be opened. */
export function linkIn(address: string): URL | null {
  try {
    const url = new URL(address);
    return isLinkable(url) ? url : null;
  } catch {
    return null;
  }
}

/**
 * In words that cannot be forged: a host is written in ASCII (`xn--…`), without the name and password
 * that may stand before it, and then the address as the system will get it.
 */
export function linkQuestion(link: URL): { readonly message: string; readonly detail: string } {
  const { protocol, host, pathname, href } = link;
  const message =
    protocol === "mailto:" ? `Write a mail to ${shown(pathname)}?` : `Open ${host} in the browser?`;
  const isForeign = /(?:^|\.)xn--/.test(host);
  const warning = "This name has letters that can pass for others.\n\n";
  return { message, detail: `${isForeign ? warning : ""}${shown(href)}` };
}

function shown(text: string): string {
  return text.length <= maxShown ? text : `${text.slice(0, maxShown)}…`;
}
