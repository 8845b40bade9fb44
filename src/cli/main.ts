import { closest } from '../core/values/closest.js';
import { InputError } from '../core/values/input-error.js';
import { DataError } from '../parameters/data-error.js';
import { flowLines } from '../report/render/flow.js';
import { flagged, flagNamed } from './flags/names.js';
import { printable } from './flags/printable.js';
import { startingPoint } from './help.js';
import { BareCommand, IncompleteLine, lineOf } from './incomplete.js';
import { introduction } from './introduction.js';
import { runProgram, type World } from './program.js';
import { DiskError } from './save.js';
import type { Shell } from './shell.js';

/**
 * Runs one command line and returns its exit code: 0 a plan, 1 a refusal, 2 bad input, 3 our own fault.
 * Prints the answer with `shell.out` and trouble, one sentence, with `shell.err`.
 */
export function main(argv: readonly string[], shell: Shell, world: World): number {
  try {
    if (argv.length > 0) return runProgram(argv, shell, world);
    shell.out(introduction);
    return 0;
  } catch (error) {
    if (!isAsked(error)) {
      shell.err(`${faultSentence(error, argv.includes('--debug'))}\n`);
      return 3;
    }
    const first = error instanceof InputError ? error : error.missing;
    shell.err([first, ...first.also].map((each) => broken(inputSentence(each), shell)).join(''));
    if (error instanceof BareCommand)
      shell.err(`\n${startingPoint(error.command, error.run, shell.errColumns() ?? shell.columns)}`);
    if (error instanceof IncompleteLine && shell.errColumns() !== undefined) tellLine(error, shell);
    return 2;
  }
}

function isAsked(error: unknown): error is InputError | IncompleteLine | BareCommand {
  return error instanceof InputError || error instanceof IncompleteLine || error instanceof BareCommand;
}

/** A line to copy is shown whole and as it was typed, quoted for the shell it stands in, or not at all. */
function tellLine({ words }: IncompleteLine, { posix, err }: Shell): void {
  const line = lineOf(words, posix);
  if (line !== undefined && line.length <= 300 && printable(line) === line) err(`\n  ${line}\n`);
}

/** In lines where someone reads along; as one line where a program does. */
function broken(sentence: string, shell: Shell): string {
  const columns = shell.errColumns();
  return `${columns === undefined ? sentence : flowLines(sentence, columns).join('\n')}\n`;
}

function inputSentence({ field, got, wrong }: InputError): string {
  const named = /^(<|--|[A-Z])/.test(field) ? field : flagNamed(field);
  const subject = field === '' ? 'The command' : named;
  return printable(`${subject} got ${flagged(got)}; ${flagged(wrong)}.${suggestion(got, wrong)}`.replace(/\?\.$/, '?'));
}

/** "one of table, markdown" and a slip of the hand: the word that was meant. It is suggested and never taken. */
function suggestion(got: string, wrong: string): string {
  const [, words] = /^it takes one of ([^;]*)$/.exec(wrong) ?? [];
  const meant = words === undefined ? undefined : closest(got.slice(1, -1), words.split(', '));
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
}

function faultSentence(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return 'Something failed inside baclofen.';
  if (debug && error.stack) return error.stack;
  return error instanceof DataError || error instanceof DiskError
    ? error.message
    : `Something failed inside baclofen: ${error.message}`;
}
