import { join } from "node:path";

/** The checkout, absolute: scripts work from any current folder. */
export const root = join(import.meta.dirname, "..");
