import * as z from 'zod/mini';
import type { NewbornPlan, NewbornRequest } from '../core/newborn/types.js';
import { exactly } from './exact.js';
import { sheetFields } from './fields/dose.js';
import { newbornFields, newbornMilkFields } from './fields/milk.js';
import { fieldSchema, optional } from './fields.js';
import { citations, pieces, quantity, statement, statements, step, text } from './shapes.js';

const { weight, ...others } = newbornFields;
const { share, ...measured } = newbornMilkFields;

export const newbornRequest = exactly<NewbornRequest>()(
  z.strictObject({
    weight: fieldSchema(weight),
    regimen: text,
    ...optional({ ...others, name: sheetFields.name }),
    withMilk: z.exactOptional(z.strictObject({ share: fieldSchema(share), ...optional(measured) })),
  }),
);

export const newbornPlan = exactly<NewbornPlan>()(
  z.strictObject({
    course: z.strictObject({ id: text, name: text }),
    evidence: statement,
    dayOne: statement,
    infant: statement,
    outcome: statement,
    schedule: z.array(step),
    days: quantity('d'),
    dayByDay: z.array(
      z.strictObject({
        fromDay: z.int(),
        toDay: z.int(),
        published: quantity('mg/kg/d'),
        exact: quantity('mg'),
        dose: quantity('mg'),
        volume: quantity('mL'),
        timesDaily: z.int(),
        dailyDose: quantity('mg/d'),
        given: quantity('mg/kg/d'),
        condition: z.exactOptional(statement),
        withMilk: z.exactOptional(z.strictObject({ published: quantity('mg/kg/d'), given: quantity('mg/kg/d') })),
      }),
    ),
    totals: z.strictObject({ published: quantity('mg/kg'), given: quantity('mg/kg'), amount: quantity('mg') }),
    products: z.array(text),
    concentration: quantity('mg/mL'),
    mark: quantity('mL'),
    dispense: pieces,
    milk: z.exactOptional(
      z.strictObject({
        level: quantity('mg/L'),
        intake: quantity('mL/kg/d'),
        share: quantity('1'),
        dose: quantity('mg/kg/d'),
        citations,
      }),
    ),
    onset: statements,
    signs: statements,
    observation: z.strictObject({ days: quantity('d'), statement }),
    scoring: z.strictObject({ rule: statement, limits: statements }),
    ifWithdrawal: statements,
    otherCases: statements,
    citations,
  }),
);
