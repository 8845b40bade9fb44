import type { Command } from 'commander';
import { newborn as calculated } from '../../calculations/newborn.js';
import type { NewbornPlan, NewbornRequest } from '../../core/newborn/types.js';
import { parseDate } from '../../core/values/calendar.js';
import { InputError } from '../../core/values/input-error.js';
import { defaultWords } from '../../report/dose.js';
import { presentNewborn } from '../../report/newborn.js';
import { newbornDoses } from '../../report/views/plan.js';
import type { Run } from '../command.js';
import { planFormats } from '../flags/format.js';
import { milkLevel, milkShare } from '../flags/milk.js';
import { amount } from '../flags/number.js';
import { planOutputFlags } from '../flags/output.js';
import { type Flags, readFlags } from '../flags/read.js';
import { choice, textThat } from '../flags/reader.js';
import { addLabelFlags, labelFlags } from '../flags/sheet.js';
import { printPlan } from '../print-plan.js';

const weightWords = 'the weight of the newborn in kg above 0, such as 2.9';

const regimens = ['a', 'b'] as const;

const readers = {
  weight: amount('kg', 'kg', { takes: weightWords, above: 0, to: 400 }),
  regimen: choice(regimens),
  birthDate: textThat((text) => parseDate(text) !== undefined, 'the date of birth as YYYY-MM-DD, such as 2026-11-22'),
  concentration: amount('mg/mL', 'mg/mL', {
    takes: 'a concentration in mg per mL above 0: 1, 2 or 5',
    above: 0,
    to: 100,
  }),
  withMilk: milkShare,
  milk: milkLevel,
  intake: amount('mL/kg/d', 'mL/kg/day', {
    takes: 'milk in mL per kg and day from 1 to 300, such as 60',
    from: 1,
    to: 300,
  }),
  ...labelFlags,
  ...planOutputFlags,
};

export const newborn = {
  readers,
  examples: [
    ['baclofen newborn --weight 2.9 --regimen a', 'the course given to prevent withdrawal'],
    ['baclofen newborn --weight 2.1 --regimen b --birth-date 2026-11-22', 'the course given for it, with dates'],
    ['baclofen newborn --weight 2.9 --regimen a --with-milk 1/3', 'with a third of the diet as milk of the mother'],
    ['baclofen newborn --weight 2.1 --regimen b --format patient', 'a sheet for the parents'],
  ],
  formats: planFormats,
  flags(command: Command): Command {
    command
      .optionsGroup('Newborn:')
      .option('--weight <kg>', 'weight')
      .option('--regimen <case>', 'a: to prevent withdrawal; b: for suspected withdrawal')
      .option('--birth-date <date>', 'date of birth, day 1: YYYY-MM-DD')
      .option('--concentration <mg/mL>', 'of the liquid: 1, 2 or 5 mg per mL')
      .optionsGroup('Milk:')
      .option('--with-milk <share>', 'add the milk of the mother, this part of the diet: 0.5, 1/3, 50%')
      .option('--milk <level>', 'milk level in mg/L, or with its unit')
      .option('--intake <mL/kg/day>', 'milk taken in per kg and day');
    return addLabelFlags(command);
  },
  defaults: ({ newborn, lactation }) => ({
    concentration: defaultWords(newborn.concentration),
    milk: defaultWords(lactation.publishedCase.level),
    intake: defaultWords(lactation.intake),
  }),
  values: () => ({ regimen: regimens }),
  run(call) {
    const { parameters, raw } = call;
    const flags = readFlags(readers, raw);
    const { products } = parameters;
    const outcome = calculated(requestOf(flags), parameters);
    const presentation = {
      command: 'newborn',
      present: (plan: NewbornPlan, request: NewbornRequest) => presentNewborn(plan, request, products.products),
      doses: newbornDoses,
    };
    return printPlan(outcome, presentation, flags, call);
  },
} satisfies Run;

function requestOf(flags: Flags<typeof readers>): NewbornRequest {
  const { weight, regimen, withMilk, milk, intake } = flags;
  if (weight === undefined) throw new InputError('weight', 'nothing', weightWords);
  if (regimen === undefined) throw new InputError('regimen', 'nothing', 'a or b, the published case to work out');
  if (withMilk === undefined && (milk || intake)) {
    throw new InputError('withMilk', 'nothing', 'the share of milk in the diet, as a level or an intake was given');
  }
  return {
    weight,
    regimen,
    ...(flags.birthDate !== undefined && { birthDate: flags.birthDate }),
    ...(flags.name && { name: flags.name.trim() }),
    ...(flags.concentration && { concentration: flags.concentration }),
    ...(withMilk && { withMilk: { share: withMilk, ...(milk && { milk }), ...(intake && { intake }) } }),
  };
}
