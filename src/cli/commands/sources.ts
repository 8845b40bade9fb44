import { type Command, Option } from 'commander';
import { closest } from '../../core/values/closest.js';
import { InputError } from '../../core/values/input-error.js';
import { quantity } from '../../core/values/quantity.js';
import { type Stale, staleValues } from '../../core/values/stale.js';
import type { Parameters } from '../../parameters/load.js';
import { type Located, provenances } from '../../parameters/located.js';
import { presentSources } from '../../report/sources.js';
import { meaningOfCheck, presentStale } from '../../report/stale.js';
import type { Run } from '../command.js';
import { wholeAmount } from '../flags/number.js';
import { outputFlags } from '../flags/output.js';
import { typed } from '../flags/printable.js';
import { readFlags } from '../flags/read.js';
import { contextOf, printReference } from '../print.js';

/** How old a check may be where no number is given: a choice of ours and no clinical number, so it stands here. */
const usualAge = quantity(365, 'd');

const readers = {
  stale: wholeAmount('d', {
    takes: `a whole number of days from 1 to 3,650, or none for ${usualAge.value}; the id of a source stands before it`,
    from: 1,
    to: 3650,
  }),
  ...outputFlags,
};

export const sources = {
  readers,
  examples: [
    ['baclofen sources', 'all sources'],
    ['baclofen sources judgement', 'every choice of our own, with its reason'],
    ['baclofen sources --stale', `values that nobody has checked for more than ${usualAge.value} days`],
    ['baclofen sources fda-tablets-2023 --stale 180', 'of one source, those of more than 180 days'],
  ],
  flags(command: Command): Command {
    const stale = new Option(
      '--stale [days]',
      `only values last checked more than so many days before today, oldest first; ${usualAge.value} where no number is given, a choice of ours`,
    );
    return command.optionsGroup('Checks:').addOption(stale.preset(String(usualAge.value)));
  },
  values: ({ sources }) => ({ id: sources.map(({ id }) => id) }),
  run({ parameters, raw, argument, shell }) {
    const flags = readFlags(readers, raw);
    if (argument !== undefined && !parameters.sources.some(({ id }) => id === argument)) {
      const ids = parameters.sources.map(({ id }) => id);
      const example = closest(argument, ids) ?? ids[0];
      const takes = `the id of a source, such as ${example}; baclofen sources lists them`;
      throw new InputError('<id>', typed(argument), takes);
    }
    const taken = takenFrom(parameters).filter(({ source }) => argument === undefined || source === argument);
    const listed = parameters.sources.filter(({ id }) => argument === undefined || id === argument);
    const { presentation, content } = flags.stale
      ? staleAnswer(staleValues(taken, shell.today(), flags.stale), listed, argument)
      : {
          presentation: presentSources(parameters.sources, taken, argument),
          content: { sources: listed, taken: taken.map(takenContent) },
        };
    printReference(presentation, content, contextOf('sources', parameters), flags, shell);
    return 0;
  },
} satisfies Run;

/** The values that are stale in the form that all have, and beside them by what they are. */
function staleAnswer(stale: Stale<Located>, listed: Parameters['sources'], argument: string | undefined) {
  const { values, sources, ...facts } = stale;
  const cited = listed.filter(({ id }) => sources.some((each) => each.id === id));
  return {
    presentation: presentStale(stale, usualAge, argument === undefined ? undefined : listed[0]),
    content: {
      stale: { ...facts, values: values.length, sources, meaning: meaningOfCheck },
      sources: cited,
      taken: values.map(takenContent),
    },
  };
}

function takenContent({ path, source, value }: Located) {
  return { path, source, value };
}

/** From every file that there is, so that none is forgotten. */
function takenFrom({ sources: _sources, date: _date, ...files }: Parameters) {
  return Object.entries(files).flatMap(([file, part]) => provenances(part, file));
}
