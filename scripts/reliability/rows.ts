/**
 * The faults that Stet is tried with, each under the name that its tests begin with (`R5 a full
 * disk …`). R is for what must not be lost, S for what must not get in.
 */
export const rows = {
  R1: "killed at random moments",
  R2: "the page killed or out of memory",
  R3: "ended by the system",
  R4: "power cut at every step",
  R5: "disk full",
  R6: "the profile's disk full or read-only",
  R7: "each system call failing in turn",
  R9: "read-only file, folder and disk",
  R10: "changed by another program",
  R11: "open file deleted, moved or replaced",
  R12: "one document by several paths, ten starts at once",
  R14: "closing with unsaved text",
  R16: "hostile names",
  R19: "damaged profile files",
  R20: "files cut or with a flipped bit",
  R23: "random documents with hostile text",
  R24: "10,000 paragraphs and 50 pictures",
  S1: "mutated files",
  S2: "hostile HTML",
  S3: "link schemes",
  S5: "malformed calls of the page",
  S6: "permissions",
  S7: "the page's own powers",
  S9: "content security policy",
  S10: "traversal in addresses",
  S11: "hostile documents exported",
  S12: "hostile pictures",
  S14: "no network",
} as const;

export type Row = keyof typeof rows;

export const rowNames = Object.keys(rows) as readonly Row[];
