import { perDay, type Quantity, quantity, tidy } from '../values/quantity.js';
import type { TimeOfDay } from './schedule.js';

/** One dose at one time of day, whatever it is made of. */
export interface TimedDose {
  readonly time: TimeOfDay;
  readonly dose: Quantity<'mg'>;
}

/** What is taken now: a daily total, the same dose so many times, or a dose at each time of day. */
export type CurrentDose =
  | { readonly dailyDose: Quantity<'mg/d'> }
  | { readonly dose: Quantity<'mg'>; readonly timesDaily: number }
  | { readonly doses: readonly TimedDose[] };

/** What it comes to in a day (mg/d). */
export function dailyTotal(current: CurrentDose): Quantity<'mg/d'> {
  if ('dailyDose' in current) return current.dailyDose;
  if ('dose' in current) return perDay(current.dose, current.timesDaily);
  return quantity(tidy(current.doses.reduce((sum, { dose }) => sum + dose.value, 0)), 'mg/d');
}

/** How many doses a day, where that was said. */
export function timesSaid(current: CurrentDose): number | undefined {
  if ('dailyDose' in current) return undefined;
  return 'dose' in current ? current.timesDaily : current.doses.length;
}
