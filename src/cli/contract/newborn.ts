import * as z from 'zod/mini';
import { citations, fraction, pieces, quantity, statement, step } from './shapes.js';

export const newbornRequest = z.strictObject({
  weight: quantity,
  regimen: z.string(),
  birthDate: z.optional(z.iso.date()),
  name: z.optional(z.string()),
  concentration: z.optional(quantity),
  withMilk: z.optional(z.strictObject({ share: fraction, milk: z.optional(quantity), intake: z.optional(quantity) })),
});

const statements = z.array(statement);

export const newbornPlan = z.strictObject({
  course: z.strictObject({ id: z.string(), name: z.string() }),
  evidence: statement,
  infant: statement,
  outcome: statement,
  schedule: z.array(z.extend(step, { fromDate: z.optional(z.iso.date()), toDate: z.optional(z.iso.date()) })),
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
      condition: z.optional(statement),
      withMilk: z.optional(z.strictObject({ published: quantity, given: quantity })),
    }),
  ),
  totals: z.strictObject({ published: quantity, given: quantity, amount: quantity }),
  products: z.array(z.string()),
  concentration: quantity,
  mark: quantity,
  dispense: pieces,
  milk: z.optional(z.strictObject({ level: quantity, intake: quantity, share: quantity, dose: quantity, citations })),
  onset: statements,
  signs: statements,
  observation: z.strictObject({ days: quantity, statement }),
  scoring: z.strictObject({ rule: statement, limits: statements }),
  ifWithdrawal: statements,
  otherCases: statements,
  citations,
});
