import type { Command } from 'commander';

/** What every answer can be printed as. */
export const formats = ['table', 'markdown', 'csv', 'json', 'note'] as const;

/** What a plan with one schedule can be printed as beside these. */
export const viewFormats = ['patient', 'pharmacy', 'html', 'ics', 'fhir'] as const;

export const planFormats = [...formats, ...viewFormats] as const;

export type Format = (typeof planFormats)[number];

/** What help says of the flags that every answer has. */
export function addOutputFlags(command: Command, possible: readonly Format[] = formats): Command {
  return command
    .optionsGroup('Output:')
    .option('--full', 'all of it: what sources say, every assumption, the sources by number')
    .option('--explain', 'show the working: formula, numbers put in, result, source')
    .option('--format <format>', `${possible.join(', ')} (default: ${possible[0]})`)
    .option('--json', 'the whole answer as JSON; the same as --format json')
    .option('--output <file>', 'write the answer to a new file, whole or not at all')
    .option('--force', 'let --output write over an existing file')
    .option('--no-color', 'no colour, also on a terminal');
}
