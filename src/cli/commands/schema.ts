import type { Command } from 'commander';
import * as z from 'zod';
import { InputError } from '../../core/input-error.js';
import type { Run } from '../command.js';
import { contract } from '../contract/contract.js';
import { outputFlags } from '../flags/output.js';
import { readFlags, typed } from '../flags/read.js';
import { deliver } from '../print.js';

export const schema = {
  name: 'schema',
  argument: ['command', 'the command whose JSON answer is described'],
  summary: 'the JSON Schema of an answer',
  examples: [['baclofen schema titrate', 'what baclofen titrate --json prints']],
  flags: (command: Command) => command,
  run({ argument, raw, shell }) {
    const flags = readFlags(z.strictObject(outputFlags), raw);
    const described = Object.entries(contract).find(([command]) => command === argument)?.[1];
    if (described === undefined) {
      const got = argument === undefined ? 'nothing' : typed(argument);
      throw new InputError('<command>', got, `one of ${Object.keys(contract).join(', ')}`);
    }
    deliver(`${JSON.stringify(z.toJSONSchema(described), null, 2)}\n`, flags, shell);
    return 0;
  },
} satisfies Run;
