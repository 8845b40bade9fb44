import * as z from 'zod/mini';
import { citations, fraction, quantity, statement } from './shapes.js';

export const infantDoseRequest = z.strictObject({
  assume: z.optional(z.string()),
  milk: z.optional(quantity),
  pair: z.optional(z.strictObject({ peak: quantity, trough: quantity })),
  route: z.optional(z.enum(['oral', 'intrathecal'])),
  maternalDose: z.optional(quantity),
  maternalWeight: z.optional(quantity),
  maternalClearance: z.optional(quantity),
  sedatives: z.optional(z.array(z.string())),
  infantWeight: z.optional(quantity),
  infantAge: z.optional(quantity),
  gestationalAge: z.optional(quantity),
  exposedBeforeBirth: z.optional(z.boolean()),
  intake: z.optional(quantity),
  share: z.optional(fraction),
});

const relativeInfantDose = z.array(z.strictObject({ maternalWeight: quantity, value: quantity }));

const exposures = z.array(
  z.strictObject({
    intake: quantity,
    kind: z.enum(['asked', 'by-age', 'standard', 'cautious']),
    infantDose: quantity,
    dailyDose: z.optional(quantity),
    relativeInfantDose,
    citations,
  }),
);

const reproduction = z.strictObject({
  id: z.string(),
  name: z.string(),
  date: z.string(),
  assumptions: z.array(z.strictObject({ name: z.string(), value: quantity, note: z.string(), citations })),
  figures: z.array(
    z.strictObject({
      name: z.enum(['infant-dose', 'relative-infant-dose']),
      published: quantity,
      computed: quantity,
      difference: quantity,
      maternalDose: z.optional(quantity),
      maternalWeight: z.optional(quantity),
      citations,
    }),
  ),
  remark: statement,
});

export const infantDosePlan = z.strictObject({
  milk: quantity,
  origin: z.enum(['measured', 'mean-of-pair', 'scaled']),
  share: quantity,
  infantDose: quantity,
  relativeInfantDose,
  exposures,
  range: z.array(
    z.strictObject({
      kind: z.enum(['lowest-published', 'highest-published', 'trough', 'peak', 'used']),
      level: quantity,
      maternalDose: z.optional(quantity),
      scaled: z.optional(z.boolean()),
      citations,
      exposures,
    }),
  ),
  comparisons: z.array(
    z.strictObject({ id: z.string(), name: z.string(), dose: quantity, share: quantity, citations }),
  ),
  threshold: z.strictObject({ value: quantity, citations }),
  withdrawalDose: z.strictObject({ value: quantity, citations }),
  reproduction: z.optional(reproduction),
  disagreements: z.array(
    z.extend(statement, { name: z.string(), date: z.string(), stance: z.enum(['for', 'against']) }),
  ),
  monitoring: z.array(statement),
  whenToWorry: z.array(statement),
  neverStop: statement,
  whyNotStop: z.array(statement),
});
