import type { Parameters } from '../parameters/load.js';
import type { Described } from './described.js';
import type { Flags } from './flags/flag.js';
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
  /** Its flags by their names; everything that is known of a flag stands there. */
  readonly flags: Flags;
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** The words that its argument takes, where these are finite. */
  argumentValues?(parameters: Parameters): readonly string[];
  run(call: Call): number;
}
