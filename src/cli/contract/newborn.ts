import * as z from 'zod';
import { citations, fraction, pieces, quantity, statement, step } from './shapes.js';

export const newbornRequest = z.strictObject({
  weight: quantity,
  regimen: z.string(),
  birthDate: z.iso.date().optional(),
  name: z.string().optional(),
  concentration: quantity.optional(),
  withMilk: z.strictObject({ share: fraction, milk: quantity.optional(), intake: quantity.optional() }).optional(),
});

const statements = z.array(statement);

export const newbornPlan = z.strictObject({
  course: z.strictObject({ id: z.string(), name: z.string() }),
  evidence: statement,
  infant: statement,
  outcome: statement,
  schedule: z.array(step.extend({ fromDate: z.iso.date().optional(), toDate: z.iso.date().optional() })),
  days: quantity,
  dayByDay: z.array(
    z.strictObject({
      fromDay: z.int(),
      toDay: z.int(),
      published: quantity,
      exact: quantity,
      dose: quantity,
      volume: quantity,
      timesDaily: z.int(),
      dailyDose: quantity,
      given: quantity,
      withMilk: z.strictObject({ published: quantity, given: quantity }).optional(),
    }),
  ),
  totals: z.strictObject({ published: quantity, given: quantity, amount: quantity }),
  products: z.array(z.string()),
  concentration: quantity,
  mark: quantity,
  dispense: pieces,
  milk: z.strictObject({ level: quantity, intake: quantity, share: quantity, dose: quantity, citations }).optional(),
  onset: statements,
  signs: statements,
  observation: z.strictObject({ days: quantity, statement }),
  scoring: z.strictObject({ rule: statement, limits: statements }),
  ifWithdrawal: statements,
  otherCases: statements,
  citations,
});
