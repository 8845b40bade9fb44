import type { Command } from 'commander';
import * as z from 'zod/mini';
import { InputError } from '../../core/input-error.js';
import type { Parameters } from '../../parameters/load.js';
import { provenances } from '../../parameters/located.js';
import { presentSources } from '../../report/sources.js';
import type { Run } from '../command.js';
import { outputFlags } from '../flags/output.js';
import { typed } from '../flags/printable.js';
import { readFlags } from '../flags/read.js';
import { contextOf, printReference } from '../print.js';
import { closest } from '../suggest.js';

export const sources = {
  examples: [
    ['baclofen sources', 'all sources'],
    ['baclofen sources judgement', 'every choice of our own, with its reason'],
  ],
  flags: (command: Command) => command,
  values: ({ sources }) => ({ id: sources.map(({ id }) => id) }),
  run({ parameters, raw, argument, shell }) {
    const flags = readFlags(z.strictObject(outputFlags), raw);
    if (argument !== undefined && !parameters.sources.some(({ id }) => id === argument)) {
      const ids = parameters.sources.map(({ id }) => id);
      const example = closest(argument, ids) ?? ids[0];
      const takes = `the id of a source, such as ${example}; baclofen sources lists them`;
      throw new InputError('<id>', typed(argument), takes);
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
