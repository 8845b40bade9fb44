import { closest } from '../../core/values/closest.js';
import { InputError } from '../../core/values/input-error.js';
import { type Quantity, quantity } from '../../core/values/quantity.js';
import { type Stale, staleValues } from '../../core/values/stale.js';
import type { Parameters } from '../../parameters/load.js';
import { type Located, provenances } from '../../parameters/located.js';
import { topicsOf } from '../../parameters/topics-of.js';
import { presentSources } from '../../report/sources.js';
import { meaningOfCheck, presentStale } from '../../report/stale.js';
import type { Run } from '../command.js';
import { flag } from '../flags/flag.js';
import { outputFlags } from '../flags/output.js';
import { typed } from '../flags/printable.js';
import { readFlags } from '../flags/read.js';
import { contextOf, printReference } from '../print.js';
import { readDays } from '../typed/days.js';

/** How old a check may be where no number is given: a choice of ours and no clinical number, so it stands here. */
const usualAge = quantity(365, 'd');

const takes = `a whole number of days from 1 to 3,650, or none for ${usualAge.value}; the id of a source stands before it`;

const flags = {
  stale: flag<Quantity<'d'>>({
    takes: '[days]',
    group: 'Checks',
    words: `only values last checked more than so many days before today, oldest first; ${usualAge.value} where no number is given, a choice of ours`,
    preset: String(usualAge.value),
    read: (text) => {
      const read = readDays(text, { what: 'an age of checks', from: 1, to: 3650, example: '180' });
      return 'wrong' in read && read.wrong.startsWith('it takes') ? { wrong: `it takes ${takes}` } : read;
    },
  }),
  ...outputFlags,
};

export const sources = {
  flags,
  examples: [
    ['baclofen sources', 'all sources'],
    ['baclofen sources judgement', 'every choice of our own, with its reason'],
    ['baclofen sources --stale', `values that nobody has checked for more than ${usualAge.value} days`],
    ['baclofen sources fda-tablets-2023 --stale 180', 'of one source, those of more than 180 days'],
  ],
  argumentValues: ({ sources }) => sources.map(({ id }) => id),
  run({ parameters, raw, argument, shell }) {
    const given = readFlags(flags, raw, shell);
    if (argument !== undefined && !parameters.sources.some(({ id }) => id === argument)) {
      const ids = parameters.sources.map(({ id }) => id);
      const example = closest(argument, ids) ?? ids[0];
      const takes = `the id of a source, such as ${example}; baclofen sources lists them`;
      throw new InputError('<id>', typed(argument), takes);
    }
    const taken = takenFrom(parameters).filter(({ source }) => argument === undefined || source === argument);
    const listed = parameters.sources.filter(({ id }) => argument === undefined || id === argument);
    const { presentation, content } = given.stale
      ? staleAnswer(staleValues(taken, shell.today(), given.stale), listed, argument)
      : {
          presentation: presentSources(parameters.sources, taken, argument),
          content: { sources: listed, taken: taken.map(takenContent) },
        };
    printReference(presentation, content, contextOf('sources', parameters), given, shell);
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

function takenFrom(parameters: Parameters) {
  return Object.entries(topicsOf(parameters)).flatMap(([file, part]) => provenances(part, file));
}
