import type { Command } from 'commander';
import * as z from 'zod';
import { InputError } from '../../core/input-error.js';
import { type Parameters, provenances } from '../../parameters/load.js';
import { presentSources } from '../../report/sources.js';
import type { Run } from '../command.js';
import { outputFlags } from '../flags/output.js';
import { readFlags, typed } from '../flags/read.js';
import { contextOf, printReference } from '../print.js';

export const sources = {
  name: 'sources',
  argument: ['id', 'one source, with all that is taken from it'],
  summary: 'every source, and what is taken from it',
  examples: [
    ['baclofen sources', 'all sources'],
    ['baclofen sources judgement', 'every choice of our own, with its reason'],
  ],
  flags: (command: Command) => command,
  run({ parameters, raw, argument, shell }) {
    const flags = readFlags(z.strictObject(outputFlags), raw);
    if (argument !== undefined && !parameters.sources.some(({ id }) => id === argument)) {
      throw new InputError('<id>', typed(argument), 'the id of a source; baclofen sources lists them');
    }
    const taken = takenFrom(parameters).filter(({ source }) => argument === undefined || source === argument);
    const listed = parameters.sources.filter(({ id }) => argument === undefined || id === argument);
    const content = { sources: listed, taken: taken.map(({ path, source, value }) => ({ path, source, value })) };
    printReference(
      presentSources(parameters.sources, taken, argument),
      content,
      contextOf('sources', parameters),
      flags,
      shell,
    );
    return 0;
  },
} satisfies Run;

function takenFrom({ titration, renal, taper, lactation, milk, newborn, products, leaflet }: Parameters) {
  const files = { titration, renal, taper, lactation, milk, newborn, products, leaflet };
  return Object.entries(files).flatMap(([file, part]) => provenances(part, file));
}
