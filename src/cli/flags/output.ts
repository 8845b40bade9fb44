import { type Command, Option } from 'commander';
import * as z from 'zod';
import { choice } from './number.js';

export const formats = ['table', 'markdown', 'csv', 'json'] as const;

export type Format = (typeof formats)[number];

/** The flags that every command has. */
export const outputFlags = {
  format: choice(formats).optional(),
  json: z.boolean().optional(),
  explain: z.boolean().optional(),
  color: z.boolean(),
  debug: z.boolean().optional(),
};

export interface OutputFlags {
  readonly format?: Format | undefined;
  readonly json?: boolean | undefined;
  readonly explain?: boolean | undefined;
  readonly color: boolean;
}

export function addOutputFlags(command: Command): Command {
  return command
    .optionsGroup('Output:')
    .option('--explain', 'show the working: formula, numbers put in, result, source')
    .option('--format <format>', `${formats.join(', ')} (default: table)`)
    .option('--json', 'the whole answer as JSON; the same as --format json')
    .addOption(new Option('--debug', 'show the stack of a fault of our own').hideHelp())
    .option('--no-color', 'no colour, also on a terminal')
    .helpOption('-h, --help', 'show this help');
}
