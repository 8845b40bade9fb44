import { presentProducts } from '../../report/products.js';
import type { Run } from '../command.js';
import { outputFlags } from '../flags/output.js';
import { readFlags } from '../flags/read.js';
import { contextOf, printReference } from '../print.js';

export const products = {
  flags: outputFlags,
  examples: [['baclofen products', 'strength, halves, markets and source of each']],
  run({ parameters, raw, shell }) {
    const flags = readFlags(outputFlags, raw, shell);
    printReference(
      presentProducts(parameters.products),
      parameters.products,
      contextOf('products', parameters),
      flags,
      shell,
    );
    return 0;
  },
} satisfies Run;
