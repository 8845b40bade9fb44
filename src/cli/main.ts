import { CommanderError } from 'commander';
import { InputError } from '../core/input-error.js';
import { DataError, loadParameters, type Parameters } from '../parameters/load.js';
import { printable, typed } from './flags/read.js';
import { runProgram } from './program.js';
import type { Shell } from './shell.js';

/**
 * Runs one command line and returns its exit code: 0 a plan, 1 a refusal, 2 bad input, 3 our own fault.
 * Prints the answer with `shell.out` and trouble, one sentence, with `shell.err`.
 */
export function main(argv: readonly string[], shell: Shell, load: () => Parameters = loadParameters): number {
  try {
    return runProgram(argv.length === 0 ? ['--help'] : argv, shell, load);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (error instanceof InputError) shell.err(`${inputSentence(error)}\n`);
    else if (error instanceof CommanderError) shell.err(`${commanderSentence(error, argv)}\n`);
    else shell.err(`${faultSentence(error, argv.includes('--debug'))}\n`);
    return error instanceof InputError || error instanceof CommanderError ? 2 : 3;
  }
}

function inputSentence({ field, got, takes }: InputError): string {
  const named =
    field.startsWith('<') || field.startsWith('--')
      ? field
      : `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return printable(`${field === '' ? 'The command' : named} got ${got}; it takes ${takes}.`);
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
