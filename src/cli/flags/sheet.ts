import type { Command } from 'commander';
import type { Shell } from '../shell.js';
import { dateOf, startDate } from './date.js';
import { showsWhole } from './printable.js';
import { onOff, textThat } from './reader.js';

const longestName = 100;

/** What a plan is labelled with and drawn as; none of it changes a dose. */
export const labelFlags = {
  name: textThat(
    (name) => name.trim() !== '' && name.length <= longestName && showsWhole(name),
    `a name in letters and signs that can be seen, up to ${longestName}`,
  ),
  chart: onOff,
};

/** The same with a date for day 1. */
export const sheetFlags = { startDate: startDate, ...labelFlags };

export function addSheetFlags(command: Command): Command {
  return addLabelFlags(
    command
      .optionsGroup('Sheet:')
      .option('--start-date <date>', 'date of day 1, YYYY-MM-DD or today: adds dates and weekdays'),
  );
}

export function addLabelFlags(command: Command): Command {
  return command
    .optionsGroup('Sheet:')
    .option('--name <name>', 'name of the patient, printed on the answer')
    .option('--chart', 'draw the dose over time below the table');
}

/** Date and name out of the flags of a command; only what was given. */
export function sheetOf(flags: { startDate?: string | undefined; name?: string | undefined }, { today }: Shell) {
  return {
    ...(flags.startDate && { startDate: dateOf(flags.startDate, today) }),
    ...(flags.name && { name: flags.name.trim() }),
  };
}
