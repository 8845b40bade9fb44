import type { Command, Option } from 'commander';
import { InputError } from '../core/input-error.js';

/** A line that lacks a flag, and how it goes on. */
export class IncompleteLine extends Error {
  constructor(
    readonly missing: InputError,
    readonly line: string,
  ) {
    super(missing.message);
  }
}

/** Adds to the error of a flag that was left out the line to type: what was given, and the flag with a gap to fill. */
export function completed(error: unknown, command: Command, argv: readonly string[]): unknown {
  if (!(error instanceof InputError) || error.got !== 'nothing') return error;
  const option = command.options.find((each) => each.attributeName() === error.field);
  return option === undefined ? error : new IncompleteLine(error, lineWith(option, argv));
}

/** The gap is a word and not a number: no dose is ever suggested. */
function lineWith({ long, flags }: Option, argv: readonly string[]): string {
  const gap = /<(.*?)(\.\.\.)?>/.exec(flags)?.[1]?.toUpperCase() ?? '';
  return ['baclofen', ...argv.map(quoted), `${long} ${gap}`].join(' ');
}

function quoted(word: string): string {
  return /^[\w.,:=/%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
