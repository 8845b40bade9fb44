import type { Command } from 'commander';
import type { Parameters } from '../parameters/load.js';
import type { Described } from './described.js';
import type { Format } from './flags/format.js';
import type { Readers } from './flags/reader.js';
import type { readPatientFile } from './patient/read.js';
import type { Shell } from './shell.js';
import type { Views } from './views.js';

/** What only some command lines need, and what is loaded only for these. */
export interface Extras {
  /** For a line with `--patient`. */
  readonly readPatientFile?: typeof readPatientFile;
  /** For a line with a format that is a view of a plan. */
  readonly views?: Views;
}

/** What a command gets to work with: the data, its flags as typed, and where to print. */
export interface Call extends Extras {
  readonly parameters: Parameters;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly argument: string | undefined;
  readonly shell: Shell;
  /** Every command that is loaded, with its flags. */
  describe(): readonly Described[];
  /** Runs another command line. */
  again(argv: readonly string[]): { readonly code: number; readonly answer: string };
}

/** A command: its flags, its help and what it does. `run` returns the exit code. */
export interface Run {
  /** How its flags are read, by their names. */
  readonly readers: Readers;
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** Where the answer has other formats than every answer has; none where it is no answer. */
  readonly formats?: readonly Format[];
  flags(command: Command): Command;
  /** What help says is taken where a flag is left out, by the name of the flag: a value and its source. */
  defaults?(parameters: Parameters): Readonly<Record<string, string>>;
  /** The words that a flag or the argument takes, by its name, where these are finite. */
  values?(parameters: Parameters): Readonly<Record<string, readonly string[]>>;
  run(call: Call): number;
}
