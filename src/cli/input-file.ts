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
function shortName(path: string): string {
  const shown = printable(path);
  return shown.length > 48 ? `"...${shown.slice(-45)}"` : `"${shown}"`;
}

/** A sentence about a file, its reason whole however long the path is. */
export function fileError({ field, name }: Pick<InputFile, 'field' | 'name'>, what: string, takes: string): InputError {
  return new InputError(field, `${name}, ${what}`, takes, 300);
}

/** Far more than any result or record has, and far less than a parser or a walk over it can take. */
const deepest = 500;

/** How deep brackets stand inside brackets, without reading the text as JSON. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0, inString = false; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** The content of a text as JSON, or undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
