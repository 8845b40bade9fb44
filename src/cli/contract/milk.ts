import * as z from 'zod/mini';
import { citations, quantity, statement } from './shapes.js';

const clock = z.string().check(z.regex(/^\d{2}:\d{2}$/));
const levelAt = z.strictObject({ time: clock, level: quantity });

export const milkRequest = z.strictObject({ dose: quantity, times: z.array(clock) });

export const milkPlan = z.strictObject({
  dailyDose: quantity,
  times: z.array(clock),
  curve: z.array(levelAt),
  highest: levelAt,
  lowest: levelAt,
  mean: quantity,
  ratio: quantity,
  checks: z.array(
    z.strictObject({ id: z.string(), predicted: quantity, observed: quantity, difference: quantity, citations }),
  ),
  model: statement,
  timing: z.array(statement),
  limits: z.array(statement),
});
