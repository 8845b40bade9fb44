import { CommanderError } from 'commander';
import { InputError } from '../core/input-error.js';
import { DataError } from '../parameters/data-error.js';
import { printable } from './flags/printable.js';
import { runProgram, type World } from './program.js';
import type { Shell } from './shell.js';

/**
 * Runs one command line and returns its exit code: 0 a plan, 1 a refusal, 2 bad input, 3 our own fault.
 * Prints the answer with `shell.out` and trouble, one sentence, with `shell.err`.
 */
export function main(argv: readonly string[], shell: Shell, world: World): number {
  try {
    return runProgram(argv.length === 0 ? ['--help'] : argv, shell, world);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (error instanceof InputError) shell.err(`${inputSentence(error)}\n`);
    else if (error instanceof CommanderError) shell.err(`${commanderSentence(error)}\n`);
    else shell.err(`${faultSentence(error, argv.includes('--debug'))}\n`);
    return error instanceof InputError || error instanceof CommanderError ? 2 : 3;
  }
}

function inputSentence({ field, got, takes }: InputError): string {
  if (field.startsWith('<')) return `${field} got ${got}; it takes ${takes}.`;
  const flag = field === '' ? 'The command' : `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return `${flag} got ${got}; it takes ${takes}.`;
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
