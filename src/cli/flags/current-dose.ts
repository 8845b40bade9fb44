import type { CurrentDose } from '../../core/taper/types.js';
import { quantity } from '../../core/values/quantity.js';
import { takes } from './reader.js';

/** What is taken now: "60" in mg per day, or "20x3" as a dose and how often. */
export const currentDose = takes((text): CurrentDose | undefined => {
  const [, number = '', , times] = /^(\d+(\.\d+)?)(?:x([1-4]))?$/.exec(text) ?? [];
  const value = Number(number);
  if (number === '' || value === 0 || value > 10_000) return undefined;
  return times === undefined
    ? { dailyDose: quantity(value, 'mg/d') }
    : { dose: quantity(value, 'mg'), timesDaily: Number(times) };
}, 'the present dose: mg per day such as 60, or a dose and times per day such as 20x3 (1 to 4 times)');
