import type { Command } from 'commander';
import * as z from 'zod/mini';
import { InputError } from '../../core/input-error.js';
import type { Run } from '../command.js';
import { contract } from '../contract/contract.js';
import { typed } from '../flags/printable.js';

export const schema = {
  examples: [['baclofen schema titrate', 'what baclofen titrate --json prints']],
  flags: (command: Command) => command,
  values: () => ({ command: Object.keys(contract) }),
  run({ argument, shell }) {
    const described = Object.entries(contract).find(([command]) => command === argument)?.[1];
    if (described === undefined) {
      const got = argument === undefined ? 'nothing' : typed(argument);
      throw new InputError('<command>', got, `one of ${Object.keys(contract).join(', ')}`);
    }
    shell.out(`${JSON.stringify(z.toJSONSchema(described), null, 2)}\n`);
    return 0;
  },
} satisfies Run;
