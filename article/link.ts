/** What a story may link to, as `URL.protocol` gives it. */
export const linkSchemes: readonly string[] = ["http:", "https:", "mailto:"];

export const maxLinkLength = 4000;
