import { newborn as calculated } from '../../calculations/newborn.js';
import { newbornFields, newbornMilkFields } from '../../contract/fields/milk.js';
import type { NewbornRequest } from '../../core/newborn/types.js';
import { InputError } from '../../core/values/input-error.js';
import { defaultWords } from '../../report/dose.js';
import { presentNewborn } from '../../report/newborn.js';
import { newbornDoses } from '../../report/views/plan.js';
import type { Run } from '../command.js';
import { labelFlags } from '../flags/dose.js';
import { fieldFlag, type Given, placed } from '../flags/flag.js';
import { planOutputFlags } from '../flags/output.js';
import { readFlags } from '../flags/read.js';
import { printPlan } from '../print-plan.js';

const group = 'Newborn';

const needed = {
  weight: fieldFlag(newbornFields.weight, { takes: '<kg>', group, main: true }),
  regimen: fieldFlag(
    { what: 'a case', says: 'a: to prevent withdrawal; b: for suspected withdrawal', words: ['a', 'b'] as const },
    { takes: '<case>', group, main: true },
  ),
};

const birthFlags = {
  birthDate: fieldFlag(newbornFields.birthDate, { to: 'birthDate', takes: '<date>', group, main: true }),
};

const liquidFlags = {
  concentration: fieldFlag(newbornFields.concentration, {
    to: 'concentration',
    takes: '<mg/mL>',
    group,
    default: ({ newborn }) => defaultWords(newborn.concentration),
  }),
};

const milkFlags = {
  withMilk: fieldFlag(newbornMilkFields.share, {
    to: 'share',
    takes: '<share>',
    group: 'Milk',
    words: 'add the milk of the mother, this part of the diet: 0.5, 1/3, 50%',
  }),
  milk: fieldFlag(newbornMilkFields.milk, {
    to: 'milk',
    takes: '<level>',
    group: 'Milk',
    words: 'milk level in mg/L, or with its unit',
    default: ({ lactation }) => defaultWords(lactation.publishedCase.level),
  }),
  intake: fieldFlag(newbornMilkFields.intake, {
    to: 'intake',
    takes: '<mL/kg/day>',
    group: 'Milk',
    default: ({ lactation }) => defaultWords(lactation.intake),
  }),
};

const flags = { ...needed, ...birthFlags, ...liquidFlags, ...milkFlags, ...labelFlags, ...planOutputFlags };

export const newborn = {
  flags,
  examples: [
    ['baclofen newborn --weight 2.9 --regimen a', 'the course given to prevent withdrawal'],
    ['baclofen newborn --weight 2.1 --regimen b --birth-date 2026-11-22', 'the course given for it, with dates'],
    ['baclofen newborn --weight 2.9 --regimen a --with-milk 1/3', 'with a third of the diet as milk of the mother'],
    ['baclofen newborn --weight 2.1 --regimen b --format patient', 'a sheet for the parents'],
  ],
  run(call) {
    const { parameters, raw, shell } = call;
    const given = readFlags(flags, raw, shell);
    const presentation = {
      command: 'newborn',
      present: presentNewborn,
      doses: newbornDoses,
    };
    return printPlan(calculated(requestOf(given), parameters), presentation, given, call);
  },
} satisfies Run;

function requestOf(given: Given<typeof flags>): NewbornRequest {
  const { weight, regimen, withMilk: share, milk, intake } = given;
  if (weight === undefined) {
    throw new InputError('weight', 'nothing', 'the weight of the newborn in kg above 0, such as 2.9');
  }
  if (regimen === undefined) throw new InputError('regimen', 'nothing', 'a or b, the published case to work out');
  if (share === undefined && (milk || intake)) {
    throw new InputError('withMilk', 'nothing', 'the share of milk in the diet, as a level or an intake was given');
  }
  return {
    weight,
    regimen,
    ...placed(birthFlags, given),
    ...placed({ name: labelFlags.name }, given),
    ...placed(liquidFlags, given),
    ...(share && { withMilk: { ...placed(milkFlags, given), share } }),
  };
}
