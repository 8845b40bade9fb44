import * as z from 'zod/mini';
import type { MilkDayPlan, MilkDayRequest } from '../core/milk/types.js';
import { exactly } from './exact.js';
import { milkDayFields } from './fields/milk.js';
import { fieldSchema } from './fields.js';
import { citations, clock, quantity, statement, statements, text } from './shapes.js';

const levelAt = z.strictObject({ time: clock, level: quantity('mg/L') });
const level = quantity('mg/L', 'umol/L');

export const milkRequest = exactly<MilkDayRequest>()(
  z.strictObject({ dose: fieldSchema(milkDayFields.dose), times: z.array(clock).check(z.maxLength(8)) }),
);

export const milkPlan = exactly<MilkDayPlan>()(
  z.strictObject({
    dailyDose: quantity('mg/d'),
    times: z.array(clock),
    curve: z.array(levelAt),
    highest: levelAt,
    lowest: levelAt,
    mean: quantity('mg/L'),
    ratio: quantity('1'),
    checks: z.array(
      z.strictObject({ id: text, predicted: level, observed: level, difference: quantity('%'), citations }),
    ),
    model: statement,
    timing: statements,
    limits: statements,
  }),
);
