// Inside this folder a step that cannot go on throws; every exported function turns that into a
// Failure at one place, `attempt`. What is neither a Refusal nor an error of the system is a bug
// and goes through.

import { fail, ok, type Failure, type Result } from "../../article/result";

/** Writes go to a file that the writer chose; what Stet puts in its own profile is kept. */
export type Act = "read" | "write" | "keep" | "history";

/** Carries a Failure up to the nearest `attempt`. */
export class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.reason);
    this.name = "Refusal";
  }
}

export function refuse(kind: Failure["kind"], file: string, reason: string): never {
  throw new Refusal({ kind, file, reason });
}

/** Runs `work`; `file` and `act` word the reason if the system says no. */
export async function attempt<T>(
  file: string,
  act: Act,
  work: () => Promise<T>,
): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof Refusal) return fail(error.failure);
    if (isSystemError(error)) return fail(systemFailure(error, file, act));
    throw error;
  }
}

/** An error that a system call gave, as against one that Node or a library found out by itself. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}

/** True for a system error with one of these codes. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return isSystemError(error) && error.code !== undefined && codes.includes(error.code);
}

function systemFailure(error: NodeJS.ErrnoException, file: string, act: Act): Failure {
  const { kind, why, advice } = causeOf(error, act);
  switch (act) {
    case "read":
      return { kind, file, reason: `“${file}” cannot be read: ${why}. ${advice}` };
    case "write":
      return { kind, file, reason: `“${file}” was not written: ${why}. ${advice}` };
    case "keep": {
      const then = "Save your story, then check the disk that holds your profile.";
      return { kind, file, reason: `Stet cannot keep a copy of “${file}”: ${why}. ${then}` };
    }
    case "history": {
      const then = "Check the disk that holds your profile.";
      return {
        kind,
        file,
        reason: `The story’s earlier versions are out of reach: ${why}. ${then}`,
      };
    }
  }
}

interface Cause {
  readonly kind: Failure["kind"];
  readonly why: string;
  /** For a file that the writer chose. */
  readonly advice: string;
}

function causeOf(error: NodeJS.ErrnoException, act: Act): Cause {
  const reading = act === "read";
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
      return {
        kind: "missing",
        why: reading ? "it is not there" : "its folder is not there any more",
        advice: reading ? "It may have been moved, renamed or deleted." : "Choose another place.",
      };
    case "EACCES":
    case "EPERM":
      return {
        kind: "denied",
        why: reading ? "you are not allowed to read it" : "you are not allowed to write there",
        advice: reading ? "Ask its owner for access." : "Choose another name or folder.",
      };
    case "EROFS":
      return { kind: "denied", why: "its disk can only be read", advice: "Choose another disk." };
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return {
        kind: "full",
        why: "there is no space left on the disk",
        advice: "Free some space and try again, or choose another disk.",
      };
    case "ENAMETOOLONG":
      return {
        kind: "unwritable",
        why: "its name is too long for this disk",
        advice: "Choose a shorter name.",
      };
    case "EMFILE":
    case "ENFILE":
      return {
        kind: "unwritable",
        why: "too many files are open",
        advice: "Close some programs and try again.",
      };
    default:
      return {
        kind: "unwritable",
        why: `the disk reported an error (${error.code ?? error.message})`,
        advice: reading
          ? "Check the disk and try again."
          : "Choose another disk, and check this one.",
      };
  }
}
