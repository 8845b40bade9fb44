import { CommanderError } from 'commander';
import { closest } from '../core/values/closest.js';
import { InputError } from '../core/values/input-error.js';
import { DataError } from '../parameters/data-error.js';
import { flowLines } from '../report/render/flow.js';
import { flagged, flagNamed } from './flags/names.js';
import { printable, typed } from './flags/printable.js';
import { IncompleteLine } from './incomplete.js';
import { introduction } from './introduction.js';
import { runProgram, type World } from './program.js';
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
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const asked = error instanceof InputError || error instanceof CommanderError || error instanceof IncompleteLine;
    shell.err(
      asked
        ? sentencesOf(error, argv)
            .map((each) => broken(each, shell))
            .join('')
        : `${faultSentence(error, argv.includes('--debug'))}\n`,
    );
    if (error instanceof IncompleteLine && shell.errColumns() !== undefined && canBeCopied(error.line))
      shell.err(`\n  ${error.line}\n`);
    return asked ? 2 : 3;
  }
}

/** A line to copy is shown whole and as it was typed, or not at all. */
function canBeCopied(line: string): boolean {
  return line.length <= 300 && printable(line) === line;
}

/** A sentence for each thing that is wrong. */
function sentencesOf(error: InputError | CommanderError | IncompleteLine, argv: readonly string[]): string[] {
  if (error instanceof CommanderError) return [commanderSentence(error, argv)];
  const first = error instanceof IncompleteLine ? error.missing : error;
  return [first, ...first.also].map(inputSentence);
}

/** In lines where someone reads along; as one line where a program does. */
function broken(sentence: string, shell: Shell): string {
  const columns = shell.errColumns();
  return `${columns === undefined ? sentence : flowLines(sentence, columns).join('\n')}\n`;
}

function inputSentence({ field, got, wrong }: InputError): string {
  const named = field.startsWith('<') || field.startsWith('--') ? field : flagNamed(field);
  const subject = field === '' ? 'The command' : named;
  return printable(`${subject} got ${flagged(got)}; ${flagged(wrong)}.${suggestion(got, wrong)}`.replace(/\?\.$/, '?'));
}

/** "one of table, markdown" and a slip of the hand: the word that was meant. It is suggested and never taken. */
function suggestion(got: string, wrong: string): string {
  const [, words] = /^it takes one of ([^;]*)$/.exec(wrong) ?? [];
  const meant = words === undefined ? undefined : closest(got.slice(1, -1), words.split(', '));
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
}

/** Commander says "error: unknown option '--strat'" and its suggestion on a second line; here it is one sentence. */
function commanderSentence({ code, message }: CommanderError, argv: readonly string[]): string {
  if (code === 'commander.help')
    return `No command ${typed((argv.at(-1) ?? '').slice(0, 60))}; baclofen --help lists them.`;
  const [, what = '', hint] = /^(?:error: )?(.*?)(?:\n\(Did you mean (.*)\?\))?$/s.exec(message) ?? [];
  const shown = printable(what).replace(/\.$/, '');
  const cut = shown.length > 200 ? `${shown.slice(0, 200)}... is too long to show` : shown;
  return `${cut.charAt(0).toUpperCase()}${cut.slice(1)}${hint ? `; did you mean ${hint}?` : '.'}`;
}

function faultSentence(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return 'Something failed inside baclofen.';
  if (debug && error.stack) return error.stack;
  return error instanceof DataError ? error.message : `Something failed inside baclofen: ${error.message}`;
}
