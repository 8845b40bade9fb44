import * as z from 'zod';
import { citations, fraction, quantity, statement } from './shapes.js';

export const infantDoseRequest = z.strictObject({
  assume: z.string().optional(),
  milk: quantity.optional(),
  pair: z.strictObject({ peak: quantity, trough: quantity }).optional(),
  route: z.enum(['oral', 'intrathecal']).optional(),
  maternalDose: quantity.optional(),
  maternalWeight: quantity.optional(),
  maternalClearance: quantity.optional(),
  sedatives: z.array(z.string()).optional(),
  infantWeight: quantity.optional(),
  infantAge: quantity.optional(),
  postnatalAge: quantity.optional(),
  gestationalAge: quantity.optional(),
  exposedBeforeBirth: z.boolean().optional(),
  intake: quantity.optional(),
  share: fraction.optional(),
});

const relativeInfantDose = z.array(z.strictObject({ maternalWeight: quantity, value: quantity }));

const exposures = z.array(
  z.strictObject({
    intake: quantity,
    kind: z.enum(['asked', 'by-age', 'standard', 'cautious']),
    infantDose: quantity,
    dailyDose: quantity.optional(),
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
      maternalDose: quantity.optional(),
      maternalWeight: quantity.optional(),
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
      maternalDose: quantity.optional(),
      scaled: z.boolean().optional(),
      citations,
      exposures,
    }),
  ),
  comparisons: z.array(
    z.strictObject({ id: z.string(), name: z.string(), dose: quantity, share: quantity, citations }),
  ),
  threshold: z.strictObject({ value: quantity, citations }),
  reproduction: reproduction.optional(),
  disagreements: z.array(statement.extend({ name: z.string(), date: z.string(), stance: z.enum(['for', 'against']) })),
  monitoring: z.array(statement),
  whenToWorry: z.array(statement),
  neverStop: statement,
  whyNotStop: z.array(statement),
});
