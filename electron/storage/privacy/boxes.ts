// ISO base media boxes (ISO/IEC 14496-12, 4.2). Offsets into the file stand all over it, so nothing is
// ever moved: what is to go is overwritten where it stands.

import { latin1, Parts, pieceOf, Untold } from "./bytes";

export interface Box {
  readonly type: string;
  /** From its length on; a view of the file. */
  readonly whole: Buffer;
  readonly body: Buffer;
}

/** Throws for a box that does not fit. */
export function boxesIn(bytes: Buffer): readonly Box[] {
  const boxes: Box[] = [];
  const parts = new Parts();
  for (let at = 0; at < bytes.length;) {
    parts.next();
    const box = boxAt(bytes, at);
    if (!box) throw new Untold("cut short or altered");
    boxes.push(box);
    at += box.whole.length;
  }
  return boxes;
}

/** Null if there is none that fits. */
export function boxAt(bytes: Buffer, at: number): Box | null {
  if (at + 8 > bytes.length) return null;
  const short = bytes.readUInt32BE(at);
  if (short === 1 && at + 16 > bytes.length) return null;
  const [head, size] =
    short === 1
      ? [16, Number(bytes.readBigUInt64BE(at + 8))]
      : [8, short === 0 ? bytes.length - at : short];
  if (size < head || at + size > bytes.length) return null;
  const whole = pieceOf(bytes, at, size);
  return { type: latin1(whole, 4, 8), whole, body: whole.subarray(head) };
}

/** Makes it a box that every reader passes over. */
export function blank({ whole, body }: Box): void {
  whole.write("free", 4, "latin1");
  body.fill(0);
}

export function blankAllBut(boxes: readonly Box[], kept: readonly string[]): void {
  for (const box of boxes) if (!kept.includes(box.type)) blank(box);
}

/** Reads one number after the other; throws at the end. */
export class Numbers {
  #at = 0;

  constructor(readonly bytes: Buffer) {}

  next(size: number): number {
    const piece = pieceOf(this.bytes, this.#at, size);
    this.#at += size;
    if (size === 0) return 0;
    return size === 8 ? Number(piece.readBigUInt64BE()) : piece.readUIntBE(0, size);
  }

  rest(): Buffer {
    return this.bytes.subarray(this.#at);
  }
}
