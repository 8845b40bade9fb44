import * as z from 'zod/mini';
import { answer, citations, disagreement, estimate, patient, pieces, quantity, statement, step } from './shapes.js';

const products = z.array(z.string());

const titrationRequest = z.strictObject({
  start: quantity,
  timesDaily: z.optional(z.int()),
  increment: z.optional(quantity),
  interval: z.optional(quantity),
  target: z.optional(quantity),
  supply: z.optional(quantity),
  products: z.optional(products),
  patient: z.optional(patient),
});

const titrationPlan = z.strictObject({
  schedule: z.array(step),
  ifNeeded: z.optional(step),
  interval: quantity,
  target: quantity,
  ceiling: z.strictObject({ dailyDose: quantity, dose: quantity, citations }),
  renal: z.strictObject({ deciding: z.optional(estimate), band: z.optional(z.string()) }),
  products,
  supply: quantity,
  dispense: pieces,
  responseCheck: statement,
  advice: z.array(statement),
  disagreements: z.array(statement),
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
  disagreements: z.array(statement),
});

const taperRequest = z.strictObject({
  from: z.optional(
    z.union([z.strictObject({ dailyDose: quantity }), z.strictObject({ dose: quantity, timesDaily: z.int() })]),
  ),
  pattern: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('days'), days: quantity }),
    z.strictObject({ kind: z.literal('reduce'), reduction: quantity, every: quantity }),
    z.strictObject({ kind: z.literal('percent'), percent: quantity, every: quantity }),
  ]),
  usedFor: z.optional(quantity),
  products: z.optional(products),
});

const taperSchedule = {
  from: quantity,
  timesDaily: quantity,
  schedule: z.array(step),
  days: quantity,
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

const relativeInfantDose = z.array(z.strictObject({ maternalWeight: quantity, value: quantity }));

const infantDoseRequest = z.strictObject({
  milk: z.optional(quantity),
  maternalDose: z.optional(quantity),
  maternalWeight: z.optional(quantity),
  infantWeight: z.optional(quantity),
  intake: z.optional(quantity),
  share: z.optional(z.strictObject({ numerator: z.number(), denominator: z.number() })),
});

const infantDosePlan = z.strictObject({
  milk: quantity,
  share: quantity,
  infantDose: quantity,
  relativeInfantDose,
  exposures: z.array(
    z.strictObject({
      intake: quantity,
      kind: z.enum(['asked', 'standard', 'cautious']),
      infantDose: quantity,
      dailyDose: z.optional(quantity),
      relativeInfantDose,
      citations,
    }),
  ),
  comparisons: z.array(
    z.strictObject({ id: z.string(), name: z.string(), dose: quantity, share: quantity, citations }),
  ),
  threshold: z.strictObject({ value: quantity, citations }),
  disagreements: z.array(statement),
  monitoring: z.array(statement),
  neverStop: statement,
});

/** The shape of every answer that --json prints, by command: what `baclofen schema` shows and the tests hold. */
export const contract = {
  titrate: answer('titrate', titrationRequest, titrationPlan),
  renal: answer('renal', z.strictObject({ patient, dailyDose: z.optional(quantity) }), renalPlan),
  taper: answer('taper', taperRequest, taperPlan),
  'infant-dose': answer('infant-dose', infantDoseRequest, infantDosePlan),
} as const;
