import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { gunzipped } from './gunzip.js';

/** Why a file cannot be read, in words that follow its name. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
}

const mebibyte = 1024 * 1024;
const largest = 32 * mebibyte;

/** The text of a file, `-` for standard input. @throws ReadError where it cannot be read or is larger than 32 MB. */
export function read(path: string): string {
  try {
    return path === '-' ? textOf(0) : textOfFile(path);
  } catch (error) {
    throw readErrorOf(error);
  }
}

/** The code of a file error of Node, such as ENOENT; empty for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'which does not exist',
  EISDIR: 'which is a folder',
  EACCES: 'which may not be read',
};

/** The bytes of a file, `-` for standard input, in parts that are to be used before the next is asked for. */
export interface Parts {
  /** How many bytes there are, where it is a file that is known to end. */
  readonly size?: number;
  readonly parts: Iterable<Uint8Array>;
}

/** Opens a file to read it in parts, unpacked where it is gzip. @throws ReadError where it cannot be read, here or at a part. */
export function readParts(path: string): Parts {
  try {
    const file = path === '-' ? 0 : openSync(path, 'r');
    const stats = fstatSync(file);
    if (stats.isDirectory()) throw new ReadError('which is a folder');
    if (/\.gz$/i.test(path)) return { parts: unpackedOf(file) };
    return { ...(stats.isFile() && { size: stats.size }), parts: partsOf(file) };
  } catch (error) {
    throw readErrorOf(error);
  }
}

function* partsOf(file: number): Generator<Uint8Array> {
  const part = Buffer.alloc(mebibyte / 4);
  try {
    for (;;) {
      const length = readSome(file, part);
      if (length === 0) return;
      yield part.subarray(0, length);
    }
  } catch (error) {
    throw readErrorOf(error);
  } finally {
    if (file !== 0) closeSync(file);
  }
}

function* unpackedOf(file: number): Generator<Uint8Array> {
  try {
    yield* gunzipped(partsOf(file));
  } catch (error) {
    throw codeOf(error).startsWith('Z_') ? new ReadError('which is damaged or not whole (gzip)') : error;
  }
}

/** The names of the files of a folder, in the order of letters; undefined where it is none. */
export function folder(path: string): readonly string[] | undefined {
  try {
    return path !== '-' && statSync(path).isDirectory() ? readdirSync(path).sort() : undefined;
  } catch {
    return undefined;
  }
}

function readErrorOf(error: unknown): unknown {
  return error instanceof ReadError ? error : new ReadError(reasons[codeOf(error)] ?? 'which cannot be read');
}

function textOfFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).isDirectory()) throw new ReadError('which is a folder');
    return textOf(file);
  } finally {
    closeSync(file);
  }
}

function textOf(file: number): string {
  const chunks: Buffer[] = [];
  const chunk = Buffer.alloc(mebibyte);
  for (let size = 0; ; ) {
    const length = readSome(file, chunk);
    if (length === 0) return decoded(Buffer.concat(chunks));
    size += length;
    if (size > largest) throw new ReadError('which is larger than 32 MB');
    chunks.push(Buffer.from(chunk.subarray(0, length)));
  }
}

/** UTF-8, or UTF-16 where the file begins with its mark of byte order. */
function decoded(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** How many bytes came, none at the end. A pipe whose writer is slower says that it has nothing yet: it is asked again. */
function readSome(file: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(file, chunk);
    } catch (error) {
      if (codeOf(error) === 'EOF') return 0;
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
