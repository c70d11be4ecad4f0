/** What can foreseeably fail returns one of these; throwing is for bugs. It crosses the IPC bridge unchanged. */
export type Result<T, F = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<F>(failure: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure };
}

/**
 * Why something did not happen, in the terms a writer can act on.
 * `file` is the file's name (never its path); `reason` is a full sentence that says what is wrong
 * and, where it helps, what to do.
 */
export interface Failure {
  readonly kind:
    | "missing" // no such file or folder
    | "gone" // the story's own file is not where it was
    | "denied" // the system does not let us read or write it
    | "full" // no space left
    | "conflict" // changed by another program since it was opened
    | "damaged" // ours, but cut or altered
    | "foreign" // not one of our story files at all
    | "newer" // written by a later Stet
    | "picture" // not a picture that we can keep
    | "tooLarge" // above one of the caps in docs/format.md
    | "unwritable"; // any other error of the disk
  readonly file: string;
  readonly reason: string;
}

/** Closes a union: a new member that some switch forgets does not compile. */
export function assertNever(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
