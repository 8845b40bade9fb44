import type { Command } from 'commander';
import * as z from 'zod';
import { InputError } from '../../core/input-error.js';
import { presentInfantExposure } from '../../report/lactation.js';
import { calculations } from '../calculations.js';
import type { Run } from '../command.js';
import { amount, amountWithUnit, share } from '../flags/number.js';
import { outputFlags } from '../flags/output.js';
import { readFlags } from '../flags/read.js';
import { contextOf, printOutcome } from '../print.js';

const schema = z.strictObject({
  milk: amountWithUnit(
    {
      '': { unit: 'mg/L', to: 100 },
      'mg/l': { unit: 'mg/L', to: 100 },
      'mcg/l': { unit: 'ug/L', to: 100_000 },
      'ug/l': { unit: 'ug/L', to: 100_000 },
      'umol/l': { unit: 'umol/L', to: 500 },
      'micromol/l': { unit: 'umol/L', to: 500 },
    },
    'a milk level above 0 in mg/L, or with its unit: 0.32, 320mcg/L or 1.5umol/L',
  ).optional(),
  maternalDose: amount('mg/d', 'mg/day', {
    takes: 'the dose of the mother in mg per day above 0, such as 80',
    above: 0,
    to: 1000,
  }).optional(),
  maternalWeight: amount('kg', 'kg', {
    takes: 'the weight of the mother in kg from 25 to 400',
    from: 25,
    to: 400,
  }).optional(),
  infantWeight: amount('kg', 'kg', {
    takes: 'the weight of the infant in kg from 0.4 to 20, such as 3.5',
    from: 0.4,
    to: 20,
  }).optional(),
  intake: amount('mL/kg/d', 'mL/kg/day', {
    takes: 'milk in mL per kg and day from 1 to 300, such as 150',
    from: 1,
    to: 300,
  }).optional(),
  share: share('the part of the diet that is breast milk, above 0 and up to 1: 0.5, 1/3 or 50%').optional(),
  ...outputFlags,
});

export const infantDose = {
  name: 'infant-dose',
  summary: 'what an infant takes in through breast milk',
  examples: [
    ['baclofen infant-dose --milk 0.32', 'from a milk level in mg/L'],
    [
      'baclofen infant-dose --milk 0.32 --maternal-dose 80 --maternal-weight 60 --infant-weight 3.5',
      'with the relative infant dose',
    ],
    [
      'baclofen infant-dose --maternal-dose 40 --share 1/3',
      'milk level scaled from the published case, a third of the diet',
    ],
  ],
  flags(command: Command): Command {
    return command
      .optionsGroup('Mother:')
      .option('--milk <level>', 'milk level in mg/L, or with its unit: 320mcg/L, 1.5umol/L')
      .option('--maternal-dose <mg>', 'dose of the mother, in mg per day')
      .option('--maternal-weight <kg>', 'weight of the mother')
      .optionsGroup('Infant:')
      .option('--infant-weight <kg>', 'weight of the infant')
      .option('--intake <mL/kg/day>', 'milk taken in per kg and day')
      .option('--share <share>', 'part of the diet that is breast milk: 0.5, 1/3, 50%');
  },
  run({ parameters, raw, shell }) {
    const flags = readFlags(schema, raw);
    const { milk, maternalDose, maternalWeight, infantWeight, intake } = flags;
    const given = milk ? { milk, ...(maternalDose && { maternalDose }) } : maternalDose && { maternalDose };
    if (given === undefined) {
      throw new InputError(
        'milk',
        'nothing',
        'a milk level in mg/L such as 0.32; or give --maternal-dose to scale the published one',
      );
    }
    const request = {
      ...given,
      ...(maternalWeight && { maternalWeight }),
      ...(infantWeight && { infantWeight }),
      ...(intake && { intake }),
      ...(flags.share && { share: flags.share }),
    };
    const outcome = calculations['infant-dose'](request, parameters);
    return printOutcome(outcome, presentInfantExposure, contextOf('infant-dose', parameters), flags, shell);
  },
} satisfies Run;
