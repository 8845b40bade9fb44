import type { Command } from 'commander';
import * as z from 'zod';
import { longestSupply } from '../../core/supply.js';
import type { TitrationPlan, TitrationRequest } from '../../core/titration.js';
import { presentTitration } from '../../report/titration.js';
import { titrationDoses } from '../../report/views/plan.js';
import { calculations } from '../calculations.js';
import type { Run } from '../command.js';
import { date } from '../flags/date.js';
import { amount, wholeAmount } from '../flags/number.js';
import { planFormats, planOutputFlags } from '../flags/output.js';
import { addPatientFlags, patientFlags } from '../flags/patient.js';
import { productFlags } from '../flags/product.js';
import { readFlags } from '../flags/read.js';
import { addOverrideFlags, addRulesFlags, overrideFlags, overrideOf, rulesFlags } from '../flags/rules.js';
import { addSheetFlags, sheetFlags, sheetOf } from '../flags/sheet.js';
import { patientGiven } from '../patient/given.js';
import { printPlan } from '../print-plan.js';

const doseInMg = 'a dose in mg above 0, such as 5 or 2.5; for a liquid too, mg and not mL';

const schema = z.strictObject({
  start: amount('mg', 'mg', { takes: doseInMg, above: 0, to: 1000 }).optional(),
  times: wholeAmount('/d', { takes: 'a whole number of doses a day from 1 to 4', from: 1, to: 4 }).optional(),
  increment: amount('mg', 'mg', {
    takes: `${doseInMg} (mg added to each dose at a step)`,
    above: 0,
    to: 1000,
  }).optional(),
  every: wholeAmount('d', { takes: 'a whole number of days from 1 to 90', from: 1, to: 90 }).optional(),
  target: amount('mg/d', 'mg/day', { takes: 'a daily dose in mg above 0, such as 45', above: 0, to: 1000 }).optional(),
  supply: wholeAmount('d', { takes: 'a whole number of days from 1 to 1,826', from: 1, to: longestSupply }).optional(),
  until: date.optional(),
  ...productFlags,
  ...sheetFlags,
  ...patientFlags,
  ...rulesFlags,
  ...overrideFlags,
  ...planOutputFlags,
});

export const titrate = {
  name: 'titrate',
  summary: 'titration schedule to a target, with ceiling and what to dispense',
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
      .option('--times <number>', 'doses per day, 1 to 4 (default: as labelled)')
      .option('--increment <mg>', 'mg added to each dose at a step (default: as labelled)')
      .option('--every <days>', 'days between steps (default: as labelled)')
      .option('--target <mg>', 'daily dose to stop at, in mg per day (default: the end of the labelled table)')
      .option('--supply <days>', 'days that the quantity to dispense covers')
      .option('--until <date>', 'last date that the quantity to dispense covers; needs --start-date')
      .option('--product <id...>', 'products to make the doses from (see baclofen products)');
    return addSheetFlags(addOverrideFlags(addRulesFlags(addPatientFlags(command))));
  },
  run({ parameters, raw, shell }) {
    const flags = readFlags(schema, raw);
    const given = patientGiven(flags, { shell, parameters }, 'not used');
    const outcome = calculations.titrate(
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
    return printPlan(outcome, presentation, parameters, flags, shell);
  },
} satisfies Run;
