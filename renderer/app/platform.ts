/** On a Mac the keys have other signs and some mean other things. Plain Node, without keys, has no navigator. */
export const isMac = typeof navigator !== "undefined" && navigator.platform.startsWith("Mac");
