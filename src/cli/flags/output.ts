import { type Command, Option } from 'commander';
import * as z from 'zod';
import { choice } from './number.js';

/** What every answer can be printed as. */
export const formats = ['table', 'markdown', 'csv', 'json', 'note'] as const;

/** What a plan with one schedule can be printed as beside these. */
export const viewFormats = ['patient', 'pharmacy', 'html', 'ics', 'fhir'] as const;

export const planFormats = [...formats, ...viewFormats] as const;

export type Format = (typeof planFormats)[number];

const common = {
  json: z.boolean().optional(),
  explain: z.boolean().optional(),
  color: z.boolean(),
  debug: z.boolean().optional(),
  output: z
    .string()
    .refine((path) => path !== '' && !/\p{Cc}/u.test(path), 'the name of a file')
    .optional(),
  force: z.boolean().optional(),
};

/** The flags that every command has. */
export const outputFlags = { format: choice(formats).optional(), ...common };

/** The same for a command that plans doses by the day. */
export const planOutputFlags = { format: choice(planFormats).optional(), ...common };

export interface OutputFlags {
  readonly format?: Format | undefined;
  readonly json?: boolean | undefined;
  readonly explain?: boolean | undefined;
  readonly color: boolean;
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
}

export function addOutputFlags(command: Command, possible: readonly Format[] = formats): Command {
  return command
    .optionsGroup('Output:')
    .option('--explain', 'show the working: formula, numbers put in, result, source')
    .option('--format <format>', `${possible.join(', ')} (default: table)`)
    .option('--json', 'the whole answer as JSON; the same as --format json')
    .addOption(new Option('--debug', 'show the stack of a fault of our own').hideHelp())
    .option('--output <file>', 'write the answer to a new file, whole or not at all')
    .option('--force', 'let --output write over an existing file')
    .option('--no-color', 'no colour, also on a terminal')
    .helpOption('-h, --help', 'show this help');
}
