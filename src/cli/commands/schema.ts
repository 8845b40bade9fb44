import type { Command } from 'commander';
import * as z from 'zod/mini';
import { InputError } from '../../core/values/input-error.js';
import type { Run } from '../command.js';
import { contract, explanation } from '../contract/contract.js';
import { monographAnswer } from '../contract/monograph.js';
import { outputFlags } from '../flags/output.js';
import { typed } from '../flags/printable.js';
import { readFlags } from '../flags/read.js';
import { choice } from '../flags/reader.js';
import { patientSchema } from '../patient/schema.js';
import { deliver } from '../print.js';

const schemas: Readonly<Record<string, z.ZodMiniType>> = {
  ...contract,
  explain: explanation,
  monograph: monographAnswer,
  patient: patientSchema,
};

const readers = { ...outputFlags, format: choice(['json']) };

export const schema = {
  readers,
  formats: ['json'],
  examples: [
    ['baclofen schema titrate', 'what baclofen titrate --json prints'],
    ['baclofen schema patient', 'what --patient takes'],
  ],
  flags: (command: Command) => command,
  values: () => ({ command: Object.keys(schemas) }),
  run({ argument, raw, shell }) {
    const flags = readFlags(readers, raw);
    const described = Object.entries(schemas).find(([command]) => command === argument)?.[1];
    if (described === undefined) {
      const got = argument === undefined ? 'nothing' : typed(argument);
      throw new InputError('<command>', got, `one of ${Object.keys(schemas).join(', ')}`);
    }
    deliver(`${JSON.stringify(z.toJSONSchema(described), null, 2)}\n`, flags, shell);
    return 0;
  },
} satisfies Run;
