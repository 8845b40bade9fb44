import type { Command } from 'commander';
import { longestSupply } from '../../core/doses/supply.js';
import { withPatientFile } from '../../core/renal-function/file-notices.js';
import { planTitration } from '../../core/titration/plan.js';
import type { TitrationPlan, TitrationRequest } from '../../core/titration/types.js';
import type { Parameters as Data } from '../../parameters/load.js';
import { defaultWords } from '../../report/dose.js';
import { presentTitration } from '../../report/titration.js';
import { titrationDoses } from '../../report/views/plan.js';
import type { Run } from '../command.js';
import { date } from '../flags/date.js';
import { planFormats } from '../flags/format.js';
import { amount, wholeAmount } from '../flags/number.js';
import { planOutputFlags } from '../flags/output.js';
import { addPatientFlags, patientFlags, patientValues } from '../flags/patient.js';
import { productFlags, productIds, usualProduct } from '../flags/product.js';
import { readFlags } from '../flags/read.js';
import { addOverrideFlags, addRulesFlags, overrideFlags, overrideOf, rulesFlags, rulesValues } from '../flags/rules.js';
import { addSheetFlags, sheetFlags, sheetOf } from '../flags/sheet.js';
import { patientGiven } from '../patient/given.js';
import { printPlan } from '../print-plan.js';

const doseInMg = 'a dose in mg above 0, such as 5 or 2.5; for a liquid too, mg and not mL';

const readers = {
  start: amount('mg', 'mg', { takes: doseInMg, above: 0, to: 1000 }),
  times: wholeAmount('/d', { takes: 'a whole number of doses a day from 1 to 4', from: 1, to: 4 }),
  increment: amount('mg', 'mg', {
    takes: `${doseInMg} (mg added to each dose at a step)`,
    above: 0,
    to: 1000,
  }),
  every: wholeAmount('d', { takes: 'a whole number of days from 1 to 90', from: 1, to: 90 }),
  target: amount('mg/d', 'mg/day', { takes: 'a daily dose in mg above 0, such as 45', above: 0, to: 1000 }),
  supply: wholeAmount('d', { takes: 'a whole number of days from 1 to 1,826', from: 1, to: longestSupply }),
  until: date,
  ...productFlags,
  ...sheetFlags,
  ...patientFlags,
  ...rulesFlags,
  ...overrideFlags,
  ...planOutputFlags,
};

/** The calculation from its request alone: a saved request gives the same answer again. */
export function calculate(request: TitrationRequest, data: Data) {
  return withPatientFile(planTitration(request, data), data);
}

export const titrate = {
  readers,
  examples: [
    ['baclofen titrate --start 5', 'the labelled schedule'],
    ['baclofen titrate --start 5 --crcl 25', 'with a creatinine clearance of 25 mL/min'],
    ['baclofen titrate --start 5 --age 82 --crcl 29.97', 'the patient decides the plan'],
    ['baclofen titrate --age 5 --weight 20', 'a child, by weight'],
    ['baclofen titrate --start 5 --target 45 --every 7', 'slower, to 45 mg per day'],
    ['baclofen titrate --start 5 --start-date today --format patient', 'a sheet for the patient'],
  ],
  formats: planFormats,
  flags(command: Command): Command {
    command
      .optionsGroup('Dose:')
      .option('--start <mg>', 'first dose, in mg per dose (not per day); a child may start by weight')
      .option('--times <number>', 'doses per day, 1 to 4')
      .option('--increment <mg>', 'mg added to each dose at a step')
      .option('--every <days>', 'days between steps')
      .option('--target <mg>', 'daily dose to stop at, in mg per day')
      .option('--supply <days>', 'days that the quantity to dispense covers')
      .option('--until <date>', 'last date that the quantity to dispense covers; needs --start-date')
      .optionsGroup('Products:')
      .option('--product <id...>', 'products to make the doses from (see baclofen products)');
    return addSheetFlags(addOverrideFlags(addRulesFlags(addPatientFlags(command))));
  },
  defaults({ titration: { rules }, products }) {
    const labelled = (cited: Parameters<typeof defaultWords>[0]) => `as labelled; us, adult: ${defaultWords(cited)}`;
    return {
      times: labelled(rules.us.timesDaily),
      increment: labelled(rules.us.increment),
      every: labelled(rules.us.interval),
      target: labelled(rules.us.target),
      product: usualProduct(products),
    };
  },
  values: ({ products }) => ({ product: productIds(products), ...patientValues, ...rulesValues }),
  run(call) {
    const { parameters, raw, shell } = call;
    const flags = readFlags(readers, raw);
    const given = patientGiven(flags, call, 'not used');
    const outcome = calculate(
      {
        ...(flags.start && { start: flags.start }),
        ...(flags.times && { timesDaily: flags.times.value }),
        ...(flags.increment && { increment: flags.increment }),
        ...(flags.every && { interval: flags.every }),
        ...(flags.target && { target: flags.target }),
        ...(flags.supply && { supply: flags.supply }),
        ...(flags.until && { until: flags.until }),
        ...(flags.product && { products: flags.product }),
        ...sheetOf(flags, shell),
        ...given,
        ...(flags.rules && { rules: flags.rules }),
        ...overrideOf(flags),
      },
      parameters,
    );
    const { products } = parameters.products;
    const presentation = {
      command: 'titrate',
      present: (plan: TitrationPlan, request: TitrationRequest) => presentTitration(plan, request, products),
      doses: titrationDoses,
    };
    return printPlan(outcome, presentation, flags, call);
  },
} satisfies Run;
