import { CommanderError } from 'commander';
import { InputError } from '../core/input-error.js';
import { DataError } from '../parameters/data-error.js';
import { flowLines } from '../report/render/flow.js';
import { printable } from './flags/printable.js';
import { IncompleteLine } from './incomplete.js';
import { introduction } from './introduction.js';
import { runProgram, type World } from './program.js';
import type { Shell } from './shell.js';
import { closest } from './suggest.js';

/**
 * Runs one command line and returns its exit code: 0 a plan, 1 a refusal, 2 bad input, 3 our own fault.
 * Prints the answer with `shell.out` and trouble, one sentence, with `shell.err`.
 */
export function main(argv: readonly string[], shell: Shell, world: World): number {
  const words = argv.filter((word) => word !== '--debug');
  try {
    if (argv.length > 0) return runProgram(words, shell, world);
    shell.out(introduction);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const asked = error instanceof InputError || error instanceof CommanderError || error instanceof IncompleteLine;
    shell.err(asked ? broken(sentenceOf(error), shell) : `${faultSentence(error, words.length < argv.length)}\n`);
    if (error instanceof IncompleteLine && shell.errColumns() !== undefined)
      shell.err(`\n  ${printable(error.line, 300)}\n`);
    return asked ? 2 : 3;
  }
}

function sentenceOf(error: InputError | CommanderError | IncompleteLine): string {
  if (error instanceof CommanderError) return commanderSentence(error);
  return inputSentence(error instanceof IncompleteLine ? error.missing : error);
}

/** In lines where someone reads along; as one line where a program does. */
function broken(sentence: string, shell: Shell): string {
  const columns = shell.errColumns();
  return `${columns === undefined ? sentence : flowLines(sentence, columns).join('\n')}\n`;
}

function inputSentence({ field, got, takes }: InputError): string {
  const flag = field.startsWith('<')
    ? field
    : field === ''
      ? 'The command'
      : `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return `${flag} got ${got}; it takes ${takes}.${suggestion(got, takes)}`;
}

/** "one of table, markdown" and a slip of the hand: the word that was meant. It is suggested and never taken. */
function suggestion(got: string, takes: string): string {
  const meant = takes.startsWith('one of ')
    ? closest(got.slice(1, -1), takes.slice('one of '.length).split(', '))
    : undefined;
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
}

/** Commander says "error: unknown option '--strat'" and its suggestion on a second line; here it is one sentence. */
function commanderSentence({ message }: CommanderError): string {
  const [what = '', suggestion = ''] = message.replace(/^error: /, '').split('\n');
  const hint = /Did you mean (.*)\?\)/.exec(suggestion)?.[1];
  return `${printable(`${what.charAt(0).toUpperCase()}${what.slice(1)}`).replace(/\.$/, '')}${hint ? `; did you mean ${hint}?` : '.'}`;
}

function faultSentence(error: unknown, debug: boolean): string {
  if (!(error instanceof Error)) return 'Something failed inside baclofen.';
  if (debug && error.stack) return error.stack;
  return error instanceof DataError ? error.message : `Something failed inside baclofen: ${error.message}`;
}
