import { type CivilDate, daysBetween } from '../values/calendar.js';
import { InputError } from '../values/input-error.js';
import { type Quantity, quantity } from '../values/quantity.js';
import type { Step } from './schedule.js';

/** Five years: longer is a slip of the hand. */
export const longestSupply = 1826;

/** For how long the quantity to dispense lasts: so many days from day 1, or until a date, that day included. */
export interface SupplyRequest {
  readonly startDate?: CivilDate;
  readonly supply?: Quantity<'d'>;
  readonly until?: CivilDate;
}

/**
 * The days from day 1 that the quantity to dispense covers; to the end of the interval (d) of the last step, or the
 * first days only where a rule says so, unless asked for.
 * @throws InputError on an end date without a start date, before it, far behind it, or beside a number of days.
 */
export function supplyOf(
  { startDate, supply, until }: SupplyRequest,
  interval: Quantity<'d'>,
  schedule: readonly Step[],
  first?: Quantity<'d'>,
): Quantity<'d'> {
  const last = schedule.at(-1)?.fromDay ?? 1;
  if (until === undefined) return supply ?? first ?? quantity(last + interval.value - 1, 'd');
  if (supply !== undefined) throw new InputError('until', `"${until}" beside \`supply\``, 'the place of `supply`');
  if (startDate === undefined) {
    throw new InputError('until', `"${until}" without a start`, 'a date beside `startDate`');
  }
  const days = daysBetween(startDate, until) + 1;
  if (days < 1) throw new InputError('until', `"${until}"`, `a date from the start on, ${startDate} or later`);
  if (days > longestSupply) {
    throw new InputError('until', `"${until}"`, `a date within ${longestSupply} days of the start`);
  }
  return quantity(days, 'd');
}
