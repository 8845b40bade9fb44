import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

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
    if (error instanceof ReadError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new ReadError(reasons[code] ?? 'which cannot be read');
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'which does not exist',
  EISDIR: 'which is a folder',
  EACCES: 'which may not be read',
};

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
  for (let size = 0; ; ) {
    const chunk = Buffer.alloc(mebibyte);
    const length = readSync(file, chunk);
    if (length === 0) return new TextDecoder().decode(Buffer.concat(chunks));
    size += length;
    if (size > largest) throw new ReadError('which is larger than 32 MB');
    chunks.push(chunk.subarray(0, length));
  }
}
