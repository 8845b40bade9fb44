import * as z from 'zod';
import { quantity } from '../../core/quantity.js';
import type { CurrentDose } from '../../core/taper.js';

const words = 'the present dose: mg per day such as 60, or a dose and times per day such as 20x3 (1 to 4 times)';

/** What is taken now: "60" in mg per day, or "20x3" as a dose and how often. */
export const currentDose = z.string().transform((text, context): CurrentDose => {
  const [, number = '', , times] = /^(\d+(\.\d+)?)(?:x([1-4]))?$/.exec(text) ?? [];
  const value = Number(number);
  if (number === '' || value === 0 || value > 10_000) {
    context.addIssue({ code: 'custom', message: words });
    return z.NEVER;
  }
  return times === undefined
    ? { dailyDose: quantity(value, 'mg/d') }
    : { dose: quantity(value, 'mg'), timesDaily: Number(times) };
});
