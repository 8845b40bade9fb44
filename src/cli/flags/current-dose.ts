import type { CurrentDose } from '../../core/doses/current-dose.js';
import { timesOfDay } from '../../core/doses/schedule.js';
import type { TaperEnd } from '../../core/taper/types.js';
import { quantity } from '../../core/values/quantity.js';
import { takes } from './reader.js';

const decimal = '\\d+(?:\\.\\d+)?';

/** What is taken now: "60" in mg per day, "20x3" as a dose and how often, or "10-10-20" as the dose at each time of day. */
export const currentDose = takes((text): CurrentDose | undefined => {
  if (new RegExp(`^${decimal}(-${decimal}){1,3}$`).test(text)) return atTimes(text.split('-').map(Number));
  const [, number = '', times] = new RegExp(`^(${decimal})(?:x([1-4]))?$`).exec(text) ?? [];
  const value = Number(number);
  if (number === '' || value === 0 || value > 10_000) return undefined;
  return times === undefined
    ? { dailyDose: quantity(value, 'mg/d') }
    : { dose: quantity(value, 'mg'), timesDaily: Number(times) };
}, 'the present dose: mg per day such as 60, a dose and times per day such as 20x3 (1 to 4 times), or each dose of the day such as 10-10-20');

/** Doses in the order of the day; a 0 is no dose. */
function atTimes(amounts: readonly number[]): CurrentDose | undefined {
  const doses = amounts.flatMap((value, index) => {
    const time = timesOfDay[amounts.length]?.[index];
    return value > 0 && time ? [{ time, dose: quantity(value, 'mg') }] : [];
  });
  return doses.length === 0 || amounts.some((value) => value > 10_000) ? undefined : { doses };
}

/** What a taper ends at: "10" in mg per day, "0", or the word "ceiling". */
export const taperEnd = takes((text): TaperEnd | undefined => {
  if (text === 'ceiling') return text;
  return new RegExp(`^${decimal}$`).test(text) && Number(text) <= 1000 ? quantity(Number(text), 'mg/d') : undefined;
}, 'what the taper ends at: mg per day such as 10, 0 for none, or the word ceiling');
