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
  const name = path === '-' ? 'standard input' : shortName(path);
  try {
    return { field, name, text: shell.read(path) };
  } catch (error) {
    if (error instanceof ReadError) throw fileError({ field, name }, error.message, takes);
    throw error;
  }
}

/** The end of a long path: its beginning is the same for all files of a folder. */
export function shortName(path: string): string {
  const shown = printable(path);
  return shown.length > 48 ? `"...${shown.slice(-45)}"` : `"${shown}"`;
}

/** A sentence about a file, its reason whole however long the path is. */
export function fileError({ field, name }: Pick<InputFile, 'field' | 'name'>, what: string, takes: string): InputError {
  return new InputError(field, `${name}, ${what}`, takes, [], 300);
}
