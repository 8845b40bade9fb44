import * as z from 'zod/mini';
import { signs } from '../../core/answer/signs.js';
import { infantDosePlan, infantDoseRequest } from './lactation.js';
import { milkPlan, milkRequest } from './milk.js';
import { newbornPlan, newbornRequest } from './newborn.js';
import {
  administrations,
  answer,
  citations,
  country,
  disagreement,
  estimate,
  patient,
  patientFile,
  pieces,
  quantity,
  quantityIn,
  statement,
  statementHere,
  step,
  timeOfDay,
  timesDaily,
} from './shapes.js';

const products = z.array(z.string());

const override = z.strictObject({ code: z.string(), reason: z.string() });

const rule = z.enum(['label', 'clearance', 'older adult', 'child']);

const titrationRequest = z.strictObject({
  start: z.optional(quantityIn('mg')),
  timesDaily: z.optional(timesDaily),
  increment: z.optional(quantityIn('mg')),
  interval: z.optional(quantityIn('d')),
  target: z.optional(quantityIn('mg/d')),
  startDate: z.optional(z.iso.date()),
  supply: z.optional(quantityIn('d')),
  until: z.optional(z.iso.date()),
  name: z.optional(z.string()),
  products: z.optional(products),
  patient: z.optional(patient),
  patientFile: z.optional(patientFile),
  rules: z.optional(country),
  override: z.optional(override),
});

const titrationPlan = z.strictObject({
  schedule: z.array(step),
  ifNeeded: z.optional(step),
  interval: quantity,
  target: quantity,
  ceiling: z.strictObject({ dailyDose: quantity, dose: quantity, citations }),
  rules: country,
  decidedBy: z.strictObject({ start: rule, step: rule, interval: rule, ceiling: rule }),
  override: z.optional(override),
  renal: z.strictObject({ deciding: z.optional(estimate), band: z.optional(z.string()) }),
  products,
  supply: quantity,
  dispense: pieces,
  responseCheck: statement,
  advice: z.array(statement),
  disagreements: z.array(statementHere),
  alternatives: z.array(disagreement),
  citations,
});

const renalPlan = z.strictObject({
  estimates: z.array(estimate),
  deciding: z.optional(estimate),
  band: z.strictObject({ id: z.string(), from: quantity, below: z.nullable(quantity), citations }),
  recommendation: z.discriminatedUnion('action', [
    z.strictObject({
      action: z.enum(['usual', 'reduce']),
      dailyDoses: z.array(quantity),
      timesDaily: z.array(z.int()),
      interval: quantity,
      ceiling: quantity,
      fraction: z.optional(z.strictObject({ numerator: z.int(), denominator: z.int() })),
      citations,
    }),
    z.strictObject({ action: z.literal('avoid'), reason: statement, citations }),
  ]),
  accumulation: statement,
  rules: country,
  disagreements: z.array(statementHere),
});

const taperRequest = z.strictObject({
  from: z.optional(
    z.union([
      z.strictObject({ dailyDose: quantityIn('mg/d') }),
      z.strictObject({ dose: quantityIn('mg'), timesDaily }),
      z.strictObject({ doses: z.array(z.strictObject({ time: timeOfDay, dose: quantityIn('mg') })) }),
    ]),
  ),
  to: z.optional(z.union([quantityIn('mg/d'), z.literal('ceiling')])),
  signs: z.optional(z.array(z.enum(signs))),
  supply: z.optional(quantityIn('d')),
  pattern: z.optional(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('days'), days: quantityIn('d') }),
      z.strictObject({ kind: z.literal('reduce'), reduction: quantityIn('mg/d'), every: quantityIn('d') }),
      z.strictObject({ kind: z.literal('percent'), percent: quantityIn('%'), every: quantityIn('d') }),
    ]),
  ),
  patient: z.optional(patient),
  patientFile: z.optional(patientFile),
  rules: z.optional(country),
  timesDaily: z.optional(timesDaily),
  startDate: z.optional(z.iso.date()),
  name: z.optional(z.string()),
  products: z.optional(products),
});

const taperSchedule = {
  from: quantity,
  now: z.strictObject({ dailyDose: quantity, doses: administrations }),
  reaches: z.strictObject({ dailyDose: quantity }),
  timesDaily: quantity,
  schedule: z.array(step),
  days: quantity,
  supply: quantity,
  dispense: pieces,
};
const taperWords = {
  products,
  withdrawalSigns: z.array(statement),
  ifSignsAppear: z.array(statement),
  emergency: statement,
  disagreements: z.array(statement),
  citations,
};

const taperPlan = z.union([
  z.strictObject({ ...taperWords, ...taperSchedule }),
  z.strictObject({ ...taperWords, schedules: z.array(z.strictObject(taperSchedule)) }),
]);

/** What `baclofen explain --json` prints: what changed between a saved answer and the same computed now. */
export const explanation = z.strictObject({
  schema: z.literal('baclofen/explain@1'),
  version: z.string(),
  data: z.iso.date(),
  of: z.string(),
  saved: z.strictObject({ version: z.string(), data: z.iso.date() }),
  changed: z.boolean(),
  changes: z.array(
    z.strictObject({ path: z.string(), before: z.optional(z.unknown()), after: z.optional(z.unknown()) }),
  ),
});

/** The shape of every answer that --json prints, by command: what `baclofen schema` shows and the tests hold. */
export const contract = {
  titrate: answer('titrate', titrationRequest, titrationPlan),
  renal: answer(
    'renal',
    z.strictObject({
      patient,
      patientFile: z.optional(patientFile),
      dailyDose: z.optional(quantityIn('mg/d')),
      rules: z.optional(country),
    }),
    renalPlan,
  ),
  taper: answer('taper', taperRequest, taperPlan),
  'infant-dose': answer('infant-dose', infantDoseRequest, infantDosePlan),
  milk: answer('milk', milkRequest, milkPlan),
  newborn: answer('newborn', newbornRequest, newbornPlan),
} as const;
