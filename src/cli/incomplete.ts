import { type Command, CommanderError, type Option } from 'commander';
import { InputError } from '../core/values/input-error.js';
import type { Run } from './command.js';
import type { Reading } from './flags/flag.js';
import { flagNamed } from './flags/names.js';
import { missing } from './flags/read.js';

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
  const option = command.options.find((each) => each.long === flagNamed(error.field));
  return option === undefined ? error : new IncompleteLine(error, lineWith(option, argv));
}

/** The gap is a word and not a number: no dose is ever suggested. */
function lineWith(option: Option, argv: readonly string[]): string {
  return ['baclofen', ...argv.map(quoted), `${option.long} ${gapOf(option)}`].join(' ');
}

/** "MG" of "--start <mg>". */
function gapOf({ flags }: Option): string {
  return /<(.*?)(\.\.\.)?>/.exec(flags)?.[1]?.toUpperCase() ?? '';
}

function quoted(word: string): string {
  return /^[\w.,:=/%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Commander says of a flag without its value that it is missing; here it is said what the flag takes. */
export function explained(
  error: unknown,
  commands: readonly { command: Command; run: Run }[],
  reading: Reading,
): unknown {
  if (!(error instanceof CommanderError) || error.code !== 'commander.optionMissingArgument') return error;
  for (const { command, run } of commands) {
    const option = command.options.find(({ flags }) => error.message.includes(`'${flags}'`));
    const flag = option && run.flags[option.attributeName()];
    if (flag) return new InputError(option.long ?? '', 'nothing', missing(flag, gapOf(option), reading));
  }
  return error;
}
