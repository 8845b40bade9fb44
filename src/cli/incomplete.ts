import { InputError } from '../core/values/input-error.js';
import type { Run } from './command.js';
import type { Flags } from './flags/flag.js';
import { flagNamed, kebab } from './flags/names.js';
import { gapOf } from './line/parse.js';

/** A line that lacks a flag, and how it goes on, in words that a shell may have to be told to leave alone. */
export class IncompleteLine extends Error {
  constructor(
    readonly missing: InputError,
    readonly words: readonly string[],
  ) {
    super(missing.message);
  }
}

/** A command that was typed alone and needs something. */
export class BareCommand extends Error {
  constructor(
    readonly missing: InputError,
    readonly command: string,
    readonly run: Run,
  ) {
    super(missing.message);
  }
}

/** Adds to the error of a flag that was left out the line to type: what was given, and the flag with a gap to fill. */
export function completed(error: unknown, flags: Flags, argv: readonly string[]): unknown {
  if (!(error instanceof InputError) || error.got !== 'nothing') return error;
  const long = flagNamed(error.field);
  const found = Object.entries(flags).find(([key]) => `--${kebab(key)}` === long);
  return found === undefined ? error : new IncompleteLine(error, ['baclofen', ...argv, long, gapOf(found[1])]);
}

/** The words as one line for a shell that reads single quotes as POSIX has it; elsewhere only where none is needed. */
export function lineOf(words: readonly string[], posix: boolean): string | undefined {
  const bare = (word: string) => /^[\w.,:=/%+-]+$/.test(word);
  if (!posix && !words.every(bare)) return undefined;
  return words.map((word) => (bare(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ');
}
