/** The words of a story as they once were. */
export interface Version {
  /** Names it for the other requests. */
  readonly id: string;
  /** When these words were saved, found, given up or filed, ISO 8601. */
  readonly time: string;
  readonly kind: VersionKind;
  readonly words: number;
  /** Given by the writer; "" if none. */
  readonly name: string;
  /** Of article.json, in hex. */
  readonly sha256: string;
}

/** Saved over, found changed by another program, given up by the writer, or filed. */
export const versionKinds = ["saved", "outside", "discarded", "filed"] as const;
export type VersionKind = (typeof versionKinds)[number];
