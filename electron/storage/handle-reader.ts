import { RandomAccessReader } from "yauzl";
import { readRange, type FileHandle } from "./disk";

/**
 * Lets yauzl read from an open file. It asks for a directory in pieces of some 50 bytes, so the end of
 * the file is fetched at once and answered from memory: 1,000 pictures cost one read instead of 2,000.
 */
export class HandleReader extends RandomAccessReader {
  readonly #handle: FileHandle;
  readonly #size: number;
  readonly #tail: Buffer;
  readonly #tailStart: number;

  private constructor(handle: FileHandle, size: number, tail: Buffer) {
    super();
    this.#handle = handle;
    this.#size = size;
    this.#tail = tail;
    this.#tailStart = size - tail.length;
  }

  static async over(handle: FileHandle, size: number): Promise<HandleReader> {
    const length = Math.min(size, 256 * 1024);
    return new HandleReader(handle, size, await readRange(handle, size - length, length));
  }

  /** yauzl's typings leave out the count, its code asks for it. */
  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    if (position + length > this.#size) {
      callback(new Error("beyond the end of the file"));
    } else if (position >= this.#tailStart) {
      const start = position - this.#tailStart;
      callback(null, this.#tail.copy(buffer, offset, start, start + length));
    } else {
      readRange(this.#handle, position, length).then(
        (bytes) => callback(null, bytes.copy(buffer, offset)),
        callback,
      );
    }
  }
}
