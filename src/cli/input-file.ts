import { InputError } from '../core/values/input-error.js';
import { printable } from './flags/printable.js';
import { ReadError } from './read-file.js';
import type { Shell } from './shell.js';

/** A file that the user named: its name for sentences, and its text. */
export interface InputFile {
  /** The flag or argument that named it. */
  readonly field: string;
  readonly name: string;
  readonly text: string;
}

/** Reads what a flag or an argument names, `-` for standard input. @throws InputError where it cannot be read. */
export function readInput(path: string, field: string, takes: string, shell: Shell): InputFile {
  const name = path === '-' ? 'standard input' : `"${printable(path)}"`;
  try {
    return { field, name, text: shell.read(path) };
  } catch (error) {
    if (error instanceof ReadError) throw new InputError(field, `${name}, ${error.message}`, takes);
    throw error;
  }
}
