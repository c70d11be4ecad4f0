/** A picture that cannot be taken apart to its end, so nobody knows what it would give away. */
export class Untold extends Error {
  /** `why` ends “this picture is …”. */
  constructor(
    readonly why: "cut short or altered" | "of a rare make" | "not a picture that Stet can show",
  ) {
    super(why);
    this.name = "Untold";
  }
}

/** A view of exactly that many bytes; throws where `subarray` would give fewer. */
export function pieceOf(bytes: Buffer, from: number, length: number): Buffer {
  if (from < 0 || length < 0 || from + length > bytes.length) {
    throw new Untold("cut short or altered");
  }
  return bytes.subarray(from, from + length);
}

/** Counts the parts of a picture. Millions of them are only there to keep a program busy. */
export class Parts {
  #count = 0;

  next(): void {
    this.#count += 1;
    if (this.#count > 200_000) throw new Untold("of a rare make");
  }
}

export function latin1(bytes: Buffer, from = 0, to = bytes.length): string {
  return bytes.toString("latin1", from, to);
}

export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
