// All of storage reaches the disk through a `Disk`, so that a test can make any one call fail.

import { createHash } from "node:crypto";
import { constants, type BigIntStats } from "node:fs";
import * as fs from "node:fs/promises";
import { basename } from "node:path";
import { crc32 } from "node:zlib";
import { hasCode, refuse } from "./failure";

export type Disk = Pick<
  typeof fs,
  | "access"
  | "lstat"
  | "mkdir"
  | "open"
  | "readdir"
  | "readlink"
  | "realpath"
  | "rename"
  | "rm"
  | "rmdir"
  | "stat"
  | "unlink"
>;

export type FileHandle = fs.FileHandle;

/** Pictures are read and written in pieces of this size: in 64 KB ones a save of 200 MB takes half as long again. */
export const pieceBytes = 1024 * 1024;

export const nodeDisk: Disk = fs;

/** Where a file is and what it weighs: two equal stamps are one and the same state of one file. */
export function stampOf(stat: BigIntStats): string {
  return [stat.dev, stat.ino, stat.size, stat.mtimeNs, stat.ctimeNs].join(":");
}

/**
 * Opens a regular file for reading and refuses all else. O_NONBLOCK (absent on Windows) lets a
 * FIFO open at once, where it would wait for a writer for ever.
 */
export async function openRegular(
  path: string,
  disk: Disk,
): Promise<{ readonly handle: FileHandle; readonly stat: BigIntStats }> {
  const handle = await disk.open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = await handle.stat({ bigint: true });
    if (!stat.isFile()) {
      refuse("foreign", basename(path), `“${basename(path)}” is ${kindOf(stat)}. Choose a file.`);
    }
    return { handle, stat };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** For a sentence about something that is no ordinary file. */
export function kindOf(stat: { isDirectory(): boolean }): string {
  return stat.isDirectory() ? "a folder" : "not an ordinary file";
}

/** Null when nothing stands there. */
export async function statOrNull(path: string, disk: Disk): Promise<BigIntStats | null> {
  try {
    return await disk.stat(path, { bigint: true });
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** Reads exactly that range; fewer bytes only where the file ends. */
export async function readRange(
  handle: FileHandle,
  start: number,
  length: number,
): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, start + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

/**
 * That range piece by piece, in one and the same buffer: a piece is good until the next one is asked for.
 * Ends early only where the file does.
 */
export async function* piecesOf(
  handle: FileHandle,
  start: number,
  length: number,
): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(Math.min(pieceBytes, length));
  for (let done = 0; done < length;) {
    const wanted = Math.min(buffer.length, length - done);
    const { bytesRead } = await handle.read(buffer, 0, wanted, start + done);
    if (bytesRead === 0) return;
    done += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** The CRC-32 of that range, as far as the file has it. */
export async function crcIn(handle: FileHandle, start: number, length: number): Promise<number> {
  let crc = 0;
  for await (const piece of piecesOf(handle, start, length)) crc = crc32(piece, crc);
  return crc;
}

/** Reads a whole regular file; null if it has more than `maxBytes`. */
export async function readBounded(
  path: string,
  maxBytes: number,
  disk: Disk,
): Promise<Buffer | null> {
  const { handle, stat } = await openRegular(path, disk);
  try {
    return stat.size > maxBytes ? null : await readRange(handle, 0, Number(stat.size));
  } finally {
    await handle.close();
  }
}

/** A write may take fewer bytes than it was given (a disk that fills does so): go on or fail. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done);
    if (bytesWritten === 0) throw lostWrite("nothing was written");
    done += bytesWritten;
  }
}

/** For bytes that did not arrive though no call failed: the error that the system owed us. */
export function lostWrite(message: string): Error {
  return Object.assign(new Error(message), { code: "EIO", syscall: "write" });
}

/** The sha256 of a whole file, in hex, read piece by piece. */
export async function hashFile(path: string, disk: Disk): Promise<string> {
  const { handle } = await openRegular(path, disk);
  try {
    const hash = createHash("sha256");
    for await (const piece of piecesOf(handle, 0, Infinity)) hash.update(piece);
    return hash.digest("hex");
  } finally {
    await handle.close();
  }
}
