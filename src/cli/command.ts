import type { Command } from 'commander';
import type { Parameters } from '../parameters/load.js';
import type { Format } from './flags/output.js';
import type { Shell } from './shell.js';

/** What a command gets to work with: the data, its flags as typed, and where to print. */
export interface Call {
  readonly parameters: Parameters;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly argument: string | undefined;
  readonly shell: Shell;
}

/** A command: its name, its help and what it does. `run` returns the exit code. */
export interface Run {
  readonly name: string;
  readonly argument?: readonly [name: string, description: string];
  readonly summary: string;
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** Where the answer has more formats than every answer has. */
  readonly formats?: readonly Format[];
  flags(command: Command): Command;
  run(call: Call): number;
}
