import { type Command, Option } from 'commander';

export const formats = ['table', 'markdown', 'csv', 'json'] as const;

export type Format = (typeof formats)[number];

/** What help says of the flags that every command has. */
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
