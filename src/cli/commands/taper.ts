import type { Command } from 'commander';
import { signs } from '../../core/answer/signs.js';
import { withPatientFile } from '../../core/renal-function/file-notices.js';
import type { TaperPattern } from '../../core/taper/levels.js';
import { planTaper } from '../../core/taper/plan.js';
import type { TaperPlan, TaperRequest } from '../../core/taper/types.js';
import { InputError } from '../../core/values/input-error.js';
import type { Parameters } from '../../parameters/load.js';
import { presentTaper } from '../../report/taper.js';
import { taperDoses } from '../../report/views/plan.js';
import type { Run } from '../command.js';
import { currentDose, taperEnd } from '../flags/current-dose.js';
import { planFormats } from '../flags/format.js';
import { amount, wholeAmount } from '../flags/number.js';
import { planOutputFlags } from '../flags/output.js';
import { addPatientFlags, patientFlags, patientValues } from '../flags/patient.js';
import { productFlags, productIds, usualProduct } from '../flags/product.js';
import { type Flags, readFlags } from '../flags/read.js';
import { choices } from '../flags/reader.js';
import { addRulesFlags, rulesFlags, rulesValues } from '../flags/rules.js';
import { addSheetFlags, sheetFlags, sheetOf } from '../flags/sheet.js';
import { doseTaken, patientGiven } from '../patient/given.js';
import { printPlan } from '../print-plan.js';

const readers = {
  days: wholeAmount('d', {
    takes: 'a whole number of days from 1 to 1,826 (none at all would be an abrupt stop)',
    from: 1,
    to: 1826,
  }),
  from: currentDose,
  to: taperEnd,
  signs: choices(signs),
  supply: wholeAmount('d', {
    takes: 'a whole number of days from 1 to 1,826 at the dose that the taper ends at',
    from: 1,
    to: 1826,
  }),
  reduce: amount('mg/d', 'mg/day', {
    takes: 'the mg per day taken off at each step, above 0',
    above: 0,
    to: 1000,
  }),
  percent: amount('%', '%', {
    takes: 'the percentage of the dose taken off at each step, above 0 and up to 100',
    above: 0,
    to: 100,
  }),
  every: wholeAmount('d', { takes: 'a whole number of days from 1 to 365', from: 1, to: 365 }),
  times: wholeAmount('/d', { takes: 'a whole number of doses a day from 1 to 4', from: 1, to: 4 }),
  ...productFlags,
  ...patientFlags,
  ...rulesFlags,
  ...sheetFlags,
  ...planOutputFlags,
};

/** The calculation from its request alone: a saved request gives the same answer again. */
export function calculate(request: TaperRequest, data: Parameters) {
  return withPatientFile(planTaper(request, data), data.renal);
}

export const taper = {
  readers,
  examples: [
    ['baclofen taper --days 14', 'from each usual dose, as no dose is guessed'],
    ['baclofen taper --days 14 --from 60', 'from 60 mg per day'],
    ['baclofen taper --from 20x3 --reduce 10 --every 7', '10 mg per day less every 7 days'],
    ['baclofen taper --from 80 --percent 25 --every 7', 'a quarter of the dose less every 7 days'],
    ['baclofen taper --from 20x3 --to ceiling --crcl 25', 'down to the most that this clearance allows'],
    ['baclofen taper --days 14 --from 60 --format html --output plan.html', 'a page to print'],
  ],
  formats: planFormats,
  flags(command: Command): Command {
    command
      .optionsGroup('Dose:')
      .option('--from <dose>', 'present dose: mg per day (60), dose and times per day (20x3), or each dose (10-10-20)')
      .option('--to <dose>', 'what it ends at: mg per day, 0, or ceiling for the most that this patient may have')
      .option('--days <days>', 'days until the end is reached')
      .option('--reduce <mg>', 'mg per day taken off at each step; needs --every')
      .option('--percent <percent>', 'percentage of the dose taken off at each step; needs --every')
      .option('--every <days>', 'days that each step lasts')
      .option('--times <number>', 'doses per day on the way down, 1 to 4; with --from in mg per day')
      .option('--signs <sign...>', `what the patient shows now: ${signs.join(', ')}`)
      .option('--supply <days>', 'days of the dose that it ends at to dispense as well')
      .optionsGroup('Products:')
      .option('--product <id...>', 'products to make the doses from (see baclofen products)');
    return addSheetFlags(addRulesFlags(addPatientFlags(command)));
  },
  defaults: ({ products }) => ({ product: usualProduct(products) }),
  values: ({ products }) => ({
    product: productIds(products),
    signs: [...signs],
    ...patientValues,
    rules: rulesValues.rules,
  }),
  run(call) {
    const { parameters, raw, shell } = call;
    const flags = readFlags(readers, raw);
    const { products } = parameters.products;
    const given = patientGiven(flags, call, flags.from ? 'flag instead' : 'taken');
    const from = flags.from ?? doseTaken(given.patientFile);
    const outcome = calculate(
      {
        ...patternOf(flags),
        ...(from && { from }),
        ...(flags.to && { to: flags.to }),
        ...(flags.signs && { signs: flags.signs }),
        ...(flags.supply && { supply: flags.supply }),
        ...(flags.times && { timesDaily: flags.times.value }),
        ...(flags.rules && { rules: flags.rules }),
        ...given,
        ...(flags.product && { products: flags.product }),
        ...sheetOf(flags, shell),
      },
      parameters,
    );
    const presentation = {
      command: 'taper',
      present: (plan: TaperPlan, request: TaperRequest) => presentTaper(plan, request, products),
      doses: taperDoses,
    };
    return printPlan(outcome, presentation, flags, call);
  },
} satisfies Run;

/** How it goes down; left out on the way to the ceiling, and where signs stand against any schedule. */
function patternOf({ days, reduce, percent, every, to, signs: seen }: Flags<typeof readers>): {
  pattern?: TaperPattern;
} {
  const given = [days && '--days', reduce && '--reduce', percent && '--percent'].filter((each) => each !== undefined);
  if (given.length > 1) throw new InputError('', given.join(' and '), 'only one of them');
  if (days) {
    if (every)
      throw new InputError('every', `"${every.value}" beside --days`, '--reduce or --percent instead of --days');
    return { pattern: { kind: 'days', days } };
  }
  if (reduce === undefined && percent === undefined) {
    if (every === undefined && (to === 'ceiling' || seen)) return {};
    throw new InputError(
      'days',
      'nothing',
      'a whole number of days until zero, such as 14; or give --reduce or --percent with --every',
    );
  }
  if (every === undefined) throw new InputError('every', 'nothing', 'the days that each step lasts, such as 7');
  return reduce
    ? { pattern: { kind: 'reduce', reduction: reduce, every } }
    : { pattern: { kind: 'percent', percent: percent ?? { value: 0, unit: '%' }, every } };
}
