import type { Command } from 'commander';
import type { Parameters } from '../parameters/load.js';
import type { Shell } from './shell.js';

/** What a command gets to work with: the data, its flags as typed, and where to print. */
export interface Call {
  readonly parameters: Parameters;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly argument: string | undefined;
  readonly shell: Shell;
}

/** A command: its flags, its help and what it does. `run` returns the exit code. */
export interface Run {
  readonly examples: readonly (readonly [line: string, what: string])[];
  flags(command: Command): Command;
  run(call: Call): number;
}
